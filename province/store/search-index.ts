import { type CollectionName } from "#shared/archive/collections.ts";
import { documentTypes } from "#shared/archive/codes.ts";
import type { ArchiveRecord } from "#shared/archive/record.ts";
import { tellsOfPersons } from "#shared/archive/access-level.ts";
import { foldedWords } from "#shared/base/fold.ts";
import { maskIdentityNumbers } from "#shared/portal/identity-numbers.ts";
import type { Querying } from "./database.ts";
import { lineList, textList } from "./lists.ts";

const searched: Record<CollectionName, readonly string[]> = {
  fonds: ["code", "name", "dateSpan", "history"],
  batches: ["number", "name", "note"],
  files: ["code", "notation", "title", "box", "keywords", "note"],
  items: ["number", "symbol", "issuedDate", "issuer", "subject", "signer", "keywords", "autograph", "note"],
  pages: [],
  exclusions: [],
  groups: ["notation", "title", "note"],
  boxes: ["number", "room", "shelf", "tier", "note"],
  terms: [],
  conflicts: [],
  handovers: [],
  custody: [],
  points: [],
  notes: [],
  reports: [],
};

/** Longest word that is told from others. */
export const wordLength = 60;
const wordLimit = 20_000;
const halves = /[\ud800-\udfff]/;

/** The different folded words of a text, for a `tsvector`. */
function indexedWords(text: string): string[] {
  const words = new Set<string>();
  for (const word of foldedWords(text)) {
    words.add(word.slice(0, wordLength));
    if (words.size >= wordLimit) break;
  }
  // A pair that the cut at either end left half of is no letter.
  const cut = [...words];
  return halves.test(text) ? cut.filter((word) => !/\p{Cs}/u.test(word)) : cut;
}

/** Before a word that stands in numbers of papers of identity alone; no word of a search begins with it. */
const coveredMark = "#";

/** The words of texts; those that are read in covered numbers alone are told apart, for not everybody may seek them. */
function markedWords(texts: readonly string[]): string[] {
  const all = indexedWords(texts.join("\n"));
  const masked = texts.map(maskIdentityNumbers);
  if (masked.every((text, at) => text === texts[at])) return all;
  const open = new Set(indexedWords(masked.join("\n")));
  return [...new Set([...open, ...all.map((word) => (open.has(word) ? word : coveredMark + word))])];
}

/** The part of a `tsquery` that a folded word is met by, as a beginning where `begun`; in covered numbers too unless `masked`. */
export function wordQuery(word: string, { masked = false, begun = false } = {}): string {
  const cut = word.slice(0, wordLength);
  const plain = `'${cut}'${begun ? ":*" : ""}`;
  // Numbers alone are covered, and what is written as one word with them.
  if (masked || !(begun || /\d/.test(cut))) return plain;
  return `(${plain} | '${coveredMark}${cut}'${begun ? ":*" : ""})`;
}

/**
 * True where the words of a collection's records are not written with them but by `refreshCatalogue`, which reads them
 * anyway: of the many that come together, to write their words took a fifth of the time.
 */
export function isFoundLater(collection: CollectionName): collection is "files" | "items" {
  return collection === "files" || collection === "items";
}

/** The words by which a record is found; nothing where it is not to be, or where they lie in an object of its own. */
export function wordsOf(collection: CollectionName, record: ArchiveRecord): string[] | undefined {
  if (collection === "pages" || record.withdrawn !== "") return undefined;
  return markedWords(searchedTexts(collection, record));
}

/**
 * Takes withdrawn records out of the search, but such as are found later, and notes pages that wait for the object
 * that holds their words.
 */
export async function tidySearch(
  inside: Querying,
  collection: CollectionName,
  district: string,
  records: readonly ArchiveRecord[],
): Promise<void> {
  const gone = records.filter((record) => record.withdrawn !== "").map(({ id }) => id);
  if (gone.length > 0 && !isFoundLater(collection)) await takeOut(inside, district, collection, gone);
  if (collection !== "pages") return;
  const standing = records.filter((record) => record.withdrawn === "");
  const pages = standing.map((page) => ({ id: page.id, digest: textOf(page, "wordsDigest") }));
  await inside.query(
    `insert into words_waiting (district, digest, id)
     select $1, digest, id from jsonb_to_recordset($2::jsonb) as page(digest text, id text)
     where digest <> '' on conflict do nothing`,
    [district, JSON.stringify(pages)],
  );
}

/** Writes the words of records of a district that are found later, and takes out those of the ids that have none. */
export async function writeSearched(
  inside: Querying,
  of: { district: string; collection: CollectionName; ids: readonly string[] },
  records: readonly { id: string; scope: string; words: readonly string[] }[],
): Promise<void> {
  const { district, collection } = of;
  const stay = new Set(records.map(({ id }) => id));
  const gone = of.ids.filter((id) => !stay.has(id));
  if (gone.length > 0) await takeOut(inside, district, collection, gone);
  await inside.query(
    `insert into search (district, collection, id, scope, words)
     select $1, $2, id, scope, words::tsvector from unnest($3::text::text[], $4::text::text[],
       string_to_array($5, E'\n')) as found(id, scope, words)
     on conflict (district, collection, id) do update set scope = excluded.scope, words = excluded.words
     where search.scope <> excluded.scope or search.words <> excluded.words`,
    [
      district,
      collection,
      textList(records.map(({ id }) => id)),
      textList(records.map(({ scope }) => scope)),
      lineList(records.map(({ words }) => words.join(" "))),
    ],
  );
}

async function takeOut(
  inside: Querying,
  district: string,
  collection: CollectionName,
  ids: readonly string[],
): Promise<void> {
  await inside.query(
    `delete from search where district = $1 and collection = $2
     and id in (select jsonb_array_elements_text($3::jsonb))`,
    [district, collection, JSON.stringify(ids)],
  );
}

/** Among the words of a page: its text tells of persons. It holds what no word does, so nobody can search for it. */
export const personsMark = "#persons";

/** The words by which a page is found, of its recognised text. */
export function wordsOfPage(text: string): string[] {
  return tellsOfPersons(text) ? [...markedWords([text]), personsMark] : markedWords([text]);
}

function searchedTexts(collection: CollectionName, record: ArchiveRecord): string[] {
  const texts = searched[collection].map((field) => textOf(record, field));
  if (collection === "items") {
    const type = textOf(record, "type");
    texts.push(documentTypes.find(([code]) => code === type)?.[1] ?? "");
  }
  return texts;
}

function textOf(record: ArchiveRecord, field: string): string {
  const value: unknown = Reflect.get(record, field);
  return typeof value === "string" ? value : "";
}
