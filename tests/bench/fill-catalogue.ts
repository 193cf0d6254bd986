import { blankItem, blankFile, blankFonds } from "#shared/archive/blank.ts";
import { makeRecord } from "#shared/archive/record.ts";
import { fold } from "#shared/base/fold.ts";
import type { Database } from "#province/store/database.ts";
import { unitsBefore } from "#tests/fixtures/unit-tables.ts";
import { stamp } from "#tests/province/world.ts";

const onsets = "b c ch d đ g gi h kh l m n ng nh ph qu r s t th tr v x".split(" ");
const rimes =
  "a à á ả ã ạ an án ạn ang ảng anh ánh ảnh ạnh ao áo ạo âm ấm ân ấn ận ất ật ây ấy e é ẻ ẹ em eo êm ên ến ết ệt i í ị ích ịch iên iến iện iêu iểu inh ính ịnh o ó ọ oa oá oạt oan oàn oi ói ong óng ọng ô ố ộ ôi ối ội ông ống ộng ơ ớ ờ ơi ời ới u ú ủ ụ ua ung úng ụng ư ử ự ưa ừa ưng ứng ương ướng ường ượng".split(
    " ",
  );

/** 3,000 syllables in the shape of Vietnamese ones, the most frequent first; no two alike without accents. */
export const syllables: readonly string[] = (() => {
  const known = new Map<string, string>();
  for (let at = 0; known.size < 3000 && at < 200_000; at += 1) {
    const onset = onsets[at % onsets.length] ?? "";
    const rime = rimes[(at * 7 + Math.floor(at / onsets.length)) % rimes.length] ?? "";
    const coda = at < 4000 ? "" : (onsets[Math.floor(at / 4000) % onsets.length] ?? "");
    const word = `${onset}${rime}${coda}`;
    if (!known.has(fold(word))) known.set(fold(word), word);
  }
  return [...known.values()];
})();

/** Words of one part of a page, each as frequent as its place in the list (Zipf), so of two parts a page has 200. */
const partWords = 100;
const parts = 20_000;
const perFile = 50;

/** SQL of an expression's draw of a place in a list of `length`, the first most often. */
const drawn = (length: number) => `(1 + floor(exp(random() * ln(${length}))))::integer`;

/**
 * Fills an empty store with items of eleven districts, each of one page of 200 words, as refreshing the catalogue
 * leaves them, in some minutes instead of hours. Indexes that no search asks are left out.
 */
