import { type CollectionName } from "#shared/archive/collections.ts";
import { documentTypes } from "#shared/archive/codes.ts";
import type { ArchiveRecord } from "#shared/archive/record.ts";
import { tellsOfPersons } from "#shared/archive/access-level.ts";
import { foldedWords } from "#shared/base/fold.ts";
import { maskIdentityNumbers } from "#shared/portal/identity-numbers.ts";
import type { Querying } from "./database.ts";

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

/** The words by which a record is found; nothing where it is not to be, or where they lie in an object of its own. */
export function wordsOf(collection: CollectionName, record: ArchiveRecord): string[] | undefined {
  if (collection === "pages" || record.withdrawn !== "") return undefined;
  return markedWords(searchedTexts(collection, record));
}

/** Takes withdrawn records out of the search, and notes pages that wait for the object that holds their words. */
export async function tidySearch(
  inside: Querying,
  collection: CollectionName,
  district: string,
  records: readonly ArchiveRecord[],
): Promise<void> {
  const gone = records.filter((record) => record.withdrawn !== "").map(({ id }) => id);
  if (gone.length > 0) {
    await inside.query(
      `delete from search where district = $1 and collection = $2
       and id in (select jsonb_array_elements_text($3::jsonb))`,
      [district, collection, JSON.stringify(gone)],
    );
  }
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
