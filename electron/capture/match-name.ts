import type { Records } from "#shared/archive/collections.ts";
import type { Item } from "#shared/archive/item.ts";
import { codeForms, readName } from "#shared/capture/name-rules.ts";
import type { Journal } from "#electron/journal/journal.ts";

export type Match = { item: Item; page: number | undefined };

/** Finds the item a scan's name is of. Nothing where none is listed, or where the name could mean two. */
export type MatchName = (path: string) => Match | undefined;

/** Matches names against the journal's files, or those of one batch; for one round of import, as it remembers. */
export function openMatching(
  journal: Pick<Journal, "filesWithCode" | "children">,
  batchId: string | undefined,
): MatchName {
  const files = new Map<string, Records["files"][]>();
  const items = new Map<string, Item[]>();
  const filesWith = (code: string) =>
    remembered(files, code, () =>
      journal
        .filesWithCode(code)
        .filter((file) => file.withdrawn === "" && (batchId === undefined || file.batchId === batchId)),
    );
  const itemsOf = (fileId: string) =>
    remembered(items, fileId, () =>
      journal.children("items", fileId).filter(({ withdrawn }) => withdrawn === ""),
    );

  return (path) => {
    const readings = readName(path).map((reading) => ({ reading, forms: codeForms(reading.fileCode) }));
    for (const nearness of [0, 1, 2] as const) {
      const found = new Map<string, Match>();
      for (const { reading, forms } of readings) {
        for (const file of forms[nearness].flatMap(filesWith)) {
          const own = itemsOf(file.id);
          const meant =
            reading.ordinal === undefined
              ? own.slice(0, own.length === 1 ? 1 : 0)
              : own.filter(({ ordinal }) => ordinal === reading.ordinal);
          for (const item of meant) {
            found.set(item.id, { item, page: found.get(item.id)?.page ?? reading.page });
          }
        }
      }
      const [match] = found.values();
      if (match) return found.size === 1 ? match : undefined;
    }
    return undefined;
  };
}

function remembered<Value>(known: Map<string, Value>, key: string, find: () => Value): Value {
  const value = known.get(key) ?? find();
  known.set(key, value);
  return value;
}
