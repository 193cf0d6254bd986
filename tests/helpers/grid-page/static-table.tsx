import { columns, textOf } from "./sample-cells.ts";

const rows = Array.from({ length: 100 }, (_, row) => row);

/** The reference of the bench: a plain table of a hundred rows in a frame of the same size. */
export function StaticTable() {
  return (
    <div id="frame" style={{ height: "100%", overflow: "auto" }} tabIndex={0}>
      <table style={{ width: "140rem" }}>
        <tbody>
          {rows.map((row) => (
            <tr key={row} style={{ height: "2.25rem" }}>
              {columns.map((column) => (
                <td key={column.key}>
                  {column.key === "note" ? <input defaultValue={textOf(row, column)} /> : textOf(row, column)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
