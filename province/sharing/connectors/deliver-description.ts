import { createHash } from "node:crypto";
import { readShared } from "#province/sharing/read-shared.ts";
import type { Offered } from "#province/store/harvest.ts";
import type { Said } from "./connector.ts";
import type { DeliverParts } from "./deliver.ts";
import { type DeliveredKey, readDelivered } from "./deliveries.ts";
import { fieldsOf } from "./mapped-fields.ts";
import { mapRecord } from "./mapping.ts";
import { isDelivered, keyOf, send } from "./send.ts";

/** Delivers the description of a record, or its removal; nothing where there is nothing to be sent of it. */
export async function deliverDescription(
  parts: DeliverParts,
  one: Offered,
  again: boolean,
): Promise<Said | undefined> {
  const { database, id: connector, reader, mapping, units } = parts;
  const key: DeliveredKey = { district: one.district, kind: one.kind, id: one.id };
  const before = await readDelivered(database, connector, key);
  const [shared] = one.gone ? [] : await readShared(database, reader, [one]);
  // What they never had they are told nothing of, not even that it is withdrawn.
  if (!shared && !before.mayHave) return undefined;
  const op = shared ? "put" : "remove";
  const body = shared
    ? JSON.stringify(mapRecord(mapping, one.kind, fieldsOf(shared, one.stamp, units)))
    : "null";
  const digest = createHash("sha256").update(body).digest("hex");
  if (isDelivered(before, { op, digest }, again)) return undefined;
  const delivery = { kind: one.kind, id: one.id, op, body, digest } as const;
  return send(parts, key, { ...delivery, key: keyOf(connector, key, delivery, before.taken) }, before);
}
