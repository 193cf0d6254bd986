/** Ways to other systems, how far each was delivered to, and what was delivered: of that every row stays as it is. */
export const connectorTables: readonly string[] = [
  `create table connectors (
    id text primary key, name text not null, means text not null, target text not null,
    token_file text not null, scope text not null, level text not null, mapping jsonb not null,
    place jsonb, created_at text not null, closed_at text not null default '')`,
  `create table deliveries (
    district text not null, number bigserial, connector text not null, kind text not null, id text not null,
    op text not null, digest text not null, key text not null, outcome text not null,
    their_id text not null, detail text not null, at text not null, primary key (district, number))`,
  `create index deliveries_by_record on deliveries (district, connector, kind, id, number)`,
  `create index deliveries_by_connector on deliveries (connector, outcome)`,
  `create trigger deliveries_stay before update or delete on deliveries
    for each row execute function audit_stays()`,
];
