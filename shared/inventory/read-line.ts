import type { RetentionCode } from "#shared/archive/codes.ts";
import { fold } from "#shared/base/fold.ts";
import type { ColumnField } from "#shared/inventory/column-field.ts";
import { groupKey } from "#shared/inventory/group-names.ts";
import type { FileFields, ItemFields, Line } from "#shared/inventory/line.ts";
import { codeReadings, readAccess, splitDocumentType } from "#shared/inventory/read-code.ts";
import { codeKey } from "#shared/inventory/propose-code.ts";
import { readDateSpan } from "#shared/inventory/read-date.ts";
import { cut, readerOf, type RowReader, type SheetReading } from "#shared/inventory/row-reader.ts";
import { hasItem, isAside, repeatedFile } from "#shared/inventory/row-kind.ts";
import { isSecretClass, isSecretNote, isSecretSymbol } from "#shared/inventory/secret-mark.ts";
import type { SheetRow } from "#shared/inventory/sheet-row.ts";
import { countOfSpan, splitSymbol } from "#shared/inventory/split-symbol.ts";

/** What a row of a recognised sheet says; nothing for a row that is no line of it (a section's name, the foot). */
export function readLine(row: SheetRow, sheet: SheetReading): Line | undefined {
  const { kind } = sheet.layout;
  if (isAside(row, sheet)) return undefined;
  const reader = readerOf(row, sheet);
  const line: Line = { sheet: sheet.name, row: row.row, layout: kind, problems: reader.problems };
  const repeated = repeatedFile(row, sheet);
  const namesFile = ["file.code", "file.number", "file.notation", "file.title"] as const;
  if (repeated) line.file = repeated;
  else if (namesFile.some((field) => reader.text(field) !== "")) line.file = readFile(reader, sheet);
  if (kind !== "file-inventory" && hasItem(row, sheet)) line.item = readItem(reader, sheet);
  if (reader.legacy.length > 0) line.legacy = reader.legacy;
  const secret = refuseSecret(reader, sheet, repeated !== undefined);
  if (line.file && !repeated && reader.problems.length === 0) {
    sheet.before = { cells: row.cells, file: line.file };
  }
  return secret ? { ...line, secret } : line;
}

function readFile(reader: RowReader, sheet: SheetReading): FileFields {
  const before = reader.kept.length;
  const { startDate, endDate } = readSpan(reader, sheet);
  const { leafCount, pageCount } = readLeavesAndPages(reader, sheet);
  const number = reader.text("file.number");
  const group = readGroup(reader, sheet);
  const fields: FileFields = {
    code: reader.text("file.code"),
    number,
    notation: reader.text("file.notation") === "" ? cut(number, 20) : reader.limited("file.notation", 20),
    inventory: reader.limited("file.inventory", 20),
    box: reader.limited("file.box", 20),
    groupId: group.id,
    title: reader.limited("file.title", 1000),
    retention: readRetentionOf(reader),
    access: reader.code("file.access", codeReadings.access, ""),
    language: reader.code("file.language", codeReadings.language, ""),
    startDate,
    endDate,
    leafCount,
    pageCount,
    condition: reader.code("file.condition", codeReadings.condition, ""),
    keywords: reader.limited("file.keywords", 100),
    note: "",
    ext: extOf(reader, "file"),
  };
  if (group.unread !== "") fields.ext["group"] = group.unread;
  fields.note = noteOf(reader, ["file.explanation", "file.note"], before, 2000, fields.ext);
  return fields;
}

