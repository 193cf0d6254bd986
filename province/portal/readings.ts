import type { CollectionName } from "#shared/archive/collections.ts";
import type { Querying } from "#province/store/database.ts";

/** What is noted of readers: entries, what they sought, opened and saw unmasked, what they decided; what partners asked. */
export type ReadingAct =
  | "entered"
  | "searched"
  | "opened"
  | "saw-page"
  | "saw-unmasked"
  | "changed-reader"
  | "took-copy"
  | "shared"
  | "exported";

/** Which record it was about; nothing for a search or an entry. */
export type ReadingSubject = { district: string; collection: CollectionName; id: string };

/** Notes what a reader or partner did, for good: the table takes no change. */
export async function noteReading(
  database: Querying,
  reader: { id: string },
  act: ReadingAct,
  now: number,
  about: { subject?: ReadingSubject; detail?: string } = {},
): Promise<void> {
  const { subject, detail = "" } = about;
  await database.query(
    `insert into readings (at, reader_id, act, district, collection, id, detail)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      new Date(now).toISOString(),
      reader.id,
      act,
      subject?.district ?? "",
      subject?.collection ?? "",
      subject?.id ?? "",
      detail.slice(0, 500),
    ],
  );
}
