import { connectorTables } from "./connector-tables.ts";
import type { Database } from "./database.ts";
import { laterColumns } from "./later-columns.ts";
import { meaningTables } from "./meaning-tables.ts";

/** Every change of the tables, in order; what is released is never edited. */
const migrations: readonly (readonly string[])[] = [
  [
    `create table devices (
      token_hash text primary key, district text not null, scope text not null, role text not null,
      device_id text not null, name text not null, enrolled_at text not null,
      revoked_at text not null default '')`,
    // One row a district: who holds its lock gives the next sequence, and no other can commit before.
    `create table feeds (
      district text primary key, epoch text not null default gen_random_uuid()::text,
      seq bigint not null default 0, chain text not null default '')`,
    `create table records (
      district text not null, collection text not null, id text not null, scope text not null,
      parent text not null, state jsonb not null, hash_high bigint not null, hash_low bigint not null,
      bucket integer not null, seq bigint not null, at text not null,
      primary key (district, collection, id))`,
    `create index records_by_seq on records (district, collection, seq)`,
    `create index records_by_id on records (collection, id)`,
    `create index records_by_parent on records (district, collection, parent)`,
    `create index records_by_bucket on records (district, collection, bucket)
      include (scope, hash_high, hash_low)`,
    `create index files_by_batch on records (district, (state->>'batchId')) where collection = 'files'`,
    `create index items_by_rendition on records (district, (state->>'renditionDigest'))
      where collection = 'items'`,
    `create index pages_by_master on records (district, (state->>'masterDigest')) where collection = 'pages'`,
    `create index pages_by_words on records (district, (state->>'wordsDigest')) where collection = 'pages'`,
    `create table audit (
      district text not null, seq bigint not null, at text not null, device_id text not null,
      role text not null, collection text not null, id text not null, changes jsonb not null,
      hash text not null, chain text not null, primary key (district, seq))`,
    `create function audit_stays() returns trigger language plpgsql as
      'begin raise exception ''the audit is only ever added to''; end'`,
    `create trigger audit_stays before update or delete on audit for each row execute function audit_stays()`,
    `create table receipts (
      district text not null, digest text not null, scope text not null, size bigint not null,
      media_type text not null, device_id text not null, received_at text not null,
      primary key (district, digest, scope))`,
    `create table search (
      district text not null, collection text not null, id text not null, scope text not null,
      source text not null default '', body text not null default '', words tsvector not null,
      primary key (district, collection, id))`,
    `create index search_by_words on search using gin (words)`,
    `create table words_waiting (
      district text not null, digest text not null, id text not null, primary key (district, digest, id))`,
    `create index words_waiting_by_id on words_waiting (district, id)`,
  ],
  [
    `create table rule_packs (version integer primary key, at text not null, pack jsonb not null)`,
    `create index terms_by_standing on records ((state->>'standing')) where collection = 'terms'`,
  ],
  [
    `alter table devices add column signing_key text not null default '',
      add column sealing_key text not null default ''`,
    `create index devices_by_id on devices (device_id)`,
    `create table enrolments (
      secret_hash text primary key, scope text not null, role text not null, name text not null,
      replaces text not null, issued_at text not null, expires_at text not null,
      used_at text not null default '', used_by text not null default '')`,
  ],
  // Whether a pushed state was held before is asked of the audit.
  [`create index audit_by_record on audit (district, id)`],
  [
    `create table parcels (
      id text primary key, device_id text not null, sequence bigint not null, read_at text not null,
      times integer not null)`,
    `create index parcels_by_device on parcels (device_id, sequence)`,
  ],
  [
    `create table report_messages (
      district text not null, scope text not null, day text not null, version integer not null,
      digest_start text not null, at text not null, report jsonb not null,
      primary key (district, scope, day, version, digest_start))`,
    `create index reports_by_day on records ((state->>'day')) where collection = 'reports'`,
  ],
  [
    // How many rows were ever put aside in a district: where none was, a push need not look for them.
    `alter table feeds add column aside bigint not null default 0`,
    `create table held_rows (
      number bigserial primary key, district text not null, collection text not null, id text not null,
      device_id text not null, scope text not null, role text not null, parent_collection text not null,
      parent_id text not null, base jsonb, state jsonb not null, held_at text not null,
      settled_at text not null default '', unique (district, collection, id, device_id))`,
    `create index held_rows_by_parent on held_rows (district, parent_collection, parent_id)
      where settled_at = ''`,
    // The state as it was sent may be no JSON that a jsonb takes.
    `create table refused_rows (
      district text not null, device_id text not null, collection text not null, id text not null,
      hash text not null, scope text not null, role text not null, code text not null, detail text not null,
      state text not null, refused_at text not null, last_at text not null, times integer not null default 1,
      settled_at text not null default '', primary key (district, collection, id, device_id, hash))`,
    `create index refused_rows_open on refused_rows (district, refused_at) where settled_at = ''`,
  ],
  [
    // A read model of records and words, made by refresh-catalogue.ts: it may be emptied and is made anew.
    `create table catalogue (
      district text not null, kind text not null, id text not null, scope text not null,
      level smallint not null, fonds text not null, file text not null, successor text not null,
      type text not null, year smallint not null, signer text not null, basis text not null,
      head tsvector not null, words tsvector not null, primary key (district, kind, id))`,
    // Counting looks at many rows and at no words: the words lie apart from the rest of a row.
    `alter table catalogue alter column head set storage main`,
    `alter table catalogue alter column words set storage external`,
    `alter table catalogue set (toast_tuple_target = 512)`,
    `create index catalogue_by_words on catalogue using gin (words)`,
    `create index catalogue_by_fonds on catalogue (fonds)`,
    `create index catalogue_by_scope on catalogue (scope)`,
    `create index catalogue_by_file on catalogue (district, file)`,
    // How far each district's records were looked at for it, and which are to be made anew.
    `create table catalogue_marks (
      district text not null, collection text not null, seq bigint not null,
      primary key (district, collection))`,
    `create table catalogue_waiting (
      district text not null, number bigserial, kind text not null, id text not null,
      primary key (district, number))`,
    `create aggregate words_together(tsvector) (sfunc = tsvector_concat, stype = tsvector, initcond = '')`,
    // Words that were indexed before bear no mark of what tells of persons.
    `insert into words_waiting (district, digest, id)
      select district, state->>'wordsDigest', id from records
      where collection = 'pages' and state->>'withdrawn' = '' and state->>'wordsDigest' <> ''
      on conflict do nothing`,
  ],
  [
    // Of the whole province, not of a district. What was decided stays; the last on a pair stands.
    `create table fonds_decisions (
      number bigserial primary key, pair text not null, subject text not null, into_fonds text not null,
      verdict text not null, why text not null, device_id text not null, decided_by text not null,
      at text not null)`,
    `create index fonds_decisions_by_pair on fonds_decisions (pair, number)`,
    `create function decisions_stay() returns trigger language plpgsql as
      'begin raise exception ''decisions are only ever added to''; end'`,
    `create trigger decisions_stay before update or delete on fonds_decisions for each row
      execute function decisions_stay()`,
  ],
  [
    `create table readers (
      id text primary key, login text not null unique, name text not null, office text not null,
      role text not null, scope text not null, passphrase jsonb not null, must_change boolean not null,
      wrong integer not null default 0, wait_until text not null default '', created_at text not null,
      closed_at text not null default '')`,
    `create table reader_sessions (
      token_hash text primary key, reader_id text not null, started_at bigint not null, last_at bigint not null)`,
    `create index reader_sessions_by_reader on reader_sessions (reader_id)`,
    `create table readings (
      number bigserial primary key, at text not null, reader_id text not null, act text not null,
      district text not null, collection text not null, id text not null, detail text not null)`,
    `create index readings_by_record on readings (district, collection, id)`,
    `create index readings_by_reader on readings (reader_id, number)`,
    `create trigger readings_stay before update or delete on readings
      for each row execute function audit_stays()`,
  ],
  [
    // Who is given records over a line of their own: an agency's system, by a token.
    `create table partners (
      id text primary key, token_hash text not null unique, name text not null, scope text not null,
      level text not null, created_at text not null, revoked_at text not null default '')`,
    // What is offered to harvesters: each record that ever had a level, with the second of its last change.
    `create table harvest (
      district text not null, kind text not null, id text not null, scope text not null,
      level smallint not null, widest smallint not null, fonds text not null, file text not null,
      content text not null, stamp bigint not null, primary key (district, kind, id))`,
    `create index harvest_by_stamp on harvest (stamp, district, kind, id)`,
    `create index harvest_by_fonds on harvest (fonds)`,
    `create table harvest_clock (one integer primary key, told bigint not null)`,
    // Everything is catalogued anew once, which fills it.
    `delete from catalogue_marks`,
  ],
  [
    // Whether the batch was accepted is not known of what was catalogued before: all is made anew.
    `alter table catalogue add column accepted boolean not null default false`,
    `delete from catalogue_marks`,
  ],
  [
    // Words that stand in numbers of papers of identity alone are told apart from here on.
    `insert into words_waiting (district, digest, id)
      select district, state->>'wordsDigest', id from records
      where collection = 'pages' and state->>'withdrawn' = '' and state->>'wordsDigest' <> ''
      on conflict do nothing`,
    `delete from catalogue_marks`,
  ],
  [
    // What was asked for, and each step since; how a request stands is its last step. Neither takes a change.
    `create table copy_requests (
      district text not null, id text not null, year integer not null, place integer not null,
      item text not null, scope text not null, title text not null, asker_id text not null,
      asker text not null, entered_by text not null, wish jsonb not null, at text not null,
      primary key (district, id))`,
    `create index copy_requests_by_asker on copy_requests (asker_id)`,
    `create table copy_steps (
      district text not null, request text not null, step integer not null, state text not null,
      reader_id text not null, by_name text not null, reason text not null, lift boolean not null,
      digest text not null, pages integer not null, unread jsonb not null, at text not null,
      primary key (district, request, step))`,
    `create trigger copy_requests_stay before update or delete on copy_requests
      for each row execute function audit_stays()`,
    `create trigger copy_steps_stay before update or delete on copy_steps
      for each row execute function audit_stays()`,
    // The last number given in each year.
    `create table copy_numbers (year integer primary key, last integer not null)`,
  ],
  [
    // When a machine last asked for anything, to the minute, and by which version of the program.
    `alter table devices add column last_seen_at text not null default '',
      add column app_version text not null default ''`,
    // The last walk along each district's audit.
    `create table audit_checks (
      district text primary key, at text not null, entries bigint not null, broken_at bigint)`,
  ],
  connectorTables,
  meaningTables,
  // How often what is handed out to machines changed, by its parts, so that they know the newer.
  [`create table pack_editions (name text primary key, edition bigint not null, digest text not null)`],
  // Of people of the portal who sign in with a code too: a sealed secret, the last step it was used at.
  [
    `create table second_factors (
      reader_id text primary key, sealed text not null, confirmed_at text not null default '',
      last_step bigint not null default 0, recovery jsonb not null default '[]')`,
  ],
  // The province's amendments of the tables of units that come with the program; they stay.
  [
    `create table unit_amendments (number integer primary key, at text not null, amendment jsonb not null)`,
    `create trigger unit_amendments_stay before update or delete on unit_amendments
      for each row execute function audit_stays()`,
  ],
  ...laterColumns,
];

const lockNumber = 52_550_001;

/** Brings the tables up to date; two processes that start together take turns. */
export async function migrate(database: Database, now: () => number): Promise<void> {
  await database.transaction(async (inside) => {
    await inside.query("select 1 as locked from pg_advisory_xact_lock($1)", [lockNumber]);
    await inside.query(
      "create table if not exists migrations (number integer primary key, applied_at text not null)",
    );
    const [row] = await inside.query("select coalesce(max(number), 0) as done from migrations");
    const done = Number(row?.["done"] ?? 0);
    if (done > migrations.length) throw new Error("the tables are of a later version of this program");
    for (const [at, statements] of migrations.entries()) {
      if (at < done) continue;
      for (const statement of statements) await inside.query(statement);
      await inside.query("insert into migrations (number, applied_at) values ($1, $2)", [
        at + 1,
        new Date(now()).toISOString(),
      ]);
    }
  });
}
