import { type Database, numberIn, type Querying, textIn } from "#province/store/database.ts";
import type { Delivery } from "./connector.ts";

/** A record of the catalogue, as a connector is told of it. */
export type DeliveredKey = { district: string; kind: "files" | "items"; id: string };

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
  { op, digest, key }: Pick<Delivery, "op" | "digest" | "key">,
  said: { outcome: Outcome; theirId: string; detail: string; at: number },
): Promise<void> {
  const { outcome, theirId, detail, at } = said;
  await database.query(
    `insert into deliveries (district, connector, kind, id, op, digest, key, outcome, their_id, detail, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      ...[district, connector, kind, id, op, digest, key, outcome, clean(theirId, 200), clean(detail, 500)],
      new Date(at).toISOString(),
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
    kind: textIn(row, "kind") === "files" ? ("files" as const) : ("items" as const),
    ...{ reason: textIn(row, "detail"), at: textIn(row, "at") },
  }));
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

/** Their words as a text that the store takes. */
function clean(text: string, length: number): string {
  return Buffer.from(text.replaceAll("\u0000", "").slice(0, length)).toString();
}
