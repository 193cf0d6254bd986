import type { Item } from "#shared/archive/item.ts";
import { fold, foldedWords } from "#shared/base/fold.ts";
import type { DuplicateGroup } from "#shared/contract/listing.ts";
import { issuerKey } from "./issuing-body.ts";
import { joinSets } from "./join-sets.ts";

/** What of an item tells it from its doubles. */
export type DuplicateItem = Pick<
  Item,
  "id" | "number" | "symbol" | "issuedDate" | "issuer" | "subject" | "addressee" | "keptBecause"
> & {
  /** Digests of what was captured: the rendition, and each master with the page of it (`<digest>#<page>`). */
  contents?: readonly string[];
};

/** How alike two subjects have to be to be shown side by side: shared words, twice, by the words of both. */
export const nearlyEqual = 0.8;

/**
 * Where doubles of an item can be, as a text to group or index by: number and date. Empty where either is unknown:
 * such items are kept, blank and in place (the rule of cataloguers), and only equal scans tell them to be one.
 */
export function duplicateBucket(item: Pick<Item, "number" | "issuedDate">): string {
  const number = fold(item.number).replace(/\s+/g, "").replace(/^0+/, "");
  return number === "" || item.issuedDate === "" ? "" : `${number}|${item.issuedDate}`;
}

/**
 * The same text for the same document: number, symbol, date, subject, issuer and addressee, without accents, case or
 * punctuation. Another addressee keeps both.
 */
export function duplicateKey(item: Omit<DuplicateItem, "id" | "keptBecause">): string {
  const words = (text: string) => foldedWords(text).join(" ");
  return [
    duplicateBucket(item),
    words(item.symbol),
    words(item.subject),
    issuerKey(item.issuer),
    words(item.addressee),
  ].join("|");
}

/** How alike two subjects are as sets of folded words, from 0 to 1. */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size + other.size === 0) return 1;
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  let shared = 0;
  for (const word of small) if (large.has(word)) shared += 1;
  return (2 * shared) / (one.size + other.size);
}

/** An item as it is compared, folded once. */
type Kind = { words: ReadonlySet<string>; symbol: string; issuer: string; addressee: string };

/**
 * Groups of items that may be one document, in the order of their first item: `same` by key; `near` where number and
 * date are one, symbol, issuer and addressee agree or are unknown in one, and subjects are nearly equal; `content` by
 * equal scans. Not quadratic: only items of one number and date are compared, and of very many only neighbours.
 */
export function findDuplicates(items: readonly DuplicateItem[]): DuplicateGroup[] {
  const place = new Map(items.map(({ id }, index) => [id, index]));
  const byId = new Map(items.map((item) => [item.id, item]));
  const groups: DuplicateGroup[] = [];
  const told = new Set<string>();
  const tell = (kind: DuplicateGroup["kind"], itemIds: string[]) => {
    itemIds.sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
    // Equal scans of what is already told to be one document say nothing new.
    if (itemIds.length < 2 || told.has(itemIds.join(" "))) return;
    told.add(itemIds.join(" "));
    const open = itemIds.filter((id) => byId.get(id)?.keptBecause.trim() === "");
    groups.push({ kind, itemIds, justified: open.length <= 1 });
  };
  for (const bucket of groupBy(items, duplicateBucket)) {
    const kinds = groupBy(bucket, duplicateKey);
    const heads = kinds.map(([item]) => kindOf(item));
    for (const joined of joinSets(heads.length, nearPairs(heads))) {
      const ids = joined.flatMap((index) => kinds[index] ?? []).map(({ id }) => id);
      tell(joined.length === 1 ? "same" : "near", ids);
    }
  }
  for (const ids of contentGroups(items)) tell("content", ids);
  return groups.sort((a, b) => (place.get(a.itemIds[0] ?? "") ?? 0) - (place.get(b.itemIds[0] ?? "") ?? 0));
}

/** The items among `others` that a new item would double: the same or nearly; for the moment before it is saved. */
export function twinsOf(item: DuplicateItem, others: readonly DuplicateItem[]): string[] {
  const bucket = duplicateBucket(item);
  if (bucket === "") return [];
  const own = kindOf(item);
  return others
    .filter((other) => other.id !== item.id && duplicateBucket(other) === bucket)
    .filter((other) => areNear(own, kindOf(other)))
    .map(({ id }) => id);
}

function kindOf(item: DuplicateItem): Kind {
  return {
    words: new Set(foldedWords(item.subject)),
    symbol: foldedWords(item.symbol).join(" "),
    issuer: issuerKey(item.issuer),
    addressee: foldedWords(item.addressee).join(" "),
  };
}

/** More kinds than this under one number and date are compared with their neighbours by subject only. */
const window = 24;

function nearPairs(kinds: readonly Kind[]): [number, number][] {
  const sorted = kinds
    .map((kind, index) => ({ kind, index, subject: [...kind.words].sort().join(" ") }))
    .sort((a, b) => (a.subject < b.subject ? -1 : a.subject > b.subject ? 1 : 0));
  const pairs: [number, number][] = [];
  for (const [at, one] of sorted.entries()) {
    for (const other of sorted.slice(at + 1, at + 1 + window)) {
      if (areNear(one.kind, other.kind)) pairs.push([one.index, other.index]);
    }
  }
  return pairs;
}

function areNear(one: Kind, other: Kind): boolean {
  return (
    agree(one.symbol, other.symbol) &&
    agree(one.issuer, other.issuer) &&
    agree(one.addressee, other.addressee) &&
    likeness(one.words, other.words) >= nearlyEqual
  );
}

function agree(one: string, other: string): boolean {
  return one === other || one === "" || other === "";
}

function contentGroups(items: readonly DuplicateItem[]): string[][] {
  const first = new Map<string, number>();
  const pairs: [number, number][] = [];
  for (const [index, { contents = [] }] of items.entries()) {
    for (const content of contents) {
      const before = first.get(content);
      if (before === undefined) first.set(content, index);
      else pairs.push([before, index]);
    }
  }
  return joinSets(items.length, pairs)
    .filter((joined) => joined.length > 1)
    .map((joined) => joined.flatMap((index) => items[index]?.id ?? []));
}

/** The groups of equal, non-empty key, as the first of each comes. */
function groupBy<Kind>(all: readonly Kind[], keyOf: (one: Kind) => string): [Kind, ...Kind[]][] {
  const groups = new Map<string, [Kind, ...Kind[]]>();
  for (const one of all) {
    const key = keyOf(one);
    if (key === "") continue;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}
