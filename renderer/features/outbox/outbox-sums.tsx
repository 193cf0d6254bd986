import { Button, Table } from "@mantine/core";
import type { ReactNode } from "react";

/** One kind of what waits: its name, figures, and whether it is the one whose rows are shown. */
export type SumRow = {
  key: string;
  name: string;
  cells: readonly ReactNode[];
  shown: boolean;
  show?: () => void;
};

/** A table of sums, each with a way to its rows. `columns` are the headings of name, cells and the last button. */
export function OutboxSums(props: {
  label: string;
  columns: readonly string[];
  rows: readonly SumRow[];
  showLabel: (name: string) => string;
  show: string;
}) {
  const { label, columns, rows, showLabel, show } = props;
  return (
    <Table aria-label={label}>
      <Table.Thead>
        <Table.Tr>
          {columns.map((column) => (
            <Table.Th key={column}>{column}</Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.key}>
            <Table.Td>{row.name}</Table.Td>
            {row.cells.map((cell, at) => (
              <Table.Td key={columns[at + 1]}>{cell}</Table.Td>
            ))}
            {row.show && (
              <Table.Td>
                <Button
                  size="compact-sm"
                  variant={row.shown ? "light" : "default"}
                  aria-pressed={row.shown}
                  aria-label={showLabel(row.name)}
                  onClick={row.show}
                >
                  {show}
                </Button>
              </Table.Td>
            )}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
