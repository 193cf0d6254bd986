import type { ArchiveFile } from "#shared/archive/file.ts";
import type { Item } from "#shared/archive/item.ts";
import { fold } from "#shared/base/fold.ts";
import type { Values } from "#shared/inventory/diff-fields.ts";
import type { ItemFields } from "#shared/inventory/line.ts";

type Describing = Pick<Item, "number" | "symbol" | "issuedDate" | "subject">;

/** What the archive already holds, as an import asks for it. */
export type Held = {
  file(id: string): ArchiveFile | undefined;
  /** The file of the fonds with this code, compared folded. */
  fileWithCode(code: string): ArchiveFile | undefined;
  /** The one file of the fonds with this notation; nothing where there is none, or more than one. */
  fileWithNotation(notation: string): { id: string } | undefined;
  items(fileId: string): readonly Item[];
  /** What the last import said of a record; nothing where none did. */
  said(id: string): Values | undefined;
};

/** A file that rows may belong to: new in this import, or held before. */
export type KnownFile = {
  id: string;
  code: string;
  title: string;
  /** The file as it is held; absent for one that is new. */
  held: ArchiveFile | undefined;
  /** True once a row of this import told of the file. */
  met: boolean;
  /** Ordinals of the rows of this import. */
  taken: Set<number>;
  /** Greatest ordinal of all, and of the rows of this import as if the file were new. */
  last: number;
  rowsLast: number;
  items: HeldItems;
};

/** The items of a held file, found by what names or describes them; each once, to the row that it is. */
export type HeldItems = {
  withCode(code: string): Item | undefined;
  /** The item with this description, of several the one with the ordinal. */
  described(key: string, ordinal: number): Item | undefined;
  withOrdinal(ordinal: number): Item | undefined;
  take(item: Item): void;
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

  const admitHeld = (id: string, record: ArchiveFile | undefined): KnownFile => {
    const already = byId.get(id);
    if (already) return already;
    const items = [...held.items(id)].sort((one, other) => one.ordinal - other.ordinal);
    const last = items.reduce((greatest, item) => Math.max(greatest, item.ordinal), 0);
    const { code = "", title = "" } = record ?? {};
    const file: KnownFile = {
      ...{ id, code, title, held: record, met: false, taken: new Set(), last, rowsLast: 0 },
      items: heldItems(items),
    };
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
      const file = admitHeld(found.id, found);
      byCode.set(key, file);
      return file;
    },
    withNotation(notation) {
      const inImport = byNotation.get(fold(notation));
      if (inImport !== undefined) return inImport ?? undefined;
      const found = held.fileWithNotation(notation);
      return found && admitHeld(found.id, held.file(found.id));
    },
    withId: (id) => admitHeld(id, held.file(id)),
    add({ id, code, title, notation }) {
      const file: KnownFile = {
        ...{ id, code, title, held: undefined, met: true, taken: new Set(), last: 0, rowsLast: 0 },
        items: heldItems([]),
      };
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

function heldItems(items: readonly Item[]): HeldItems {
  const taken = new Set<string>();
  const byOrdinal = gather(items, (item) => item.ordinal);
  const byDescription = gather(items, describe);
  const byCode = gather(items, codeOf);
  const free = (found: readonly Item[] = []) => found.filter((item) => !taken.has(item.id));
  return {
    withCode: (code) => (code === "" ? undefined : free(byCode.get(code))[0]),
    described(key, ordinal) {
      const found = free(byDescription.get(key));
      return found.find((item) => item.ordinal === ordinal) ?? found[0];
    },
    withOrdinal: (ordinal) => free(byOrdinal.get(ordinal))[0],
    take: (item) => void taken.add(item.id),
  };
}

function codeOf(item: Item): string {
  return "code" in item.ext && typeof item.ext.code === "string" ? item.ext.code : "";
}

function gather<Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const gathered = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const same = gathered.get(key);
    if (same) same.push(item);
    else gathered.set(key, [item]);
  }
  return gathered;
}
