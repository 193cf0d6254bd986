import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DeskFault } from "#shared/contract/fault.ts";
import type { OpenedPackage } from "#shared/node/packages/open-package.ts";
import { bagRoot } from "#shared/node/packages/verify-bag.ts";
import { readWhole } from "#shared/node/packages/read-whole.ts";
import { checkTree, type ReadTree, treeProfileOf } from "#shared/package/check-tree.ts";
import type { TreeSheet } from "#shared/package/lay-out-tree.ts";
import type { PackageFault } from "#shared/package/package-report.ts";
import { readWorkbook } from "#electron/inventory/read-workbook.ts";
import { workbookLimits } from "#electron/inventory/workbook-limits.ts";

/** The path of the tables of a tree of folders in what was opened; nothing where it is no such tree. */
export function treeTables({ paths }: OpenedPackage): string | undefined {
  return [...paths.keys()].filter((path) => /(^|\/)Metadata_Tong\.xlsx$/iu.test(path)).sort()[0];
}

/**
 * Holds a tree of folders against its tables: every field, every path, codes, totals and what lies there unlisted. The
 * digests are those of the bag around it (`verifyBag`).
 */
export async function verifyTree(
  opened: OpenedPackage,
): Promise<{ read: ReadTree | undefined; faults: PackageFault[] }> {
  const tables = treeTables(opened);
  const bytes = tables === undefined ? undefined : await readWhole(opened, tables);
  const unreadable = (detail: string) => ({
    read: undefined,
    faults: [{ code: "tree-unreadable", path: tables ?? "", detail } as const],
  });
  if (tables === undefined || !bytes) return unreadable("Metadata_Tong.xlsx");
  const sheets = await readTables(bytes);
  if (typeof sheets === "string") return unreadable(sheets);
  const profile = treeProfileOf(sheets);
  if (!profile) return unreadable(sheets.map(({ name }) => name).join(", "));
  const root = tables.slice(0, tables.lastIndexOf("/") + 1);
  // All that a bag carries is the tree's; outside of one the tree may lie beside what is not.
  const bag = bagRoot(opened);
  const within = bag === undefined ? root : `${bag}data/`;
  const paths = [...opened.paths.keys()].filter((path) => path.startsWith(within));
  return checkTree(sheets, profile, { root, tables, paths });
}

async function readTables(bytes: Uint8Array): Promise<TreeSheet[] | string> {
  const folder = await mkdtemp(join(tmpdir(), "mucluc-"));
  try {
    const path = join(folder, "tables.xlsx");
    await writeFile(path, bytes, { mode: 0o600 });
    const sheets: TreeSheet[] = [];
    for await (const { name, rows } of readWorkbook(path, workbookLimits)) {
      const sheet: TreeSheet = { name, rows: [] };
      for await (const slice of rows) sheet.rows.push(...slice.map(({ cells }) => cells));
      sheets.push(sheet);
    }
    return sheets;
  } catch (error) {
    if (error instanceof DeskFault) return error.code;
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
