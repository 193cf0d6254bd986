import { expect, it } from "vitest";
import { schemeHandlers } from "#electron/inventory/scheme-handlers.ts";
import { writeWorkbook } from "#electron/inventory/write-workbook.ts";
import { planScheme } from "#shared/inventory/plan-scheme.ts";
import { linesOfScheme } from "#shared/inventory/scheme-lines.ts";
import { mostSchemeLines } from "#shared/contract/scheme.ts";
import { openObjectStore } from "#shared/node/object-store.ts";
import { sampleGroup } from "#tests/helpers/sample-scheme.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

const title = "Phông Ủy ban nhân dân xã Phước Nghĩa";

async function open() {
  const objects = await openObjectStore(temporaryFolder());
  const handlers = schemeHandlers({ objects });
  return {
    handlers,
    read: async (rows: readonly (readonly string[])[], name = "phuong-an.xlsx") => {
      const { digest } = await objects.put(
        await writeWorkbook([{ name: "Trang 1", rows: rows.map((row) => [...row]) }]),
      );
      return handlers["scheme.read"]({ digest, name });
    },
    store: (bytes: Uint8Array) => objects.put(bytes),
  };
}

it("writes a scheme to a workbook, and reads the same scheme from it", async () => {
  const { handlers } = await open();
  const groups = [
    sampleGroup("one", { notation: "I", title: "Đất đai" }),
    sampleGroup("a", { parentId: "one", notation: "1", title: "Giao đất, cấp giấy chứng nhận" }),
    sampleGroup("b", { parentId: "a", notation: "", title: "Không có ký hiệu", note: "Xem II" }),
    sampleGroup("two", { notation: "II", title: "Hộ tịch", ordinal: 2 }),
  ];
  const lines = linesOfScheme(groups);
  const { digest } = await handlers["scheme.sheet"]({ title, lines });
  const read = await handlers["scheme.read"]({ digest, name: "phuong-an.xlsx" });
  expect(read.lines.map((line) => ({ ...line, row: 0 }))).toEqual(lines);
  expect(read.lines[0]?.row).toBe(4);
  expect(planScheme(groups, read.lines)).toEqual({ adds: [], changes: [], same: 4, problems: [] });
});

it("finds the columns among other rows, and passes over the row of column numbers", async () => {
  const { read } = await open();
  const { lines } = await read([
    ["ỦY BAN NHÂN DÂN XÃ"],
    [],
    ["STT", "Ký hiệu", "Tên nhóm", "Ghi chú"],
    ["(1)", "(2)", "(3)", "(4)"],
    ["1", "I.", "Tổng hợp", ""],
  ]);
  expect(lines.at(-1)).toEqual({ row: 5, notation: "I.", title: "Tổng hợp", parent: "", note: "" });
  expect(lines).toHaveLength(1);
});

it("says of a workbook that lists no groups what it lacks", async () => {
  const { read, store, handlers } = await open();
  await expect(read([["Hồ sơ", "Hộp"]])).rejects.toMatchObject({ code: "workbook-no-headings" });
  await expect(read([])).rejects.toMatchObject({ code: "workbook-empty" });
  const rows = Array.from({ length: mostSchemeLines + 1 }, (_, at) => [String(at + 1), `Nhóm ${at}`]);
  await expect(read([["Ký hiệu", "Nhóm"], ...rows])).rejects.toMatchObject({ code: "workbook-too-large" });
  const { digest } = await store(new TextEncoder().encode("không phải bảng tính"));
  await expect(handlers["scheme.read"]({ digest, name: "la.xlsx" })).rejects.toMatchObject({
    code: "workbook-unreadable",
  });
  await expect(handlers["scheme.read"]({ digest: "0".repeat(64), name: "la.xlsx" })).rejects.toMatchObject({
    code: "object-missing",
  });
});
