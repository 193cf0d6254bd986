import { Table } from "@mantine/core";
import type { ReportRow } from "#shared/archive/report-row.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { FigureCells } from "./figure-cells.tsx";

/** The figures of each unit, and their sum. */
export function UnitTable({ rows, total }: { rows: readonly ReportRow[]; total: ReportRow }) {
  const words = useWords().reports;
  const { columns } = words;
  const { count } = useFormat();
  const cells = (row: ReportRow) => [
    count(row.listed.files),
    count(row.handedOver.files),
    count(row.today.pages),
    count(row.captured.pages),
    row.listed.pages === 0 ? "–" : `${Math.round((row.captured.pages / row.listed.pages) * 100)}`,
    count(row.checked),
    count(row.returned),
    count(row.confirmed),
    count(row.sent),
  ];
  return (
    <Table.ScrollContainer type="native" minWidth={820} tabIndex={0} role="group" aria-label={words.table}>
      <Table verticalSpacing="xs" striped aria-label={words.table} className="figures">
        <Table.Thead>
          <Table.Tr>
            {Object.entries(columns).map(([column, name]) => (
              <Table.Th key={column} ta={column === "unit" ? "left" : "right"}>
                {name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.unit}>
              <Table.Th scope="row" fw={500}>
                {row.name}
              </Table.Th>
              <FigureCells cells={cells(row)} />
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr fw={600}>
            <Table.Th scope="row">{total.name}</Table.Th>
            <FigureCells cells={cells(total)} />
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </Table.ScrollContainer>
  );
}
