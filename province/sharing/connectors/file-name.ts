import { createHash } from "node:crypto";

/** Any id as a part of a file's name. */
export function fileNameOf(id: string): string {
  return /^[A-Za-z0-9_-]{1,40}$/.test(id) ? id : createHash("sha256").update(id).digest("hex").slice(0, 32);
}
