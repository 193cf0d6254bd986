import { Table } from "@mantine/core";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { FigureLink } from "./figure-link.tsx";

/** The days of the trend beside each other, the latest first: each figure leads to the pages of its day. */
export function TrendDays({ days }: { days: readonly { day: string; pages: number }[] }) {
  const words = useWords().reports;
  const { date } = useFormat();
  const latest = [...days].reverse();
  return (
    <Table.ScrollContainer type="native" minWidth={0} tabIndex={0} role="group" aria-label={words.trendDays}>
      <Table verticalSpacing="0.25rem" withColumnBorders aria-label={words.trendDays} className="figures">
        <Table.Tbody>
          <Table.Tr>
            <Table.Th scope="row">{words.trendDay}</Table.Th>
            {latest.map(({ day }) => (
              <Table.Td key={day} ta="right">
                {date(day).slice(0, 5)}
              </Table.Td>
            ))}
          </Table.Tr>
          <Table.Tr>
            <Table.Th scope="row">{words.series.pages}</Table.Th>
            {latest.map(({ day, pages }) => (
              <Table.Td key={day} ta="right">
                <FigureLink figure={{ name: "today-pages", of: "", unit: "", day }} value={pages} />
              </Table.Td>
            ))}
          </Table.Tr>
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
