import type { ReactNode } from "react";
import classes from "./grid-row.module.css";

/** A row of a table that is drawn as a list: the same `columns` (a CSS grid template) in head and rows line up. */
export function GridRow(props: {
  columns: string;
  head?: boolean;
  dim?: boolean;
  cells: readonly ReactNode[];
}) {
  const { columns, head, dim, cells } = props;
  return (
    <div
      role="row"
      className={head ? classes["head"] : classes["row"]}
      data-dim={dim ? true : undefined}
      style={{ gridTemplateColumns: columns }}
    >
      {cells.map((cell, at) => (
        <div key={at} role={head ? "columnheader" : "cell"} className={classes["cell"]}>
          {cell}
        </div>
      ))}
    </div>
  );
}