function readItem(reader: RowReader, sheet: SheetReading): ItemFields {
  const before = reader.kept.length;
  const ordinalField = sheet.layout.columns.has("item.ordinal") ? "item.ordinal" : "row";
  const { type, subject } = readTypeAndSubject(reader);
  const { number, symbol } = readNumberAndSymbol(reader);
  const leaves = reader.limited("item.leaves", 20);
  const fields: ItemFields = {
    ordinal:
      ordinalField === "row" && sheet.layout.kind !== "item-inventory"
        ? 0
        : reader.count(ordinalField, 9_999_999),
    type,
    number,
    symbol,
    issuedDate: reader.date("item.date"),
    issuer: reader.limited("item.issuer", 200),
    subject,
    signer: reader.limited("item.signer", 100),
    language: reader.code("item.language", codeReadings.language, ""),
    access: reader.code("item.access", codeReadings.access, ""),
    condition: reader.code("item.condition", codeReadings.condition, ""),
    leaves,
    pageCount: sheet.layout.columns.has("item.pages")
      ? reader.count("item.pages", 9999)
      : pagesOfSpan(leaves),
    keywords: reader.limited("item.keywords", 100),
    autograph: reader.limited("item.autograph", 2000),
    note: "",
    ext: extOf(reader, "item"),
  };
  fields.note = noteOf(reader, ["item.note"], before, 500, fields.ext);
  if (fields.subject === "") reader.refuse(subjectField(sheet), "empty-title", "");
  return fields;
}

/** The group of the scheme that a file is put in; `unread` where the cell names none, or more than one. */
function readGroup(reader: RowReader, { groups }: SheetReading): { id: string; unread: string } {
  const found = reader.text("file.group");
  const id = found === "" ? "" : groups.get(groupKey(found));
  if (typeof id === "string") return { id, unread: "" };
  reader.warn("file.group", id === null ? "group-not-one" : "group-not-known", found);
  return { id: "", unread: cut(found, 1000) };
}

/** "Vĩnh viễn", or a number of years: one the list has no code for is "Khác", and stays in the note. */
function readRetentionOf(reader: RowReader): RetentionCode {
  const years = /^\d{1,3} nam\b/.test(fold(reader.text("file.retention")));
  return reader.code("file.retention", codeReadings.retention, years ? "07" : "");
}

function readSpan(reader: RowReader, sheet: SheetReading) {
  const [startDate, endDate] = [reader.date("file.start"), reader.date("file.end")];
  const text = reader.text("file.span");
  if (startDate !== "" || endDate !== "" || text === "") return { startDate, endDate };
  const span = readDateSpan(text, sheet.from1904);
  if (span) return { startDate: span.start, endDate: span.end };
  reader.warn("file.span", "date-not-read", text);
  reader.keep("file.span", text);
  return { startDate: "", endDate: "" };
}

/** "Số tờ / số trang" holds `12/24`, or one number: leaves. */
function readLeavesAndPages(reader: RowReader, { layout: { columns } }: SheetReading) {
  // Columns of their own, as our forms have them hidden, say it exactly.
  if (columns.has("file.leaves") && columns.has("file.pages")) {
    return { leafCount: reader.count("file.leaves", 99_999), pageCount: reader.count("file.pages", 99_999) };
  }
  const both = /^(\d+)\s*(?:tờ)?\s*[/-]\s*(\d+)\s*(?:trang)?$/iu.exec(reader.text("file.leavesAndPages"));
  if (both) return { leafCount: Number(both[1]), pageCount: Number(both[2]) };
  const pageCount = reader.count("file.pages", 99_999);
  const leafCount = reader.count("file.leaves", 99_999);
  return { leafCount: leafCount === 0 ? reader.count("file.leavesAndPages", 99_999) : leafCount, pageCount };
}

function readTypeAndSubject(reader: RowReader) {
  const joined = reader.limited("item.typeAndSubject", 500);
  const type = reader.code("item.type", codeReadings.type, "");
  const own = reader.limited("item.subject", 500);
  if (joined === "" || own !== "") return { type, subject: own };
  const split = splitDocumentType(joined);
  // The subject stays whole: what stands before it is how the sheet names the document.
  return { type: type === "" ? split.type : type, subject: joined };
}

