import { createHash } from "node:crypto";
import { setTimeout as rest } from "node:timers/promises";
import { OwnBytesFault, type Delivery, type Said } from "./connector.ts";
import type { DeliverParts } from "./deliver.ts";
import { type DeliveredBefore, type DeliveredKey, noteDelivery } from "./deliveries.ts";
import { ownReason } from "./own-reasons.ts";

type Named = Pick<Delivery, "op" | "digest">;

/** Whether they have it already, or refused this very thing and nobody asked to send it again. */
export function isDelivered(before: DeliveredBefore, { op, digest }: Named, again: boolean): boolean {
  const same = (other: Named | undefined) => other?.op === op && other.digest === digest;
  return before.openKey === "" && (same(before.has) || (!again && same(before.refused)));
}

/** By what a delivery is known: the same at each try, another once anything was taken in since. */
export function keyOf(
  connector: string,
  { district, kind, id }: DeliveredKey,
  { op, digest, object }: Named & Pick<Delivery, "object">,
  taken: number,
): string {
  const named = [connector, district, kind, id, op, digest, taken, ...(object ? [object.sha256] : [])];
  return createHash("sha256").update(named.join("\n")).digest("hex");
}

/** Sends a delivery, tried as often as there are pauses; that it is sent and what was said of it is noted for good. */
export async function send(
  parts: DeliverParts,
  key: DeliveredKey,
  delivery: Delivery,
  before: DeliveredBefore,
): Promise<Said> {
  const { database, id: connector, now } = parts;
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

async function tryOften({ connector, pauses }: DeliverParts, delivery: Delivery): Promise<Said> {
  for (let tries = 0; ; tries += 1) {
    let said: Said;
    try {
      said = await connector.deliver(delivery);
    } catch (fault) {
      if (fault instanceof OwnBytesFault) return { outcome: "refused", detail: ownReason("altered").own };
      throw fault;
    }
    const pause = pauses[tries];
    if (said.outcome !== "again" || pause === undefined) return said;
    await rest(pause);
  }
}
