import { createHash } from "node:crypto";
import type { Facts } from "./facts.ts";
import type { Credentials } from "./province-wire.ts";

/**
 * Notes which province the desk talks to, and answers true where it is another than before. A renewed token or a
 * moved address is the same province; when both are new it is another.
 */
export function adoptProvince(facts: Facts, credentials: Credentials): boolean {
  const address = facts.read("province:address");
  const token = facts.read("province:token");
  const tokenHash = createHash("sha256").update(credentials.token).digest("hex");
  if (address === credentials.address && token === tokenHash) return false;
  facts.write("province:address", credentials.address);
  facts.write("province:token", tokenHash);
  return address !== "" && address !== credentials.address && token !== tokenHash;
}
