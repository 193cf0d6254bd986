import { hash } from "node:crypto";
import { canonicalJson } from "#shared/base/canonical.ts";

/** What one entry of the journal says; `state` is the SHA-256 of the record's canonical JSON. */
type Link = {
  seq: number;
  collection: string;
  id: string;
  origin: string;
  device: string;
  at: string;
  state: string;
};

/** What the first entry follows. */
export const chainStart = "0".repeat(64);

/** The hash of an entry, over the hash of the one before it and everything it says: 64 hexadecimal digits. */
export function hashOfLink(previous: string, link: Link): string {
  const { seq, collection, id, origin, device, at, state } = link;
  return sha256(canonicalJson([previous, seq, collection, id, origin, device, at, state]));
}

/** The SHA-256 of a text in UTF-8, 64 hexadecimal digits: as `digestOfText`, with the machine's own code. */
export function sha256(text: string): string {
  return hash("sha256", text, "hex");
}
