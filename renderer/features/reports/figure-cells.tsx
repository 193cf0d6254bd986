import { Table } from "@mantine/core";
import type { ReactNode } from "react";

/** The figures of a row side by side, each at the right of its column. */
export function FigureCells({ cells }: { cells: readonly ReactNode[] }) {
  return cells.map((cell, at) => (
    <Table.Td key={at} ta="right">
      {cell}
    </Table.Td>
  ));
}
