import { dayInVietnam } from "#shared/base/vietnam-time.ts";
import { mayRead, type Reader } from "#shared/portal/reader.ts";
import { vi } from "#shared/text/vi.ts";
import type { Querying } from "#province/store/database.ts";
import { noteReading } from "./readings.ts";

/** A page of a document of a district, by its number as it is asked for. */
type SeenPage = { district: string; id: string; page: string };

/** Whether the numbers of papers of identity are covered for this person. */
export function isMaskedFor(person: Pick<Reader, "role">): boolean {
  return !mayRead(person.role, "read-closed");
}

/** What stands across a page that this person reads on this day. */
export function watermarkFor(person: Pick<Reader, "name">, now: number): string {
  return vi.portal.watermark(person.name, dayInVietnam(now).split("-").reverse().join("/"));
}

/** Under which name it is remembered that somebody saw a page. */
export function seenKey({ id: person, role }: Reader, { district, id, page }: SeenPage): string {
  return [person, role, district, id, page].join(" ");
}

/** Notes that somebody saw a page, and whether with its numbers readable. */
export async function noteSeen(
  database: Querying,
  person: Reader,
  { district, id, page }: SeenPage,
  now: number,
): Promise<void> {
  await noteReading(database, person, isMaskedFor(person) ? "saw-page" : "saw-unmasked", now, {
    subject: { district, collection: "items", id },
    detail: page,
  });
}
