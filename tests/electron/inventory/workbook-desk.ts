import { onTestFinished } from "vitest";
import { openWorkbooks } from "#electron/inventory/open-workbooks.ts";
import type { CellToWrite } from "#electron/inventory/write-workbook.ts";
import type { Profile } from "#shared/archive/profile.ts";
import type { RowProblem } from "#shared/inventory/line.ts";
import { type ObjectStore, openObjectStore } from "#shared/node/object-store.ts";
import { openTestJournal } from "#tests/helpers/open-test-journal.ts";
import { sampleFonds } from "#tests/helpers/sample-records.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

/** A journal with one fonds, an object store, and the handlers over them; each of the test's own. */
export async function openDesk(scope = "52.550", options: { folder?: string; objects?: ObjectStore } = {}) {
  const journal = openTestJournal();
  const objects = options.objects ?? (await openObjectStore(temporaryFolder()));
  journal.write("fonds", [sampleFonds("fonds-1", { code: "H05.02", archiveCode: "" })], "screen");
  const profile: Profile = { name: "Lê Thị Mẫu", role: "commune-preparer", scope };
  let ms = Date.UTC(2025, 4, 6);
  const told: unknown[] = [];
  const workbooks = openWorkbooks({
    folder: options.folder ?? temporaryFolder(),
    journal,
    objects,
    now: () => (ms += 1),
    profile: () => profile,
    names: {
      units: [],
      terms: () => [{ list: "issuer", label: "Ủy ban nhân dân xã Mẫu", into: "" }],
    },
    emit: (_, value) => told.push(value),
  });
  const { handlers } = workbooks;
  let closed = false;
  const close = () => {
    if (!closed) workbooks.close();
    closed = true;
  };
  onTestFinished(close);
  const read = async (bytes: Buffer, options: { name?: string; fileId?: string } = {}) => {
    const { digest } = await objects.put(bytes);
    const { name = "sheet.xlsx", fileId } = options;
    return await handlers["workbook.read"]({
      digest,
      name,
      fondsId: "fonds-1",
      ...(fileId ? { fileId } : {}),
    });
  };
  const write = async (token: string) => await handlers["workbook.write"]({ token });
  const files = () => journal.children("files", "fonds-1");
  const items = (fileId: string) => journal.children("items", fileId).sort((a, b) => a.ordinal - b.ordinal);
  return { journal, objects, handlers, told, read, write, files, items, close };
}

/** Row, severity, code and cell of each problem. */
export const said = (problems: readonly RowProblem[]) =>
  problems.map(({ row, code, severity, found }) => [row, severity, code, found]);

/** A row of the contractors' sheet by the places of its columns, from 0. */
export function contractorRow(cells: Record<number, CellToWrite>): CellToWrite[] {
  return Array.from({ length: 46 }, (_, column) => cells[column]);
}

/** Cells of a file in that sheet. */
export const dossier = {
  2: "01",
  3: "05",
  4: "12",
  5: "Hồ sơ cấp đất",
  6: "Vĩnh viễn",
  7: "Công khai",
  8: "Tiếng Việt",
  11: 2015,
  14: 2016,
};
