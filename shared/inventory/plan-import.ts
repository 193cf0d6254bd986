import type { Fonds } from "#shared/archive/fonds.ts";
import { fold } from "#shared/base/fold.ts";
import { makeFileCode, namesAFile } from "#shared/inventory/file-code.ts";
import { describe, type Held, type KnownFile, knownFiles } from "#shared/inventory/known-files.ts";
import type { FileFields, ItemFields, Line, RowProblem } from "#shared/inventory/line.ts";

export type ImportContext = {
  fonds: Pick<Fonds, "code" | "archiveCode">;
  /** The file that items belong to where their sheet names none. */
  fileId: string | undefined;
  held: Held;
  newId: () => string;
};

export type FileToWrite = { id: string; fields: FileFields };
export type ItemToWrite = { id: string; fileId: string; fields: ItemFields };

/**
 * What came of one row: `taken` (it adds a file, an item or both), `refused` by an error (its file may still be
 * added), or `skipped` for it adds nothing to what is listed.
 */
export type RowOutcome = {
  outcome: "taken" | "refused" | "skipped";
  file?: FileToWrite;
  item?: ItemToWrite;
  problems: RowProblem[];
};

type Say = (severity: RowProblem["severity"], code: RowProblem["code"], found?: string) => void;

/**
 * Decides row by row what is written: each file and each ordinal once, and nothing that is already listed. Rows come
 * in the order of their sheets, sheets of files before sheets of items that name them.
 */
export function planImport(context: ImportContext): (line: Line, year: string) => RowOutcome {
  const files = knownFiles(context.held);
  const secretCodes = new Set<string>();
  /** The file of the row before, for rows that repeat none; absent where that row's file was refused. */
  let before: { sheet: string; file: KnownFile | undefined; secret: boolean } | undefined;

  const settleFile = (fields: FileFields, year: string, withItem: boolean, say: Say) => {
    const code = settleCode(context.fonds, fields, year, say);
    if (code === undefined) return undefined;
    const known = files.withCode(code);
    if (known) {
      // A title may have been put right since it was listed; but items under another title belong to another file.
      const same = fields.title === "" || known.title === "" || fold(known.title) === fold(fields.title);
      if (same || (!known.isNew && !withItem)) return { file: known };
      say("error", "code-twice", code);
      return undefined;
    }
    if (fields.title === "") {
      say("error", "empty-title", code);
      return undefined;
    }
    if (fields.code === "") say("warning", "empty-code", code);
    const id = context.newId();
    const file = files.add({ id, code, title: fields.title, notation: fields.notation });
    return { file, written: { id, fields: { ...fields, code } } };
  };

  const fileNamed = (named: FileFields | undefined): KnownFile | undefined => {
    if (named && named.code !== "") return files.withCode(named.code);
    const notation = named?.notation ?? "";
    const found = notation === "" ? undefined : (files.withNotation(notation) ?? files.withCode(notation));
    return found ?? (context.fileId === undefined ? undefined : files.withId(context.fileId));
  };

  const fileOfRow = (line: Line, year: string, say: Say): { file?: KnownFile; written?: FileToWrite } => {
    if (line.layout === "item-inventory") {
      const file = fileNamed(line.file);
      return file ? { file } : {};
    }
    if (!line.file) {
      if (before?.sheet !== line.sheet) return {};
      if (before.secret) say("error", "secret");
      return before.file ? { file: before.file } : {};
    }
    const silent: Say = () => undefined;
    const code = settleCode(context.fonds, line.file, year, silent);
    const secret = line.secret === "file" || (code !== undefined && secretCodes.has(fold(code)));
    if (secret) {
      if (code !== undefined) secretCodes.add(fold(code));
      if (line.secret === undefined) say("error", "secret");
      before = { sheet: line.sheet, file: undefined, secret };
      return {};
    }
    const settled = settleFile(line.file, year, line.item !== undefined, say);
    before = { sheet: line.sheet, file: settled?.file, secret };
    return settled ?? {};
  };

  return (line, year) => {
    // Of a secret row nothing is repeated but the mark itself.
    const problems = line.secret === undefined ? [...line.problems] : line.problems.filter(isSecret);
    const say: Say = (severity, code, found = "") => {
      if (line.secret !== undefined && code !== "secret") return;
      problems.push({
        sheet: line.sheet,
        row: line.row,
        column: "",
        code,
        severity,
        found: found.slice(0, 200),
      });
    };
    const { file, written } = fileOfRow(line, year, say);
    if (!file && !problems.some(isError)) say("error", "file-not-named");
    const added = written ? { file: written } : {};
    if (!file || problems.some(isError)) return { outcome: "refused", ...added, problems };
    if (line.item) {
      const item = settleItem(line.item, file, context.newId, say);
      if (problems.some(isError)) return { outcome: "refused", ...added, problems };
      return {
        outcome: item || written ? "taken" : "skipped",
        ...added,
        ...(item ? { item } : {}),
        problems,
      };
    }
    if (written) return { outcome: "taken", file: written, problems };
    if (line.layout === "file-inventory" && file.isNew) {
      say("error", "code-twice", file.code);
      return { outcome: "refused", problems };
    }
    if (!file.isNew) say("warning", "already-listed", file.code);
    return { outcome: "skipped", problems };
  };
}

function settleItem(
  item: ItemFields,
  file: KnownFile,
  newId: () => string,
  say: Say,
): ItemToWrite | undefined {
  if (item.ordinal === 0) {
    const key = describe(item);
    const times = file.described.get(key) ?? 0;
    if (times > 0) {
      file.described.set(key, times - 1);
      say("warning", "already-listed", file.code);
      return undefined;
    }
  }
  const ordinal = item.ordinal === 0 ? file.last + 1 : item.ordinal;
  if (file.taken.has(ordinal)) {
    say("error", "ordinal-twice", String(ordinal));
    return undefined;
  }
  file.taken.add(ordinal);
  if (file.held.has(ordinal)) {
    say("warning", "already-listed", `${file.code}.${ordinal}`);
    return undefined;
  }
  if (item.ordinal === 0) say("warning", "ordinal-missing", String(ordinal));
  file.last = Math.max(file.last, ordinal);
  return { id: newId(), fileId: file.id, fields: { ...item, ordinal } };
}

/** The code the sheet gives, or one made of fonds, year (or inventory) and notation. */
function settleCode(
  fonds: ImportContext["fonds"],
  fields: FileFields,
  year: string,
  say: Say,
): string | undefined {
  if (fields.code !== "") {
    if (namesAFile(fields.code)) return fields.code;
    say("error", fields.code.length > 100 ? "too-long" : "code-not-known", fields.code);
    return undefined;
  }
  const made = makeFileCode(fonds, fields.startDate.slice(0, 4) || year || fields.inventory, fields.notation);
  if (made === undefined || made.length > 100) {
    // A file without a title is told so: that is what its row lacks first.
    say("error", fields.title === "" ? "empty-title" : "empty-code", fields.notation);
    return undefined;
  }
  return made;
}

function isError(problem: RowProblem): boolean {
  return problem.severity === "error";
}

function isSecret(problem: RowProblem): boolean {
  return problem.code === "secret";
}
