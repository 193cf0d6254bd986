import type { SearchAnswer, SearchHit, SearchRequest } from "#shared/contract/records.ts";
import { collectionNames } from "#shared/archive/collections.ts";
import { fold, foldedWords } from "#shared/base/fold.ts";
import type { Device } from "#province/access/device.ts";
import { type Database, numberIn, type Row, textIn } from "./database.ts";
import { districtLies, lies } from "./scope.ts";
import { wordQuery } from "./search-index.ts";

const countLimit = 1000;
const found = `from search s where s.words @@ $1::tsquery and ${districtLies("s.district", 2)} and ${lies("s.scope", 2)}`;

/**
 * Records within the device's scope that hold all the words, the last one as a beginning, marks and case aside.
 * Items come first, then files, fonds, batches, and pages by their text. The words of items and files follow what was
 * pushed (`isFoundLater`): what was withdrawn or moved away meanwhile is counted, at most, and never shown.
 */
export async function searchRecords(
  database: Database,
  device: Device,
  { words, limit }: SearchRequest,
): Promise<SearchAnswer> {
  const sought = foldedWords(words).slice(0, 20);
  if (sought.length === 0) return { hits: [], total: 0 };
  const query = sought.map((word, at) => wordQuery(word, { begun: at === sought.length - 1 })).join(" & ");
  const [counted] = await database.query(
    `select count(*)::bigint as total from (select 1 ${found} limit ${countLimit}) as met`,
    [query, device.scope],
  );
  const rows = await database.query(
    `with met as (
       select s.district, s.collection, s.id, s.scope ${found}
       order by array_position(array['items', 'files', 'fonds', 'batches', 'pages'], s.collection), s.id
       limit $3)
     select met.collection, met.id, met.scope, text.body, own.state as own,
       item.state as item, item.id as item_id, file.state as file
     from met
     join search text on text.district = met.district and text.collection = met.collection
       and text.id = met.id
     join records own on own.district = met.district and own.collection = met.collection and own.id = met.id
       and own.state->>'withdrawn' = '' and ${lies("own.scope", 2)}
     left join records item on item.district = met.district and item.collection = 'items'
       and item.id = case met.collection when 'items' then met.id when 'pages' then own.parent end
     left join records file on file.district = met.district and file.collection = 'files'
       and file.id = case met.collection when 'files' then met.id else item.parent end
     order by array_position(array['items', 'files', 'fonds', 'batches', 'pages'], met.collection), met.id`,
    [query, device.scope, limit],
  );
  return {
    hits: rows.map((row) => hitOf(row, sought)),
    total: counted ? numberIn(counted, "total") : 0,
  };
}

function hitOf(row: Row, sought: readonly string[]): SearchHit {
  const collection = collectionNames.find((name) => name === row["collection"]) ?? "items";
  const [own, item, file] = [fieldsOf(row["own"]), fieldsOf(row["item"]), fieldsOf(row["file"])];
  const body = textIn(row, "body");
  const code = [file("code"), item("ordinal")].filter(Boolean).join(".");
  const lines = {
    fonds: [own("code"), own("dateSpan")],
    batches: [own("number"), own("state")],
    files: [own("code"), own("startDate"), own("endDate")],
    items: [code, [item("number"), item("symbol")].filter(Boolean).join("/"), item("issuedDate")],
    pages: [code, own("ordinal"), item("issuedDate")],
    exclusions: [],
    groups: [own("notation")],
    boxes: [own("inventory"), own("room"), own("shelf"), own("tier")],
    terms: [],
    conflicts: [],
    handovers: [],
    custody: [],
    points: [],
    notes: [],
    reports: [],
  };
  const titles = {
    fonds: own("name"),
    batches: own("name") || own("number"),
    files: own("title"),
    items: item("subject"),
    pages: item("subject") || own("sourceName"),
    exclusions: "",
    groups: own("title"),
    boxes: own("number"),
    terms: "",
    conflicts: "",
    handovers: "",
    custody: "",
    points: "",
    notes: "",
    reports: "",
  };
  return {
    collection,
    id: textIn(row, "id"),
    title: titles[collection],
    line: lines[collection].filter(Boolean).join(" · "),
    snippet: body === "" ? "" : snippetOf(body, sought),
    fileId: collection === "files" ? textIn(row, "id") : item("fileId"),
    itemId: idOf(row["item_id"]),
    renditionDigest: item("renditionDigest"),
    scope: textIn(row, "scope"),
  };
}

/** About 160 characters of a text around the first word met, every word met in «»; with `begun` the last is met as a beginning. */
export function snippetOf(text: string, sought: readonly string[], begun = true): string {
  const last = sought.at(-1) ?? "";
  const isMet = (word: string) => sought.includes(word) || (begun && word.startsWith(last));
  const words = [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)];
  const first = words.findIndex(([word]) => isMet(fold(word)));
  if (first < 0) return "";
  const from = words[Math.max(0, first - 8)]?.index ?? 0;
  let shown = from > 0 ? "… " : "";
  let at = from;
  for (const [index, match] of words.entries()) {
    if (match.index < from || index > first + 24) continue;
    const [word] = match;
    shown += text.slice(at, match.index) + (isMet(fold(word)) ? `«${word}»` : word);
    at = match.index + word.length;
  }
  return (at < text.length ? `${shown} …` : shown).replace(/\s+/g, " ").trim();
}

function idOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function fieldsOf(state: unknown): (field: string) => string {
  const fields = new Map<string, unknown>(
    typeof state === "object" && state !== null ? Object.entries(state) : [],
  );
  return (field) => {
    const value = fields.get(field);
    return typeof value === "string" || typeof value === "number" ? String(value) : "";
  };
}