function readNumberAndSymbol(reader: RowReader) {
  const joined = splitSymbol(reader.text("item.numberAndSymbol"));
  const number = reader.text("item.number");
  const split =
    /[/]|\p{L}-/u.test(number) && reader.text("item.symbol") === "" ? splitSymbol(number) : undefined;
  const whole = {
    number: split ? split.number : number || joined.number,
    symbol: split ? split.symbol : reader.text("item.symbol") || joined.symbol,
  };
  const fit = (field: "item.number" | "item.symbol", text: string, limit: number) => {
    if (text.length <= limit) return text;
    reader.warn(field, "too-long", text);
    reader.overlong[field] = text;
    return cut(text, limit);
  };
  return { number: fit("item.number", whole.number, 11), symbol: fit("item.symbol", whole.symbol, 30) };
}

function pagesOfSpan(leaves: string): number {
  const span = countOfSpan(leaves);
  // A single number says where the document begins, not how long it is.
  return span === undefined || span === 1 ? 0 : Math.min(span, 9999);
}

const further = {
  file: {
    "file.archive": "archive",
    "file.fonds": "fonds",
    "file.fondsName": "fondsName",
    "file.secrecy": "urgency",
    "file.documents": "documents",
    "file.sign": "informationSign",
    "file.trust": "trust",
    "file.paperCode": "paperCode",
    "file.recovery": "recovery",
    "file.recoveryState": "recoveryState",
  },
  item: {
    "item.code": "code",
    "item.secrecy": "urgency",
    "item.retention": "retention",
    "item.sign": "informationSign",
    "item.trust": "trust",
    "item.process": "process",
    "item.class": "class",
    "item.path": "path",
  },
} as const satisfies Record<string, Partial<Record<ColumnField, string>>>;

function extOf(reader: RowReader, of: "file" | "item"): Record<string, string> {
  const ext: Record<string, string> = {};
  for (const [field, name] of Object.entries(further[of])) {
    const text = reader.text(field as ColumnField);
    if (text !== "") ext[name] = cut(text, 1000);
  }
  for (const [field, text] of Object.entries(reader.overlong)) {
    if (field.startsWith(`${of}.`)) ext[`whole.${field.slice(of.length + 1)}`] = text;
  }
  return ext;
}

function noteOf(
  reader: RowReader,
  fields: readonly ColumnField[],
  keptBefore: number,
  limit: number,
  ext: Record<string, string>,
): string {
  const own = fields.map((field) => reader.text(field)).filter((text) => text !== "");
  const note = [...own, ...reader.kept.slice(keptBefore)].join("; ");
  if (note.length > limit) {
    reader.warn(fields.at(-1) ?? "", "too-long", note);
    ext["whole.note"] = note;
  }
  return cut(note, limit);
}

/** Refuses a row with a mark of secrecy, and says what it stands on: the file makes all its items secret. */
function refuseSecret(
  reader: RowReader,
  sheet: SheetReading,
  fileIsClean: boolean,
): "file" | "item" | undefined {
  const isSecretAccess = (text: string) =>
    isSecretClass(text) ||
    readAccess(text) === "03" ||
    (text !== "" && sheet.codes.get(codeKey("access", text)) === "03");
  const marks: [ColumnField, (text: string) => boolean][] = [
    ["file.access", isSecretAccess],
    ["file.secrecy", isSecretClass],
    ["file.note", isSecretNote],
    ["file.explanation", isSecretNote],
    ["item.access", isSecretAccess],
    ["item.secrecy", isSecretClass],
    ["item.note", isSecretNote],
    ["item.numberAndSymbol", isSecretSymbol],
    ["item.symbol", isSecretSymbol],
    ["item.number", isSecretSymbol],
  ];
  const found = marks.find(([field, isMark]) => {
    if (fileIsClean && field.startsWith("file.")) return false;
    return isMark(reader.text(field));
  });
  if (!found) return undefined;
  reader.refuse(found[0], "secret", reader.text(found[0]));
  return found[0].startsWith("file.") && sheet.layout.kind !== "item-inventory" ? "file" : "item";
}

function subjectField(sheet: SheetReading): ColumnField {
  return sheet.layout.columns.has("item.subject") ? "item.subject" : "item.typeAndSubject";
}
