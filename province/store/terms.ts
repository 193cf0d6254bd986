import { termLists } from "#shared/archive/term.ts";
import type { Unit } from "#shared/archive/unit.ts";
import type { ProvinceTermList, TermDecision } from "#shared/contract/province-terms.ts";
import { hashOfRecord } from "#shared/replication/digest.ts";
import type { Device } from "#province/access/device.ts";
import { changesBetween } from "./audit.ts";
import { type Database, numberIn, type Querying, textIn } from "./database.ts";
import { takeFeed } from "./feed.ts";
import { nameOf } from "./overview.ts";
import { isTerm } from "./record-shape.ts";
import { decideTerm } from "#shared/replication/rule-term.ts";
import { readable } from "./scope.ts";
import { stampAfter, writeChanges } from "./write-changes.ts";

const standing = `r.collection = 'terms' and r.state->>'withdrawn' = '' and ${readable("r")}`;

/** The words within the device's scope that wait, by list and label, at most 1000; and the accepted labels. */
export async function readTerms(
  database: Database,
  device: Device,
  units: readonly Unit[],
): Promise<ProvinceTermList> {
  const rows = await database.query(
    `select r.id, r.scope, r.state->>'list' as list, r.state->>'label' as label,
       count(*) over (partition by r.state->>'list', r.state->>'label') as units, count(*) over () as waiting
     from records r where ${standing} and r.state->>'standing' = 'local'
     order by list, label, r.scope, r.id limit 1000`,
    [device.scope],
  );
  const accepted = await database.query(
    `select distinct r.state->>'list' as list, case when r.state->>'standing' = 'merged'
       then r.state->>'mergedInto' else r.state->>'label' end as label
     from records r where ${standing} and r.state->>'standing' in ('accepted', 'merged')
     order by list, label limit 20000`,
    [device.scope],
  );
  const [first] = rows;
  return {
    terms: rows.map((row) => ({
      id: textIn(row, "id"),
      scope: textIn(row, "scope"),
      unitName: nameOf(units, textIn(row, "scope")),
      list: listOf(textIn(row, "list")),
      label: textIn(row, "label"),
      units: numberIn(row, "units"),
    })),
    waiting: first ? numberIn(first, "waiting") : 0,
    accepted: accepted.map((row) => ({ list: listOf(textIn(row, "list")), label: textIn(row, "label") })),
  };
}

/** The list that a stored term names; nothing but the lists is ever stored. */
function listOf(text: string): (typeof termLists)[number] {
  const list = termLists.find((one) => one === text);
  if (!list) throw new Error("no list in the row");
  return list;
}

/**
 * Decides on a word within the device's scope as the officer saw it, in the feed of its district, so that its desks
 * pull it; answers whether it was done, or nothing where there is none.
 */
export async function decideOnTerm(
  database: Database,
  asked: { device: Device; id: string; decision: TermDecision; now: number },
): Promise<{ done: boolean; scope: string } | undefined> {
  const { device, id, decision, now } = asked;
  return database.transaction(async (inside) => {
    const found = await findTerm(inside, device, id);
    if (!found) return undefined;
    const { district } = found;
    const feed = await takeFeed(inside, district);
    // As it is now that no other writer of the district can change it.
    const held = await findTerm(inside, device, id);
    if (!held || held.district !== district) return undefined;
    const { scope } = held.term;
    const at = new Date(now).toISOString();
    const by = device.name === "" ? device.deviceId : device.name;
    const state = decideTerm(held.term, decision, { at, by }, stampAfter(held.term, now, by));
    if (state === held.term) return { done: false, scope };
    const hash = hashOfRecord(state);
    feed.seq += 1;
    const entry = { seq: feed.seq, id, hash, ...changesBetween("terms", held.term, state) };
    const to = { collection: "terms" as const, district, feed, at, by: device };
    await writeChanges(inside, to, [{ seq: feed.seq, state, hash }], [entry]);
    return { done: true, scope };
  });
}

async function findTerm(inside: Querying, device: Device, id: string) {
  const [row] = await inside.query(
    `select r.district, r.state from records r where ${standing} and r.id = $2`,
    [device.scope, id],
  );
  const term = row?.["state"];
  return row && isTerm(term) ? { district: textIn(row, "district"), term } : undefined;
}
