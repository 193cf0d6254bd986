import { type CollectionName, collectionNames } from "#shared/archive/collections.ts";
import { covers, districtOf, type Unit } from "#shared/archive/unit.ts";
import type { ProvinceBatch, ProvinceOverview } from "#shared/contract/province.ts";
import type { Device } from "#province/access/device.ts";
import { type Database, numberIn, textIn } from "./database.ts";
import { lies, readable } from "./scope.ts";

type Counts = ProvinceOverview["districts"][number];

const hasReceipt = `exists (select 1 from receipts t
  where t.district = r.district and t.digest = r.state->>'renditionDigest')`;

/** What the province holds within the device's scope, a line a district, those that sent nothing included. */
export async function readOverview(
  database: Database,
  device: Device,
  units: readonly Unit[],
): Promise<ProvinceOverview> {
  const lines = new Map<string, Counts>();
  const line = (district: string) => {
    // A device below the district sees its own part of it, under its own unit's name.
    const scope = covers(district, device.scope) ? device.scope : district;
    const known = lines.get(scope) ?? emptyCounts(scope, nameOf(units, scope));
    lines.set(scope, known);
    return known;
  };
  for (const unit of units) {
    const own = covers(device.scope, unit.scope) || covers(unit.scope, device.scope);
    if (unit.level === "district" && own) line(unit.scope);
  }
  const records = await database.query(
    `select r.district, r.collection, count(*)::bigint as count, max(r.at) as at,
       count(*) filter (where r.state->>'state' in ('accepted', 'packed', 'sent', 'acknowledged'))::bigint as accepted,
       count(*) filter (where r.collection = 'items' and r.state->>'renditionDigest' <> '' and ${hasReceipt})::bigint
         as renditions
     from records r where ${readable("r")} and r.state->>'withdrawn' = ''
     group by r.district, r.collection`,
    [device.scope],
  );
  for (const row of records) {
    const counts = line(textIn(row, "district"));
    const name = collectionNames.find((known) => known === row["collection"]);
    if (!name) continue;
    if (isCounted(name)) counts[name] = numberIn(row, "count");
    if (name === "items") counts.renditions = numberIn(row, "renditions");
    if (name === "batches") counts.acceptedBatches = numberIn(row, "accepted");
    counts.lastAt = later(counts.lastAt, textIn(row, "at"));
  }
  const objects = await database.query(
    `select district, sum(size)::bigint as bytes, max(at) as at
     from (select t.district, t.digest, max(t.size) as size, max(t.received_at) as at from receipts t
       where ${readable("t")} group by t.district, t.digest) as objects
     group by district`,
    [device.scope],
  );
  for (const row of objects) {
    const counts = line(textIn(row, "district"));
    counts.bytes = numberIn(row, "bytes");
    counts.lastAt = later(counts.lastAt, textIn(row, "at"));
  }
  return { districts: [...lines.values()].sort((one, other) => (one.scope < other.scope ? -1 : 1)) };
}

const counted = ["fonds", "files", "items", "pages", "batches"] as const;

function isCounted(name: CollectionName): name is (typeof counted)[number] {
  return counted.some((known) => known === name);
}

/** Batches within a scope (empty for all the device may read), the latest change first; at most 1000. */
export async function readBatches(
  database: Database,
  device: Device,
  scope: string,
  units: readonly Unit[],
): Promise<ProvinceBatch[]> {
  const rows = await database.query(
    `select r.id, r.scope, r.state->>'number' as number, r.state->>'name' as name, r.state->>'state' as state,
       counts.files, counts.items, counts.renditions, greatest(r.at, counts.at) as at
     from records r
     cross join lateral (
       select count(distinct f.id)::bigint as files, count(i.id)::bigint as items,
         count(i.id) filter (where i.state->>'renditionDigest' <> '' and exists (select 1 from receipts t
           where t.district = i.district and t.digest = i.state->>'renditionDigest'))::bigint as renditions,
         greatest(max(f.at), max(i.at)) as at
       from records f
       left join records i on i.district = f.district and i.collection = 'items' and i.parent = f.id
         and i.state->>'withdrawn' = '' and ${lies("i.scope", 1)}
       where f.district = r.district and f.collection = 'files' and f.state->>'batchId' = r.id
         and f.state->>'withdrawn' = '' and ${lies("f.scope", 1)}) as counts
     where r.collection = 'batches' and r.state->>'withdrawn' = '' and ${readable("r")} and ${lies("r.scope", 2)}
     order by 9 desc, r.id limit 1000`,
    [device.scope, scope === "" ? device.scope : scope],
  );
  return rows.map((row) => ({
    id: textIn(row, "id"),
    scope: textIn(row, "scope"),
    unitName: nameOf(units, textIn(row, "scope")),
    number: textIn(row, "number"),
    name: textIn(row, "name"),
    state: textIn(row, "state"),
    files: numberIn(row, "files"),
    items: numberIn(row, "items"),
    renditions: numberIn(row, "renditions"),
    lastAt: textIn(row, "at"),
  }));
}

/** The name of the unit of a scope, or of its district where the table does not know it. */
export function nameOf(units: readonly Unit[], scope: string): string {
  return (
    units.find((unit) => unit.scope === scope)?.name ??
    units.find((unit) => unit.scope === districtOf(scope))?.name ??
    scope
  );
}

function emptyCounts(scope: string, name: string): Counts {
  return {
    scope,
    name,
    fonds: 0,
    files: 0,
    items: 0,
    pages: 0,
    renditions: 0,
    bytes: 0,
    batches: 0,
    acceptedBatches: 0,
    lastAt: "",
  };
}

function later(one: string, other: string): string {
  return one > other ? one : other;
}
