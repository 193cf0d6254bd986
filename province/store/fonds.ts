import type { Unit } from "#shared/archive/unit.ts";
import { hashOfRecord } from "#shared/replication/digest.ts";
import type { ConfirmedFonds, ProvinceFonds, ProvinceFondsList } from "#shared/contract/province.ts";
import type { Device } from "#province/access/device.ts";
import { changesBetween } from "./audit.ts";
import { type Database, numberIn, type Querying, type Row, textIn } from "./database.ts";
import { takeFeed } from "./feed.ts";
import { nameOf } from "./overview.ts";
import { isFonds } from "./record-shape.ts";
import { confirmCodes, type FondsCodes } from "#shared/replication/rule-fonds.ts";
import { lies, readable } from "./scope.ts";
import { stampAfter, writeChanges } from "./write-changes.ts";

/** The fonds within the device's scope, those whose codes await confirmation first; at most 1000, all counted. */
export async function readFonds(
  database: Database,
  device: Device,
  units: readonly Unit[],
): Promise<ProvinceFondsList> {
  const rows = await database.query(
    `select listed.*, (select count(*)::bigint from records f
         where f.district = listed.district and f.collection = 'files' and f.parent = listed.id
           and f.state->>'withdrawn' = '' and ${lies("f.scope", 1)}) as files
     from (select r.district, r.id, r.scope, r.state->>'code' as code, r.state->>'archiveCode' as "archiveCode",
         r.state->>'name' as name, coalesce(r.state->>'codesConfirmedAt', '') as confirmed,
         count(*) over (partition by r.state->>'code', r.state->>'archiveCode') - 1 as "sameCodes",
         count(*) filter (where coalesce(r.state->>'codesConfirmedAt', '') = '') over () as waiting,
         count(*) over () as total
       from records r
       where r.collection = 'fonds' and r.state->>'withdrawn' = '' and ${readable("r")}) as listed
     order by confirmed <> '', scope, code, id limit 1000`,
    [device.scope],
  );
  const [first] = rows;
  return {
    fonds: rows.map((row) => lineOf(row, units)),
    waiting: first ? numberIn(first, "waiting") : 0,
    total: first ? numberIn(first, "total") : 0,
  };
}

function lineOf(row: Row, units: readonly Unit[]): ProvinceFonds {
  return {
    id: textIn(row, "id"),
    scope: textIn(row, "scope"),
    unitName: nameOf(units, textIn(row, "scope")),
    code: textIn(row, "code"),
    archiveCode: textIn(row, "archiveCode"),
    name: textIn(row, "name"),
    files: numberIn(row, "files"),
    sameCodes: numberIn(row, "sameCodes"),
    codesConfirmedAt: textIn(row, "confirmed"),
  };
}

/**
 * Confirms the codes of a fonds within the device's scope as the officer saw them, in the feed of its district, so
 * that its desks pull it; answers how the fonds then stands and whether it changed, or nothing where there is none.
 * Codes that changed meanwhile are not confirmed.
 */
export async function confirmFonds(
  database: Database,
  asked: { device: Device; id: string; seen: FondsCodes; now: number },
): Promise<{ answer: ConfirmedFonds; scope: string; changed: boolean } | undefined> {
  const { device, id, seen, now } = asked;
  return database.transaction(async (inside) => {
    const found = await findFonds(inside, device, id);
    if (!found) return undefined;
    const { district } = found;
    const feed = await takeFeed(inside, district);
    // As it is now that no other writer of the district can change it.
    const held = await findFonds(inside, device, id);
    if (!held || held.district !== district) return undefined;
    const at = new Date(now).toISOString();
    const by = device.name === "" ? device.deviceId : device.name;
    const state = confirmCodes(held.fonds, seen, at, stampAfter(held.fonds, now, by));
    const { scope, code, archiveCode, codesConfirmedAt } = state;
    const answer = { code, archiveCode, codesConfirmedAt };
    if (state === held.fonds) return { answer, scope, changed: false };
    const hash = hashOfRecord(state);
    feed.seq += 1;
    const entry = { seq: feed.seq, id, hash, ...changesBetween("fonds", held.fonds, state) };
    const to = { collection: "fonds" as const, district, feed, at, by: device };
    await writeChanges(inside, to, [{ seq: feed.seq, state, hash }], [entry]);
    return { answer, scope, changed: true };
  });
}

async function findFonds(inside: Querying, device: Device, id: string) {
  const [row] = await inside.query(
    `select r.district, r.state from records r
     where r.collection = 'fonds' and r.id = $2 and r.state->>'withdrawn' = '' and ${readable("r")}`,
    [device.scope, id],
  );
  const fonds = row?.["state"];
  return row && isFonds(fonds) ? { district: textIn(row, "district"), fonds } : undefined;
}
