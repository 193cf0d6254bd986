/** What came to be kept in tables that there were: a migration a list, in their order. */
export const laterColumns: readonly (readonly string[])[] = [
  // Why a machine is let in: noted when its file is made, and again when the machine comes by it.
  [`alter table enrolments add column reason text not null default ''`],
  // How far a machine's clock was ahead of the province's when it was last measured, and when that was.
  [
    `alter table devices add column clock_ahead_ms bigint,
      add column clock_measured_at text not null default ''`,
  ],
  // The secret of a phone that is to take the place of the one in use, until a code of it was shown.
  [`alter table second_factors add column next_sealed text not null default ''`],
  // By what a search is narrowed field by field: everything is catalogued anew once, which fills it.
  [
    `alter table catalogue add column number text not null default '', add column issuer text not null default '',
      add column begins text not null default '', add column ends text not null default ''`,
    `delete from catalogue_marks`,
  ],
  [
    // As whom people are known at the provider that they sign in by, and the account there that is bound to them.
    `create table reader_identities (
      reader_id text primary key, noted text not null, issuer text not null default '',
      subject text not null default '', bound_at text not null default '')`,
    `create unique index reader_identities_by_note on reader_identities (lower(noted))`,
    `create unique index reader_identities_by_subject on reader_identities (issuer, subject)
      where subject <> ''`,
    // Sign-ins that are under way there, or that wait for a code of ours.
    `create table provider_entries (
      token_hash text primary key, state text not null, nonce text not null, verifier text not null,
      reader_id text not null, started_at bigint not null)`,
    // How somebody signed in: by their passphrase, by the provider, or by it with a second factor of its own.
    `alter table reader_sessions add column entered_by text not null default 'passphrase'`,
  ],
  [
    // Amendments of units that were decided ahead of their day, and how each ended: in force, or withdrawn. Both stay.
    `create table planned_amendments (
      place integer primary key, due text not null, at text not null, by_id text not null, planned jsonb not null)`,
    `create table planned_ends (
      place integer primary key references planned_amendments, at text not null, state text not null,
      by_name text not null, reason text not null)`,
    `create trigger planned_amendments_stay before update or delete on planned_amendments
      for each row execute function audit_stays()`,
    `create trigger planned_ends_stay before update or delete on planned_ends
      for each row execute function audit_stays()`,
  ],
  [
    // Who delivers over a way, and until when that holds without a word of theirs; what it carries beside descriptions.
    `alter table connectors add column run_token text not null default '',
      add column run_started timestamptz, add column run_until timestamptz,
      add column carries text not null default 'descriptions'`,
    // The object that was delivered, where it was one.
    `alter table deliveries add column object_digest text not null default '',
      add column object_size bigint not null default 0`,
  ],
  // What waits to be catalogued is taken by what it is, however often it was asked for.
  [`create index catalogue_waiting_by_id on catalogue_waiting (district, kind, id)`],
  // Which pack of rules and which amendment of units a machine applies, by its own word; nothing where it never said.
  [`alter table devices add column rules_pack integer, add column units_amended integer`],
  // Which PDFs a partner is given.
  [`alter table partners add column pdfs text not null default 'none'`],
  // The version of the program that an officer asked for with a pack of rules; empty where none.
  [`alter table rule_packs add column needs text not null default ''`],
  [
    // Links by which somebody without an account reads one document, each opening, and each end. None takes a change;
    // of secrets there are hashes alone.
    `create table share_links (
      district text not null, id text not null, token_hash text not null, item text not null, scope text not null,
      title text not null, recipient text not null, reason text not null, maker_id text not null,
      maker text not null, office text not null, at text not null, until_at bigint not null,
      most integer not null, primary key (district, id))`,
    `create index share_links_by_token on share_links (token_hash)`,
    `create index share_links_by_maker on share_links (maker_id)`,
    `create table share_openings (
      district text not null, link text not null, place integer not null, token_hash text not null,
      at text not null, until_at bigint not null, primary key (district, link, place))`,
    `create index share_openings_by_token on share_openings (token_hash)`,
    `create table share_ends (
      district text not null, link text not null, at text not null, by_id text not null,
      by_name text not null, reason text not null, primary key (district, link))`,
    `create trigger share_links_stay before update or delete on share_links
      for each row execute function audit_stays()`,
    `create trigger share_openings_stay before update or delete on share_openings
      for each row execute function audit_stays()`,
    `create trigger share_ends_stay before update or delete on share_ends
      for each row execute function audit_stays()`,
  ],
];
