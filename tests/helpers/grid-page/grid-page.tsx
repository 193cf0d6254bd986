import "@fontsource/be-vietnam-pro/vietnamese-400.css";
import "@fontsource/be-vietnam-pro/latin-400.css";
import "@mantine/core/styles.css";
import "#renderer/app/app.css";
import { MantineProvider } from "@mantine/core";
import { useCallback, useMemo, useState } from "react";
import { createRoot } from "react-dom/client";
import { theme } from "#renderer/app/theme.ts";
import { Grid } from "#renderer/ui/grid/grid.tsx";
import type { GridCell, GridColumn, GridPlace, GridProps, GridRange } from "#renderer/ui/grid/grid-types.ts";
import { StaticTable } from "./static-table.tsx";
import { columns, textOf } from "./sample-cells.ts";

/** What a test reads of the grid and asks of it. */
export type GridPage = {
  edits: { row: number; column: string; text: string; key: string }[];
  pastes: { at: GridPlace; block: readonly (readonly string[])[] }[];
  commands: string[];
  opened: number[];
  range: GridRange | undefined;
  goTo: (place: GridPlace) => void;
  /** Puts rows before the first. */
  insert: (count: number) => void;
};

declare global {
  interface Window {
    gridPage: GridPage;
  }
}

const words: GridProps["words"] = {
  reading: "Đang đọc…",
  rowNumber: "Dòng",
  keep: (title) => `Giữ giá trị cột ${title} cho dòng sau`,
  sort: (title) => `Sắp xếp theo ${title}`,
  noOption: "Không có mục nào khớp",
};

const count = Number(new URLSearchParams(window.location.search).get("rows") ?? "1000");

function Page() {
  const [inserted, setInserted] = useState(0);
  const [goTo, setGoTo] = useState<GridPlace>();
  const [edits, setEdits] = useState<ReadonlyMap<string, string>>(new Map());
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set(["box"]));
  const [sorted, setSorted] = useState({ key: "code", descending: false });
  const keyOf = useCallback((row: number) => `record-${row - inserted}`, [inserted]);
  const cell = useCallback(
    (row: number, column: GridColumn): GridCell | undefined => {
      const edited = edits.get(`${keyOf(row)}:${column.key}`);
      const option = column.options?.find(({ value }) => value === edited);
      const text = option?.label ?? edited ?? textOf(row - inserted, column);
      const unknown =
        column.kind === "choice" && text !== "" && !column.options?.some(({ label }) => label === text);
      if (unknown) return { text, problem: `Không có “${text}” trong danh mục ${column.title}` };
      // What ends in a space is a beginning.
      if (text.endsWith(" ")) return { text, typeOn: true };
      return column.key === "pages" && text === "0" ? { text, warning: "Hồ sơ chưa có tờ nào" } : { text };
    },
    [edits, inserted, keyOf],
  );
  const page = useMemo<GridPage>(
    () => ({
      edits: [],
      pastes: [],
      commands: [],
      opened: [],
      range: undefined,
      goTo: setGoTo,
      insert: (more) => setInserted((before) => before + more),
    }),
    [],
  );
  window.gridPage = page;
  return (
    <Grid
      label="Mục lục hồ sơ"
      columns={columns}
      rowCount={count + inserted}
      keyOf={keyOf}
      cell={cell}
      rowState={(row) => (row === 3 ? { mark: "withdrawn" } : row === 5 ? { mark: "draft" } : {})}
      onSeen={nothing}
      onEdit={(row, column, text, key) => {
        page.edits.push({ row, column: column.key, text, key });
        setEdits((before) => new Map(before).set(`${key}:${column.key}`, text));
      }}
      onPaste={(at, block) => page.pastes.push({ at, block })}
      onCommand={(command) => page.commands.push(command)}
      onRange={(range) => (page.range = range)}
      onOpen={(row) => page.opened.push(row)}
      kept={kept}
      onKept={({ key }) =>
        setKept(
          (before) => new Set(before.has(key) ? [...before].filter((one) => one !== key) : [...before, key]),
        )
      }
      sorted={sorted}
      onSort={({ key }) =>
        setSorted((before) => ({ key, descending: before.key === key && !before.descending }))
      }
      {...(goTo && { goTo })}
      words={words}
    />
  );
}

function nothing() {
  // Every row is there from the start.
}

const place = document.getElementById("root");
if (!place) throw new Error("index.html has no #root");
const isTable = window.location.search.includes("table");
createRoot(place).render(
  <MantineProvider theme={theme} defaultColorScheme="auto">
    <main>
      <h1>Lưới nhập</h1>
      <label>
        Ô thường <input id="bare" autoComplete="off" spellCheck={false} />
      </label>
      <div style={{ height: "44rem", margin: "1rem" }}>{isTable ? <StaticTable /> : <Page />}</div>
    </main>
  </MantineProvider>,
);