export async function fillCatalogue(
  database: Database,
  items: number,
  say: (line: string) => void,
): Promise<void> {
  const json = (value: unknown) => JSON.stringify(value);
  const communes = unitsBefore.filter(({ level }) => level === "commune").map(({ scope }) => scope);
  const own = { id: "", scope: "" };
  const item = makeRecord({ ...blankItem, ...own, fileId: "", ordinal: 1, subject: "" } as never, stamp());
  const file = makeRecord({ ...blankFile, ...own, fondsId: "", code: "", title: "" } as never, stamp());
  const fonds = makeRecord({ ...blankFonds, ...own, code: "", name: "" } as never, stamp());
  for (const name of [
    "records_by_seq",
    "records_by_bucket",
    "records_by_parent",
    "search_by_words",
    "catalogue_by_words",
  ])
    await database.query(`drop index ${name}`);
  for (const name of ["files_by_batch", "items_by_rendition", "pages_by_master", "pages_by_words"])
    await database.query(`drop index ${name}`);
  await database.query("create table vocabulary (place integer primary key, word text, plain text)");
  await database.query(
    `insert into vocabulary select ordinality, word, plain from unnest($1::text::text[], $2::text::text[])
       with ordinality as v(word, plain, ordinality)`,
    [`{${syllables.join(",")}}`, `{${syllables.map(fold).join(",")}}`],
  );
  await database.query("create table communes_of (place integer primary key, scope text, district text)");
  await database.query(
    `insert into communes_of select ordinality, scope, split_part(scope, '.', 1) || '.' || split_part(scope, '.', 2)
     from unnest($1::text::text[]) with ordinality as v(scope, ordinality)`,
    [`{${communes.join(",")}}`],
  );
  await database.query(
    `create table parts as
     select part, string_agg(word, ' ' order by at) as body, array_to_tsvector(array_agg(distinct plain)) as words,
       array_to_tsvector(array_agg(distinct plain) filter (where at <= 15)) as head
     from (select part, at, ${drawn(syllables.length)} as place from generate_series(1, ${parts}) as part,
       generate_series(1, ${partWords}) as at offset 0) as picked join vocabulary using (place) group by part`,
  );
  await database.query("create unique index on parts (part)");
  say("words are drawn");
  const files = Math.ceil(items / perFile);
  const insert = (collection: string, from: string) =>
    database.query(
      `insert into records (district, collection, id, scope, parent, state, hash_high, hash_low, bucket, seq, at)
       select district, '${collection}', id, scope, parent, state, 0, 0, 0, 0, '2026-01-01T00:00:00.000Z'
       from (${from}) as made`,
    );
  await insert(
    "fonds",
    `select district, 'O' || c.place || '-' || n as id, scope, '' as parent, '${json(fonds)}'::jsonb ||
       jsonb_build_object('id', 'O' || c.place || '-' || n, 'scope', scope, 'code', 'P' || n, 'name', 'Phông ' || c.place)
       as state from communes_of c, generate_series(1, 3) as n`,
  );
  await database.query(
    `create table files_of as select n, 'F' || n as id, c.scope, c.district, 'O' || c.place || '-' || (1 + n % 3) as fonds
     from generate_series(1, ${files}) as n join communes_of c on c.place = 1 + (n * 7919) % ${communes.length}`,
  );
  await insert(
    "files",
    `select district, id, scope, fonds as parent, '${json(file)}'::jsonb || jsonb_build_object('id', id, 'scope', scope,
       'fondsId', fonds, 'code', 'HS.' || n, 'title', 'Hồ sơ ' || n, 'box', (n / 20)::text) as state from files_of`,
  );
  await database.query(
    `create table items_of as
     select i.n, 'I' || i.n as id, f.id as file, f.scope, f.district, f.fonds,
       lpad(${drawn(32)}::text, 2, '0') as type, 1975 + ${drawn(50)} as year, ${drawn(2000)} as signer,
       (case when random() < 0.2 then 0 when random() < 0.9 then 1 else 2 end)::smallint as level,
       ${[1, 2].map((at) => `(1 + floor(random() * ${parts}))::integer as part${at}`).join(", ")},
       (1 + floor(random() * ${parts}))::integer as named
     from generate_series(1, ${items}) as i(n) join files_of f on f.n = least(${files}, 1 + i.n / ${perFile})`,
  );
  await insert(
    "items",
    `select i.district, i.id, i.scope, i.file as parent, '${json(item)}'::jsonb || jsonb_build_object('id', i.id,
       'scope', i.scope, 'fileId', i.file, 'ordinal', 1 + n % ${perFile}, 'type', type, 'issuedDate', year || '-05-19',
       'number', (n % 500)::text, 'symbol', 'QĐ-UB', 'signer', 'Người ký ' || signer, 'subject', array_to_string((string_to_array(p.body, ' '))[1:15], ' ')) as state
     from items_of i join parts p on p.part = i.named`,
  );
  await insert(
    "pages",
    `select district, 'P' || n as id, scope, id as parent, jsonb_build_object('id', 'P' || n, 'ordinal', 1) as state
     from items_of`,
  );
  say("records are written");
  await database.query(
    `insert into search (district, collection, id, scope, body, words)
     select district, 'pages', 'P' || n, scope, a.body || E'\n' || b.body, a.words || b.words
     from items_of join parts a on a.part = part1 join parts b on b.part = part2`,
  );
  say("pages are indexed");
  await database.query(
    `insert into catalogue (district, kind, id, scope, level, fonds, file, successor, type, year, signer, accepted, basis, head,
       words)
     select i.district, 'items', i.id, i.scope, level, fonds, file, '', type, year, 'Người ký ' || signer,
       true, '', head.head, head.head || a.words || b.words
     from items_of i join parts head on head.part = named
     join parts a on a.part = part1 join parts b on b.part = part2`,
  );
  await database.query("create index catalogue_by_words on catalogue using gin (words)");
  await database.query("create index records_by_parent on records (district, collection, parent)");
  await database.query("vacuum analyze catalogue");
  for (const table of ["records", "search"]) await database.query(`analyze ${table}`);
  say("the catalogue is made");
}
