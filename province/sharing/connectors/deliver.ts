import { createHash } from "node:crypto";
import { setTimeout as rest } from "node:timers/promises";
import type { Unit } from "#shared/archive/unit.ts";
import type { Reader } from "#province/access/reader.ts";
import { readShared } from "#province/sharing/read-shared.ts";
import type { Database } from "#province/store/database.ts";
import { findOffered, listOffered, type Offered, type OfferedPlace } from "#province/store/harvest.ts";
import { tellUpTo } from "#province/store/offer-changes.ts";
import type { Connector, Delivery, Said } from "./connector.ts";
import {
  type DeliveredBefore,
  type DeliveredKey,
  listRefused,
  noteDelivery,
  readDelivered,
} from "./deliveries.ts";
import { type Mapping, mapRecord } from "./mapping.ts";
import { fieldsOf } from "./mapped-fields.ts";

const part = 50;

export type DeliverParts = {
  database: Database;
  units: readonly Unit[];
  now: () => number;
  connector: Connector;
  id: string;
  reader: Reader;
  mapping: Mapping;
  /** Pauses before a record is tried again; after the last the run stops there. */
  pauses: readonly number[];
};

/** What a run did; `stopped` says why it did not come to the end. */
export type Delivered = { accepted: number; refused: number; unchanged: number; stopped: string };

/**
 * Delivers what changed since `after`, in the order of change: each record as the reader may have it at that moment,
 * and its removal where they no longer may and the other system may have it. `keep` is told each place that is done.
 * Refusals are noted and passed by; what cannot be delivered for now stops the run where it is.
 */
export async function deliverChanges(
  parts: DeliverParts,
  after: OfferedPlace | undefined,
  keep: (place: OfferedPlace) => Promise<void>,
): Promise<Delivered> {
  const done: Delivered = { accepted: 0, refused: 0, unchanged: 0, stopped: "" };
  const until = await tellUpTo(parts.database, parts.now());
  for (let place = after; ;) {
    const everything = { kind: undefined, fonds: undefined, district: undefined };
    const question = { from: 0, until, after: place, ...everything, limit: part };
    const found = await listOffered(parts.database, parts.reader, question);
    for (const one of found) {
      if (!(await take(done, deliverOne(parts, one, false)))) return done;
      place = { stamp: one.stamp, district: one.district, kind: one.kind, id: one.id };
      await keep(place);
    }
    if (found.length < part) return done;
  }
}

/** Sends again what was refused, as it is now. */
export async function deliverRefused(parts: DeliverParts): Promise<Delivered> {
  const done: Delivered = { accepted: 0, refused: 0, unchanged: 0, stopped: "" };
  for (const { kind, id } of await listRefused(parts.database, parts.id, 10_000)) {
    const one = await findOffered(parts.database, parts.reader, kind, id);
    if (one && !(await take(done, deliverOne(parts, one, true)))) break;
  }
  return done;
}

async function take(done: Delivered, work: Promise<Said | undefined>): Promise<boolean> {
  const said = await work;
  if (said === undefined) done.unchanged += 1;
  else if (said.outcome === "accepted" || said.outcome === "refused") done[said.outcome] += 1;
  else done.stopped = said.detail || said.outcome;
  return done.stopped === "";
}

/** Nothing where there is nothing to be sent of it. */
async function deliverOne(parts: DeliverParts, one: Offered, again: boolean): Promise<Said | undefined> {
  const { database, id: connector, now } = parts;
  const key: DeliveredKey = { district: one.district, kind: one.kind, id: one.id };
  const before = await readDelivered(database, connector, key);
  const delivery = await makeDelivery(parts, one, before, again);
  if (!delivery) return undefined;
  if (before.openKey !== delivery.key) {
    const sent = { outcome: "sent", theirId: "", detail: "", at: now() } as const;
    await noteDelivery(database, connector, key, delivery, sent);
  }
  const said = await tryOften(parts, delivery);
  if (said.outcome === "accepted" || said.outcome === "refused") {
    const theirId = said.outcome === "accepted" ? said.theirId : "";
    const noted = { outcome: said.outcome, theirId, detail: said.detail, at: now() };
    await noteDelivery(database, connector, key, delivery, noted);
  }
  return said;
}

async function makeDelivery(
  { database, units, reader, mapping, id: connector }: DeliverParts,
  one: Offered,
  before: DeliveredBefore,
  again: boolean,
): Promise<Delivery | undefined> {
  const { kind, id } = one;
  const [shared] = one.gone ? [] : await readShared(database, reader, [one]);
  // What they never had they are told nothing of, not even that it is withdrawn.
  if (!shared && !before.mayHave) return undefined;
  const op = shared ? "put" : "remove";
  const body = shared ? JSON.stringify(mapRecord(mapping, kind, fieldsOf(shared, one.stamp, units))) : "null";
  const digest = createHash("sha256").update(body).digest("hex");
  const same = (other: DeliveredBefore["has"]) => other?.op === op && other.digest === digest;
  if (before.openKey === "" && (same(before.has) || (!again && same(before.refused)))) return undefined;
  const named = [connector, one.district, kind, id, op, digest, before.taken].join("\n");
  const key = createHash("sha256").update(named).digest("hex");
  return { key, kind, id, op, body, digest };
}

async function tryOften({ connector, pauses }: DeliverParts, delivery: Delivery): Promise<Said> {
  for (let tries = 0; ; tries += 1) {
    const said = await connector.deliver(delivery);
    const pause = pauses[tries];
    if (said.outcome !== "again" || pause === undefined) return said;
    await rest(pause);
  }
}
