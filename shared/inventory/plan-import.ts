import type { Fonds } from "#shared/archive/fonds.ts";
import { fold, foldedWords } from "#shared/base/fold.ts";
import { makeFileCode, namesAFile } from "#shared/inventory/file-code.ts";
import {
  diffFields,
  type Difference,
  valuesOfFile,
  valuesOfRecord,
  type Values,
} from "#shared/inventory/diff-fields.ts";
import { describe, type Held, type KnownFile, knownFiles } from "#shared/inventory/known-files.ts";
import type { FileFields, ItemFields, Line, RowProblem } from "#shared/inventory/line.ts";
import { settleItem } from "#shared/inventory/settle-item.ts";

export type ImportContext = {
  fonds: Pick<Fonds, "code" | "archiveCode">;
  /** The file that items belong to where their sheet names none. */
  fileId: string | undefined;
  held: Held;
  newId: () => string;
  /** All lines of the import, to tell a row that was put in from one that was changed. */
  lines: readonly Line[];
};

export type FileToWrite = { id: string; fields: FileFields };
export type ItemToWrite = { id: string; fileId: string; fields: ItemFields };

/** A listed record that a row tells of: what the row says, and where that differs. */
export type Met = {
  collection: "files" | "items";
  id: string;
  label: string;
  values: Values;
  differences: Difference[];
};

/**
 * What came of one row: `taken` (it adds a file, an item or both), `refused` by an error (its file may still be
 * added), `changed` where it only says listed records otherwise, or `skipped` for it adds nothing to what is listed.
 */
export type RowOutcome = {
  outcome: "taken" | "refused" | "changed" | "skipped";
  file?: FileToWrite;
  item?: ItemToWrite;
  met: Met[];
  problems: RowProblem[];
};

export type Say = (severity: RowProblem["severity"], code: RowProblem["code"], found?: string) => void;

/**
 * Decides row by row what is written: each file and each ordinal once, and nothing that is already listed. Rows come
 * in the order of their sheets, sheets of files before sheets of items that name them.
 */
export function planImport(context: ImportContext): (line: Line, year: string) => RowOutcome {
  const files = knownFiles(context.held);
  const secretCodes = new Set<string>();
  const saidIn = describedRows(context);
  /** The file of the row before, for rows that repeat none; absent where that row's file was refused. */
  let before:
    { sheet: string; file: KnownFile | undefined; fields?: FileFields; secret: boolean } | undefined;

  const settleFile = (fields: FileFields, year: string, withItem: boolean, say: Say) => {
    const code = settleCode(context.fonds, fields, year, say);
    if (code === undefined) return undefined;
    const known = files.withCode(code);
    if (known) {
      if (isSameFile(known, fields, withItem)) {
        const again = known.met;
        return { file: known, again, ...meet(known, fields) };
      }
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

  /** A title may have been put right since it was listed; but items under quite another title belong to another file. */
  const isSameFile = (known: KnownFile, fields: FileFields, withItem: boolean): boolean => {
    const same = fields.title === "" || known.title === "" || fold(known.title) === fold(fields.title);
    // The first row that tells of a listed file may put its title right; the others must then agree with it.
    if (same || !known.held || known.met) return same;
    const certain = fields.code !== "" || context.held.said(known.id) !== undefined;
    return !withItem || (certain && resemble(known.title, fields.title));
  };

  /** What the first row that tells of a listed file says of it; further rows only repeat it. */
  const meet = (known: KnownFile, fields: FileFields): { met?: Met } => {
    if (known.met || !known.held) return {};
    known.met = true;
    if (fields.title !== "") known.title = fields.title;
    const values = valuesOfFile(fields);
    const listed = valuesOfRecord(known.held, Object.keys(values));
    const differences = diffFields(listed, context.held.said(known.id), values);
    return { met: { collection: "files", id: known.id, label: known.code, values, differences } };
  };

  const fileNamed = (named: FileFields | undefined): KnownFile | undefined => {
    if (named && named.code !== "") return files.withCode(named.code);
    const notation = named?.notation ?? "";
    const found = notation === "" ? undefined : (files.withNotation(notation) ?? files.withCode(notation));
    return found ?? (context.fileId === undefined ? undefined : files.withId(context.fileId));
  };

  /** `again`: an earlier row of this import told of the file. */
  type Placed = { file?: KnownFile; written?: FileToWrite; met?: Met; again?: boolean };

  const fileOfRow = (line: Line, year: string, say: Say): Placed => {
    if (line.layout === "item-inventory") {
      const file = fileNamed(line.file);
      return file ? { file } : {};
    }
    if (!line.file) {
      if (before?.sheet !== line.sheet) return {};
      if (before.secret) say("error", "secret");
      return before.file ? { file: before.file } : {};
    }
    // A row that repeats the file of the row before, in the very same words, is not settled again.
    if (before?.sheet === line.sheet && before.fields === line.file && before.file) {
      return { file: before.file, again: true };
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
    before = { sheet: line.sheet, file: settled?.file, fields: line.file, secret };
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
        cell: "",
        column: "",
        code,
        severity,
        found: found.slice(0, 200),
      });
    };
    const { file, written, met: metFile, again = false } = fileOfRow(line, year, say);
    const met = metFile ? [metFile] : [];
    const refused = (): RowOutcome => ({
      outcome: "refused",
      ...(written ? { file: written } : {}),
      met,
      problems: problems.some(isSecret) ? problems.filter(isSecret) : problems,
    });
    if (!file && !problems.some(isError)) say("error", "file-not-named");
    if (!file || problems.some(isError)) return refused();
    if (line.item) {
      const saidElsewhere = (key: string) => saidIn(line, key);
      const { item, met: metItem } = settleItem(line.item, file, { ...context, say, saidElsewhere });
      if (problems.some(isError)) return refused();
      if (metItem) met.push(metItem);
      const added = { ...(written ? { file: written } : {}), ...(item ? { item } : {}) };
      const changed = met.some(({ differences }) => differences.length > 0);
      return {
        outcome: item || written ? "taken" : changed ? "changed" : "skipped",
        ...added,
        met,
        problems,
      };
    }
    if (written) return { outcome: "taken", file: written, met, problems };
    if (line.layout === "file-inventory" && again) {
      say("error", "code-twice", file.code);
      return refused();
    }
    if (met.some(({ differences }) => differences.length > 0)) return { outcome: "changed", met, problems };
    if (file.held) say("warning", "already-listed", file.code);
    return { outcome: "skipped", met, problems };
  };
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

/** True where two titles share half of the words of the shorter. */
function resemble(one: string, other: string): boolean {
  const [first, second] = [new Set(foldedWords(one)), new Set(foldedWords(other))];
  const common = [...first].filter((word) => second.has(word)).length;
  return common * 2 >= Math.min(first.size, second.size);
}

/** Tells whether some row of the same file as a line describes its item in given words; gathered when first asked. */
function describedRows({ fonds, lines }: ImportContext): (line: Line, key: string) => boolean {
  const places = new Map<Line, string>();
  const described = new Set<string>();
  const gather = () => {
    let place = "";
    for (const line of lines) {
      const { file } = line;
      if (file) place = fold(settleCode(fonds, file, "", () => undefined) ?? file.notation);
      places.set(line, `${line.sheet}\n${place}`);
      if (line.item) described.add(`${line.sheet}\n${place}\n${describe(line.item)}`);
    }
  };
  return (line, key) => {
    if (places.size === 0) gather();
    return described.has(`${places.get(line) ?? ""}\n${key}`);
  };
}
