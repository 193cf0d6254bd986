import { Table } from "@mantine/core";
import type { ReportRow } from "#shared/archive/report-row.ts";
import { type Figure, figureIn } from "#shared/report/report-figures.ts";
import { useWords } from "#renderer/app/words.tsx";
import { FigureCells } from "./figure-cells.tsx";
import { FigureLink } from "./figure-link.tsx";

/** The figures of each unit, and their sum; each leads to its list. */
export function UnitTable(props: { rows: readonly ReportRow[]; total: ReportRow; day: string }) {
  const words = useWords().reports;
  const { columns } = words;
  const { rows, total, day } = props;
  const cells = (row: ReportRow, unit: string) => {
    const cell = (name: Figure["name"], of = "", when = "") => (
      <FigureLink
        figure={{ name, of, unit, day: when }}
        value={figureIn(row, { name, of }) ?? 0}
        row={row.name}
      />
    );
    const share = row.listed.pages === 0 ? "–" : Math.round((row.captured.pages / row.listed.pages) * 100);
    return [
      cell("listed"),
      cell("handed-over"),
      cell("today-pages", "", day),
      cell("captured-pages"),
      share,
      cell("checked"),
      cell("returned"),
      cell("confirmed"),
      cell("sent"),
    ];
  };
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
              <FigureCells cells={cells(row, row.unit)} />
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr fw={600}>
            <Table.Th scope="row">{total.name}</Table.Th>
            <FigureCells cells={cells(total, "")} />
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </Table.ScrollContainer>
  );
}
