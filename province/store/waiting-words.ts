import { Compile } from "typebox/compile";
import { pageWordsSchema } from "#shared/archive/page.ts";
import { countKinds } from "./count-tables.ts";
import { type Database, textIn } from "./database.ts";
import { textList } from "./lists.ts";
import { meets } from "./scope.ts";
import { wordsOfPage } from "./search-index.ts";

/** Which waiting pages to look at: all, or of a district those of some objects or some ids. */
export type WaitingWords =
  "all" | { district: string; digests: readonly string[] } | { district: string; ids: readonly string[] };

/** A page that waits for the object of its words, which has come. */
export type WaitingPage = { district: string; id: string; digest: string };

/** How to read an object's bytes whole, or nothing where it is not here or too large for words. */
export type ReadWords = (digest: string) => Promise<Uint8Array | undefined>;

/** With the text that was read; nothing where the object holds no words. */
type Read = WaitingPage & { text: string | undefined };

const atOnce = 200;
/** Objects that are read at the same time; one of words is at most 16 MB. */
const readAtOnce = 8;
const bodyLimit = 1_000_000;
/** Letters of text that go into one statement. */
const lettersAtOnce = 4_000_000;

/**
 * The next pages after one, in the order of the table's key, whose words objects have come in, at most 200, and whether
 * there may be more. Nothing is taken: a page waits until its text is written.
 */
export async function nextWaiting(
  database: Database,
  only: WaitingWords,
  after: WaitingPage | undefined,
): Promise<{ pages: WaitingPage[]; more: boolean }> {
  const { from, list } = waitingOf(only);
  // From the few that are asked for to their records, whatever the server believes to be few: before it has counted
  // these tables it would read the pages of the whole district.
  const rows = await database.query(
    `select w.district, w.id, w.digest from ${from}
     join lateral (select r.scope from records r
       where r.district = w.district and r.collection = 'pages' and r.id = w.id offset 0) r on true
     where (w.district, w.digest, w.id) > ($1, $2, $3)
       and exists (select 1 from receipts t where t.district = w.district and t.digest = w.digest
         and ${meets("t.scope", "r.scope")})
     order by w.district, w.digest, w.id limit ${atOnce}`,
    [after?.district ?? "", after?.digest ?? "", after?.id ?? "", ...list],
  );
  const pages = rows.map((row) => ({
    district: textIn(row, "district"),
    id: textIn(row, "id"),
    digest: textIn(row, "digest"),
  }));
  return { pages, more: pages.length === atOnce };
}

function waitingOf(only: WaitingWords): { from: string; list: string[] } {
  if (only === "all") return { from: "words_waiting w", list: [] };
  const [column, values] = "digests" in only ? ["digest", only.digests] : ["id", only.ids];
  return {
    from: `(select distinct value from unnest($5::text::text[]) as given(value)) as given
     join lateral (select * from words_waiting where district = $4 and ${column} = given.value offset 0) w on true`,
    list: [only.district, textList(values)],
  };
}

/**
 * Indexes the texts of waiting pages, some in a statement, and lets these wait no longer. An object that holds no
 * words is passed over; a page whose object could not be read, or whose words the store does not take, is told to
 * `report` and goes on waiting. Safe to repeat, and to run at the same time twice.
 */
export async function indexPages(
  database: Database,
  pages: readonly WaitingPage[],
  readWords: ReadWords,
  report: (fault: unknown) => void,
): Promise<void> {
  let texts: Read[] = [];
  let letters = 0;
  const flushOne = (one: Read) => write(database, [one]).catch((fault: unknown) => report(fault));
  const counted = (some: readonly Read[]) =>
    some[0] && countKinds(database, some[0].district, "words of pages", some.length);
  const flush = async () => {
    const some = texts;
    texts = [];
    letters = 0;
    if (some.length === 0) return;
    try {
      await write(database, some);
      await counted(some);
    } catch (fault) {
      report(fault);
      // One of them may be what the store cannot take: the others must not wait for it.
      if (some.length > 1) for (const one of some) await flushOne(one);
    }
  };
  const read = (page: WaitingPage) =>
    readWords(page.digest).then(
      (bytes): Read => ({ ...page, text: readText(bytes) }),
      (fault: unknown) => report(fault),
    );
  for (let at = 0; at < pages.length; at += readAtOnce) {
    for (const one of await Promise.all(pages.slice(at, at + readAtOnce).map(read))) {
      if (!one) continue;
      texts.push(one);
      letters += one.text?.length ?? 0;
      if (letters > lettersAtOnce) await flush();
    }
  }
  await flush();
}

async function write(database: Database, pages: readonly Read[]): Promise<void> {
  // One statement is one transaction, in one way to the server and back. It need not be on the disk at once: what a
  // crash takes of it waits again, and is made again out of the object.
  await database.query(
    `with done as materialized (
       select done.* from (select set_config('synchronous_commit', 'off', true)) as later,
         unnest($1::text::text[], $2::text::text[], $3::text::text[], $4::text::boolean[],
           $5::text::text[], $6::text::text[]) as done(district, id, digest, made, body, words)
     ), standing as (
       select r.district, r.id, r.scope, r.parent, done.digest, done.body, done.words from done
       join records r on r.district = done.district and r.collection = 'pages' and r.id = done.id
         and r.state->>'wordsDigest' = done.digest and r.state->>'withdrawn' = ''
       where done.made
     ), indexed as (
       insert into search (district, collection, id, scope, source, body, words)
       select district, 'pages', id, scope, digest, body, words::tsvector from standing order by district, id
       on conflict (district, collection, id) do update set scope = excluded.scope,
         source = excluded.source, body = excluded.body, words = excluded.words
     ), noted as (
       insert into catalogue_waiting (district, kind, id) select distinct district, 'items', parent from standing
     )
     delete from words_waiting w using done
     where w.district = done.district and w.digest = done.digest and w.id = done.id`,
    [
      textList(pages.map(({ district }) => district)),
      textList(pages.map(({ id }) => id)),
      textList(pages.map(({ digest }) => digest)),
      textList(pages.map(({ text }) => String(text !== undefined))),
      textList(pages.map(({ text = "" }) => text)),
      textList(pages.map(({ text = "" }) => wordsOfPage(text).join(" "))),
    ],
  );
}

const wordsShape = Compile(pageWordsSchema);

function readText(bytes: Uint8Array | undefined): string | undefined {
  if (!bytes) return undefined;
  try {
    const words: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (!wordsShape.Check(words)) return undefined;
    return words.text
      .slice(0, bodyLimit)
      .replaceAll("\0", "")
      .replace(/\p{Cs}/gu, "");
  } catch {
    return undefined;
  }
}
