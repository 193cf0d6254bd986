import { deliveredKinds, type PortalConnector } from "#shared/contract/portal-connectors.ts";
import { type Database, numberIn, type Querying, type Row, textIn } from "#province/store/database.ts";
import type { DeliveredKind, Delivery } from "./connector.ts";

/** A record of the catalogue, as a connector is told of it. */
export type DeliveredKey = { district: string; kind: DeliveredKind; id: string };

type Outcome = "sent" | "accepted" | "refused";

/** What was delivered of one record before, to one connector. */
export type DeliveredBefore = {
  /** How often anything was taken in: with it each delivery has a key of its own, and its tries have one. */
  taken: number;
  /** What they have, as far as they said so. */
  has: { op: Delivery["op"]; digest: string } | undefined;
  /** Whether they may have it, also where an answer was lost. */
  mayHave: boolean;
  /** The last of what they refused, where nothing was taken in since. */
  refused: { op: Delivery["op"]; digest: string } | undefined;
  /** The last key that was sent and has no answer. */
  openKey: string;
};

/** Reads what was delivered of a record before. */
export async function readDelivered(
  database: Querying,
  connector: string,
  { district, kind, id }: DeliveredKey,
): Promise<DeliveredBefore> {
  const rows = await database.query(
    `select op, digest, key, outcome from deliveries
     where district = $1 and connector = $2 and kind = $3 and id = $4 order by number`,
    [district, connector, kind, id],
  );
  const before: DeliveredBefore = {
    ...{ taken: 0, has: undefined, mayHave: false, refused: undefined, openKey: "" },
  };
  for (const row of rows) {
    const op = textIn(row, "op") === "remove" ? ("remove" as const) : ("put" as const);
    const said = { op, digest: textIn(row, "digest") };
    const outcome = textIn(row, "outcome");
    if (outcome === "sent") {
      before.openKey = textIn(row, "key");
      if (op === "put") before.mayHave = true;
    } else {
      before.openKey = "";
      before.refused = outcome === "refused" ? said : undefined;
    }
    if (outcome !== "accepted") continue;
    before.taken += 1;
    before.has = said;
    before.mayHave = op === "put";
  }
  return before;
}

/** Notes, for good, that a record is about to be sent, or what was said of it. */
export async function noteDelivery(
  database: Querying,
  connector: string,
  { district, kind, id }: DeliveredKey,
  { op, digest, key, object }: Pick<Delivery, "op" | "digest" | "key" | "object">,
  said: { outcome: Outcome; theirId: string; detail: string; at: number },
): Promise<void> {
  const { outcome, theirId, detail, at } = said;
  await database.query(
    `insert into deliveries (district, connector, kind, id, op, digest, key, outcome, their_id, detail, at,
       object_digest, object_size)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      ...[district, connector, kind, id, op, digest, key, outcome, clean(theirId, 200), clean(detail, 500)],
      ...[new Date(at).toISOString(), object?.sha256 ?? "", object?.size ?? 0],
    ],
  );
}

/** Records of which the last that was said is a refusal, with its reason, in the order of their refusals. */
export async function listRefused(
  database: Database,
  connector: string,
  limit: number,
): Promise<(DeliveredKey & { reason: string; at: string })[]> {
  const rows = await database.query(
    `select d.district, d.kind, d.id, d.detail, d.at from deliveries d
     where d.connector = $1 and d.outcome = 'refused' and not exists (
       select 1 from deliveries later where later.district = d.district and later.connector = d.connector
         and later.kind = d.kind and later.id = d.id and later.number > d.number and later.outcome <> 'sent')
     order by d.number limit $2::bigint`,
    [connector, limit],
  );
  return rows.map((row) => ({
    ...{ district: textIn(row, "district"), id: textIn(row, "id") },
    kind: kindIn(row),
    ...{ reason: textIn(row, "detail"), at: textIn(row, "at") },
  }));
}

/** Of each kind, what was taken in and taken away over all time, and the last receipt. */
export async function sumReceipts(
  database: Querying,
  connector: string,
): Promise<PortalConnector["receipts"]> {
  const rows = await database.query(
    `select d.kind, count(*) filter (where d.op = 'put')::bigint as taken,
       count(*) filter (where d.op = 'remove')::bigint as removed,
       coalesce(sum(d.object_size), 0)::bigint as bytes, max(d.at) as last_at,
       (array_agg(d.their_id order by d.at desc, d.number desc))[1] as last_id
     from deliveries d where d.connector = $1 and d.outcome = 'accepted' group by d.kind`,
    [connector],
  );
  const receipts = rows.map((row) => ({
    kind: kindIn(row),
    ...{ taken: numberIn(row, "taken"), removed: numberIn(row, "removed"), bytes: numberIn(row, "bytes") },
    ...{ lastAt: textIn(row, "last_at"), lastId: textIn(row, "last_id") },
  }));
  return deliveredKinds.flatMap((kind) => receipts.filter((one) => one.kind === kind));
}

/** How much was taken in by a connector's system, and how much it refused, over all time. */
export async function countDeliveries(
  database: Querying,
  connector: string,
): Promise<{ accepted: number; refused: number }> {
  const [row] = await database.query(
    `select count(*) filter (where outcome = 'accepted')::bigint as accepted,
       count(*) filter (where outcome = 'refused')::bigint as refused from deliveries where connector = $1`,
    [connector],
  );
  return row
    ? { accepted: numberIn(row, "accepted"), refused: numberIn(row, "refused") }
    : { accepted: 0, refused: 0 };
}

function kindIn(row: Row): DeliveredKind {
  const kind = textIn(row, "kind");
  return deliveredKinds.find((known) => known === kind) ?? "items";
}

/** Their words as a text that the store takes. */
function clean(text: string, length: number): string {
  return Buffer.from(text.replaceAll("\u0000", "").slice(0, length)).toString();
}
