import { posix } from "node:path";
import { DeskFault } from "#shared/contract/fault.ts";
import type { SheetSource } from "#shared/inventory/sheet-row.ts";
import { openPackage, type Package } from "./open-package.ts";
import { readSharedTexts, type SharedTexts } from "./read-shared-texts.ts";
import { readSheet } from "./read-sheet.ts";
import { type CellFormat, readStyles } from "./read-styles.ts";
import { attributeOf, scanXml } from "./scan-xml.ts";
import { countUpTo, type WorkbookLimits } from "./workbook-limits.ts";

/** The visible sheets of an XLSX workbook, in order; each may be read once, one after another. */
export async function* readWorkbook(path: string, limits: WorkbookLimits): AsyncGenerator<SheetSource> {
  const parts = await openPackage(path, limits);
  try {
    const main = await mainPart(parts);
    const relations = await readRelations(parts, main);
    const byType = (type: string) =>
      [...relations.values()].find((relation) => relation.type === type)?.target;
    const { sheets, from1904 } = await readSheetList(parts, main);
    const stylesPart = byType("styles");
    const textsPart = byType("sharedStrings");
    const formats: CellFormat[] =
      stylesPart !== undefined && parts.has(stylesPart) ? await readStyles(parts.read(stylesPart)) : [];
    const shared: SharedTexts =
      textsPart !== undefined && parts.has(textsPart)
        ? await readSharedTexts(parts.read(textsPart), limits)
        : { texts: [], fonts: new Map() };
    const macros = byType("vbaProject") !== undefined;
    const countRows = countUpTo(limits.rows, "rows");
    for (const { name, relation } of sheets) {
      const part = relations.get(relation);
      if (part?.type !== "worksheet") continue;
      const rows = readSheet(parts.read(part.target), { shared, formats, from1904, limits, countRows });
      yield { name, from1904, rows, macros };
    }
  } finally {
    parts.close();
  }
}

async function mainPart(parts: Package): Promise<string> {
  if (parts.has("_rels/.rels")) {
    for (const relation of (await readRelations(parts, "")).values()) {
      if (relation.type === "officeDocument" && parts.has(relation.target)) return relation.target;
    }
  }
  if (parts.has("xl/workbook.xml")) return "xl/workbook.xml";
  throw new DeskFault("workbook-unreadable", { detail: "no workbook in the package" });
}

type Relation = { type: string; target: string };

/** What a part points to, by the id it uses; the type is the last word of the type's address. */
async function readRelations(parts: Package, of: string): Promise<Map<string, Relation>> {
  const folder = posix.dirname(of);
  const path = of === "" ? "_rels/.rels" : posix.join(folder, "_rels", `${posix.basename(of)}.rels`);
  const relations = new Map<string, Relation>();
  if (!parts.has(path)) return relations;
  await scanTags(parts.read(path), (name, attributes) => {
    if (name !== "Relationship") return;
    const target = attributeOf(attributes, "Target") ?? "";
    relations.set(attributeOf(attributes, "Id") ?? "", {
      type: (attributeOf(attributes, "Type") ?? "").split("/").at(-1) ?? "",
      target: target.startsWith("/") ? target.slice(1) : posix.join(folder, target),
    });
  });
  return relations;
}

async function readSheetList(parts: Package, main: string) {
  const sheets: { name: string; relation: string }[] = [];
  let from1904 = false;
  await scanTags(parts.read(main), (name, attributes) => {
    if (name === "workbookPr") from1904 = /^(1|true|on)$/.test(attributeOf(attributes, "date1904") ?? "");
    if (name !== "sheet" || (attributeOf(attributes, "state") ?? "visible") !== "visible") return;
    const relation = attributeOf(attributes, "r:id") ?? /:id\s*=\s*["']([^"']*)/.exec(attributes)?.[1] ?? "";
    sheets.push({ name: attributeOf(attributes, "name") ?? "", relation });
  });
  return { sheets, from1904 };
}

async function scanTags(pieces: AsyncIterable<string>, open: (name: string, attributes: string) => void) {
  const nothing = () => undefined;
  const scanner = scanXml({ open, close: nothing, text: nothing });
  for await (const piece of pieces) scanner.write(piece);
  scanner.end();
}
