import { createHash } from "node:crypto";
import type { Facts } from "./facts.ts";
import type { Credentials } from "./province-wire.ts";

/** The name of the hub through which the desk sends; empty where it sends to the province itself. */
export const hubFact = "hub";

/**
 * Notes what the desk sends to, and answers how it differs from before. A renewed token or a moved address is the same
 * province; when both are new it is another. `moved`: from the province to a hub or from one to the other, so that
 * what was taken says nothing, but the province's own signed word.
 */
export function adoptProvince(facts: Facts, credentials: Credentials): "same" | "moved" | "other" {
  const hub = facts.read(hubFact);
  const moved = hub !== (credentials.hub?.id ?? "");
  if (moved) facts.write(hubFact, credentials.hub?.id ?? "");
  if (credentials.hub) return moved ? "moved" : "same";
  if (isOtherProvince(facts, credentials)) return "other";
  return moved ? "moved" : "same";
}

function isOtherProvince(facts: Facts, credentials: Credentials): boolean {
  const address = facts.read("province:address");
  const token = facts.read("province:token");
  const tokenHash = createHash("sha256").update(credentials.token).digest("hex");
  if (address === credentials.address && token === tokenHash) return false;
  facts.write("province:address", credentials.address);
  facts.write("province:token", tokenHash);
  return address !== "" && address !== credentials.address && token !== tokenHash;
}
