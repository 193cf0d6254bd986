import { arrangeScheme, type SchemeNode, walkScheme } from "#shared/archive/scheme.ts";
import { foundUnder, receivingUnit } from "#shared/archive/successor.ts";
import { readShared, type Shared, type SharedKey } from "#province/sharing/read-shared.ts";
import type { Database } from "#province/store/database.ts";
import {
  type FilePlace,
  type FondsEntry,
  type FondsReader,
  type ItemPlace,
  listFilesOf,
  listItemsOf,
  readGroupsOf,
} from "#province/store/fonds-contents.ts";
import { describeFile, describeGroup, describeItem } from "./describe-unit.ts";
import type { AidUnit } from "./model.ts";

/** How many are in memory at a time: places of files, and whole files or documents. */
const sizes = { places: 1000, files: 50, items: 100 };

/** A component begins, or the last that began ends. */
export type AidStep = { step: "open"; unit: AidUnit } | { step: "close" };

/** The tree of a fonds' classification scheme, as the groups of its record stand. */
export async function readScheme(database: Database, entry: FondsEntry): Promise<SchemeNode[]> {
  return arrangeScheme(await readGroupsOf(database, entry));
}

/**
 * All that the reader may have of one entry of a fonds, each record once: groups that hold any of it, files in them, and
 * documents in these. A document whose file is not theirs stands in the group itself, and nothing is said of that file.
 * Each is held against its records of the moment it is written at (`readShared`).
 */
export async function* walkFonds(
  database: Database,
  asked: FondsReader,
  entry: FondsEntry,
  scheme: readonly SchemeNode[],
): AsyncGenerator<AidStep> {
  const nodes = walkScheme(scheme);
  const above = new Map(nodes.flatMap((node) => node.children.map((child) => [child.group.id, node])));
  const groups = nodes.map(({ group }) => group.id);
  const opened: SchemeNode[] = [];
  /** Ends the groups that the next record is not in, and begins those that it is in. */
  function* enter(at: number): Generator<AidStep> {
    const path: SchemeNode[] = [];
    for (let node = nodes[at - 1]; node; node = above.get(node.group.id)) path.unshift(node);
    while (opened.length > 0 && !path.includes(opened.at(-1) as SchemeNode)) {
      opened.pop();
      yield { step: "close" };
    }
    for (const node of path.slice(opened.length)) {
      opened.push(node);
      yield { step: "open", unit: describeGroup(node) };
    }
  }

  for await (const places of filePlaces(database, asked, entry, groups)) {
    const shared = await readTheirs(database, asked, entry.district, "files", places);
    const files = new Map(shared.flatMap((one) => (one.kind === "files" ? [[one.id, one] as const] : [])));
    const items = itemParts(database, asked, entry.district, places);
    let next = await nextItem(items);
    for (const [index, { at, id }] of places.entries()) {
      const file = files.get(id);
      if (file) {
        yield* enter(at);
        yield { step: "open", unit: describeFile(file) };
      }
      for (; next && next.at === index + 1; next = await nextItem(items)) {
        if (!file) yield* enter(at);
        yield { step: "open", unit: describeItem(next.item) };
        yield { step: "close" };
      }
      if (file) yield { step: "close" };
    }
  }
  while (opened.pop()) yield { step: "close" };
}

async function* filePlaces(
  database: Database,
  asked: FondsReader,
  entry: FondsEntry,
  groups: readonly string[],
): AsyncGenerator<FilePlace[]> {
  let after: FilePlace | undefined;
  for (;;) {
    const places = await listFilesOf(database, asked, entry, { groups, after, limit: sizes.places });
    for (let from = 0; from < places.length; from += sizes.files)
      yield places.slice(from, from + sizes.files);
    after = places.at(-1);
    if (!after || places.length < sizes.places) return;
  }
}

type Placed = { at: number; item: Extract<Shared, { kind: "items" }> };

async function* itemParts(
  database: Database,
  asked: FondsReader,
  district: string,
  files: readonly FilePlace[],
): AsyncGenerator<Placed> {
  let after: ItemPlace | undefined;
  const ids = files.map(({ id }) => id);
  for (;;) {
    const places = await listItemsOf(database, asked, { district, files: ids, after, limit: sizes.items });
    const shared = await readTheirs(database, asked, district, "items", places);
    const placeOf = new Map(places.map(({ id, at }) => [id, at]));
    for (const item of shared) if (item.kind === "items") yield { at: placeOf.get(item.id) ?? 0, item };
    after = places.at(-1);
    if (!after || places.length < sizes.items) return;
  }
}

async function nextItem(items: AsyncGenerator<Placed>): Promise<Placed | undefined> {
  const next = await items.next();
  return next.done === true ? undefined : next.value;
}

/** What of these leaves at this moment, to officials of a commune what goes there by the choice of this moment too. */
async function readTheirs(
  database: Database,
  { reader, filter, successors }: FondsReader,
  district: string,
  kind: SharedKey["kind"],
  places: readonly { id: string }[],
): Promise<Shared[]> {
  const keys = places.map(({ id }): SharedKey => ({ district, kind, id }));
  const shared = await readShared(database, reader, keys);
  const { newCommune } = filter;
  if (newCommune === undefined) return shared;
  return shared.filter(({ file, ...one }) => {
    const { scope } = one.kind === "items" ? one.item : file;
    return foundUnder(receivingUnit(successors, scope, file.successor)).some(
      (unit) => unit.scope === newCommune,
    );
  });
}
