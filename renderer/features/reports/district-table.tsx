import { Stack, Table, Text } from "@mantine/core";
import { IconCircleCheck, IconCircleX, IconClockExclamation } from "@tabler/icons-react";
import type { RolledUp, RollUp } from "#shared/report/arrived.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { StateBadge } from "#renderer/ui/state-badge.tsx";
import { FigureCells } from "./figure-cells.tsx";

const looks = {
  reported: { Icon: IconCircleCheck, color: "green" },
  late: { Icon: IconClockExclamation, color: "yellow" },
  missing: { Icon: IconCircleX, color: "red" },
} as const;

/** A line a district: how it reported, and its figures. */
export function DistrictTable({ rolled }: { rolled: RollUp }) {
  const all = useWords().reports;
  const words = all.rollUp;
  const { columns } = words;
  const { count } = useFormat();
  const figures = ({ total }: Pick<RolledUp, "total">) => [
    count(total.today.pages),
    count(total.captured.pages),
    total.listed.pages === 0 ? "–" : `${Math.round((total.captured.pages / total.listed.pages) * 100)}`,
    count(total.sent),
  ];
  return (
    <Table.ScrollContainer type="native" minWidth={720} tabIndex={0} role="group" aria-label={all.table}>
      <Table verticalSpacing="xs" aria-label={all.table} className="figures">
        <Table.Thead>
          <Table.Tr>
            {Object.entries(columns).map(([column, name]) => (
              <Table.Th key={column} ta={column === "district" || column === "state" ? "left" : "right"}>
                {name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rolled.rows.map((row) => (
            <Table.Tr key={row.district}>
              <Table.Th scope="row" fw={500}>
                {row.name}
              </Table.Th>
              <Table.Td>
                <ReportState row={row} />
              </Table.Td>
              <FigureCells cells={figures(row)} />
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr fw={600}>
            <Table.Th scope="row" colSpan={2}>
              {all.sum}
            </Table.Th>
            <FigureCells cells={figures(rolled)} />
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </Table.ScrollContainer>
  );
}

function ReportState({ row }: { row: RolledUp }) {
  const words = useWords().reports.rollUp;
  const { time, date } = useFormat();
  const { report, state } = row;
  const line = report
    ? [words.arrived(time(report.arrivedAt)), ...(report.by === "message" ? [words.byMessage] : [])].join(
        ", ",
      )
    : row.figuresOf === ""
      ? words.noFigures
      : words.figuresOf(date(row.figuresOf));
  return (
    <Stack gap="0.15rem">
      <StateBadge {...looks[state]} label={words.states[state]} />
      <Text size="sm" c="dimmed">
        {line}
      </Text>
      {row.beside.length > 0 && <Text size="sm">{words.beside(row.beside.length)}</Text>}
    </Stack>
  );
}
