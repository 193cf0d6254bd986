import type { Unit } from "#shared/archive/unit.ts";
import type { Reader } from "#province/access/reader.ts";
import type { Database } from "#province/store/database.ts";
import { findOffered, listOffered, type Offered, type OfferedPlace } from "#province/store/harvest.ts";
import { tellUpTo } from "#province/store/offer-changes.ts";
import type { CarriedKind, Connector, Said } from "./connector.ts";
import { deliverDescription } from "./deliver-description.ts";
import { deliverPackage, deliverPdf } from "./deliver-object.ts";
import { type DeliveredKey, listRefused } from "./deliveries.ts";
import type { PackageMaking } from "./make-package.ts";
import type { Mapping } from "./mapping.ts";
import { unreadYet } from "./own-reasons.ts";

const part = 50;

export type DeliverParts = {
  database: Database;
  units: readonly Unit[];
  now: () => number;
  connector: Connector;
  id: string;
  reader: Reader;
  mapping: Mapping;
  /** What goes beside descriptions, and what it is made with. */
  carries: readonly CarriedKind[];
  making: PackageMaking;
  /** Whether this run still has the connector for itself; asked before each record. */
  hold: () => Promise<boolean>;
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
  const done = nothingDone();
  const until = await tellUpTo(parts.database, parts.now());
  for (let place = after; ;) {
    const everything = { kind: undefined, fonds: undefined, district: undefined };
    const question = { from: 0, until, after: place, ...everything, limit: part };
    const found = await listOffered(parts.database, parts.reader, question);
    // What was packed for one record of a file holds for the others of this part: they were read together.
    const packed = new Set<string>();
    for (const one of found) {
      if (!(await deliverAll(parts, done, one, packed))) return done;
      place = { stamp: one.stamp, district: one.district, kind: one.kind, id: one.id };
      await keep(place);
    }
    if (found.length < part) break;
  }
  // Words come after their records, and nothing may tell of a record again once they are there.
  await deliverAgain(parts, done, ({ reason }) => unreadYet(reason));
  return done;
}

/** Sends again what was refused, as it is now. */
export async function deliverRefused(parts: DeliverParts): Promise<Delivered> {
  const done = nothingDone();
  await deliverAgain(parts, done, () => true);
  return done;
}

function nothingDone(): Delivered {
  return { accepted: 0, refused: 0, unchanged: 0, stopped: "" };
}

async function deliverAll(parts: DeliverParts, done: Delivered, one: Offered, packed: Set<string>) {
  if (!(await take(parts, done, () => deliverDescription(parts, one, false)))) return false;
  for (const kind of parts.carries) {
    if (kind === "pdfs") {
      if (one.kind !== "items") continue;
      if (!(await take(parts, done, () => deliverPdf(parts, one, false)))) return false;
      continue;
    }
    const file = await fileOf(parts.database, one);
    const name = `${kind} ${one.district} ${file}`;
    if (file === "" || packed.has(name)) continue;
    packed.add(name);
    const key = { district: one.district, kind, id: file };
    if (!(await take(parts, done, () => deliverPackage(parts, key, false)))) return false;
  }
  return true;
}

async function deliverAgain(
  parts: DeliverParts,
  done: Delivered,
  wanted: (refused: { reason: string }) => boolean,
): Promise<void> {
  for (const refused of await listRefused(parts.database, parts.id, 10_000)) {
    const { district, kind, id } = refused;
    if (!wanted(refused)) continue;
    if (!(await take(parts, done, () => deliverOneAgain(parts, { district, kind, id })))) return;
  }
}

async function deliverOneAgain(parts: DeliverParts, key: DeliveredKey): Promise<Said | undefined> {
  if (key.kind === "aip-packages" || key.kind === "sip-packages")
    return deliverPackage(parts, { ...key, kind: key.kind }, true);
  const kind = key.kind === "pdfs" ? "items" : key.kind;
  const one = await findOffered(parts.database, parts.reader, kind, key.id);
  if (!one) return undefined;
  return key.kind === "pdfs" ? deliverPdf(parts, one, true) : deliverDescription(parts, one, true);
}

async function take(
  parts: DeliverParts,
  done: Delivered,
  work: () => Promise<Said | undefined>,
): Promise<boolean> {
  const said = (await parts.hold())
    ? await work()
    : ({ outcome: "stop", detail: "another run took this one over" } as const);
  if (said === undefined) done.unchanged += 1;
  else if (said.outcome === "accepted" || said.outcome === "refused") done[said.outcome] += 1;
  else done.stopped = said.detail || said.outcome;
  return done.stopped === "";
}

/** The file of a record, also where that was withdrawn; empty where it is not known any more. */
async function fileOf(database: Database, { district, kind, id }: Offered): Promise<string> {
  if (kind === "files") return id;
  const [row] = await database.query(
    "select parent from records where district = $1 and collection = 'items' and id = $2",
    [district, id],
  );
  const parent = row?.["parent"];
  return typeof parent === "string" ? parent : "";
}
