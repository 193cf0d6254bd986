import type { Item } from "#shared/archive/item.ts";
import { fold } from "#shared/base/fold.ts";
import type { ItemFields } from "#shared/inventory/line.ts";

type Describing = Pick<Item, "ordinal" | "number" | "symbol" | "issuedDate" | "subject">;

/** What the archive already holds, as an import asks for it. */
export type Held = {
  /** The file of the fonds with this code, compared folded. */
  fileWithCode(code: string): { id: string; title: string } | undefined;
  /** The one file of the fonds with this notation; nothing where there is none, or more than one. */
  fileWithNotation(notation: string): { id: string } | undefined;
  items(fileId: string): readonly Describing[];
};

/** A file that rows may belong to: new in this import, or held before. */
export type KnownFile = {
  id: string;
  code: string;
  title: string;
  isNew: boolean;
  /** Ordinals held before this import, and ordinals of its rows. */
  held: Set<number>;
  taken: Set<number>;
  last: number;
  /** Held items by what describes them, as often as they stand there: to know again rows that have no ordinal. */
  described: Map<string, number>;
};

export type KnownFiles = {
  withCode(code: string): KnownFile | undefined;
  withNotation(notation: string): KnownFile | undefined;
  withId(id: string): KnownFile;
  add(file: { id: string; code: string; title: string; notation: string }): KnownFile;
};

/** The files of one import, looked up once each. */
export function knownFiles(held: Held): KnownFiles {
  const byCode = new Map<string, KnownFile>();
  const byNotation = new Map<string, KnownFile | null>();
  const byId = new Map<string, KnownFile>();

  const admitHeld = (id: string, code: string, title: string): KnownFile => {
    const already = byId.get(id);
    if (already) return already;
    const file: KnownFile = { ...empty(id, code, title), isNew: false };
    for (const item of held.items(id)) {
      file.held.add(item.ordinal);
      file.last = Math.max(file.last, item.ordinal);
      const key = describe(item);
      file.described.set(key, (file.described.get(key) ?? 0) + 1);
    }
    byId.set(id, file);
    return file;
  };

  return {
    withCode(code) {
      const key = fold(code);
      const inImport = byCode.get(key);
      if (inImport) return inImport;
      const found = held.fileWithCode(code);
      if (!found) return undefined;
      const file = admitHeld(found.id, code, found.title);
      byCode.set(key, file);
      return file;
    },
    withNotation(notation) {
      const inImport = byNotation.get(fold(notation));
      if (inImport !== undefined) return inImport ?? undefined;
      const found = held.fileWithNotation(notation);
      return found && admitHeld(found.id, "", "");
    },
    withId: (id) => admitHeld(id, "", ""),
    add({ id, code, title, notation }) {
      const file = empty(id, code, title);
      byId.set(id, file);
      byCode.set(fold(code), file);
      const key = fold(notation);
      if (key !== "") byNotation.set(key, byNotation.has(key) ? null : file);
      return file;
    },
  };
}

/** What tells one item from another where no ordinal does (number, symbol, date and subject). */
export function describe(item: Describing | ItemFields): string {
  return fold([item.number, item.symbol, item.issuedDate, item.subject].join("\n"));
}

function empty(id: string, code: string, title: string): KnownFile {
  return { id, code, title, isNew: true, held: new Set(), taken: new Set(), last: 0, described: new Map() };
}
