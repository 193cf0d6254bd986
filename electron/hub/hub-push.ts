import type { CollectionName } from "#shared/archive/collections.ts";
import { writeActs } from "#shared/archive/write-acts.ts";
import { canonicalJson } from "#shared/base/canonical.ts";
import { mayBring } from "#shared/replication/may-bring.ts";
import type { PushAnswer, PushRow, WireRecord } from "#shared/replication/messages.ts";
import { baseOfRow } from "#shared/replication/notice-conflicts.ts";
import { readRecord } from "#shared/replication/read-record.ts";
import type { Arrival, Asker } from "./held-rows.ts";
import { type HubPushParts, keepRefused, mergeArrivals, type RefusedRow } from "./hub-merge.ts";
import { releaseHeld } from "./release-held.ts";

/**
 * Merges what a paired machine pushes into the journal, by the province's own rules; when it answers all is on the
 * disk. A row that is no record, is not its role's to write, or lies (or lay) outside of its scope is refused by itself
 * and kept in quarantine; one whose parent is not here is kept until that comes, where the machine knows of it.
 */
export function pushToHub(
  parts: HubPushParts,
  asker: Asker,
  push: { collection: CollectionName; rows: readonly PushRow[]; holds: boolean },
): PushAnswer {
  const { collection, holds } = push;
  const refused: RefusedRow[] = [];
  const arrivals: Arrival[] = [];
  for (const row of push.rows) {
    const { newDocumentState: state } = row;
    const { id } = state;
    const read = readRecord(collection, state);
    if (!read.ok) refused.push({ id, code: "not-a-record", detail: read.fault, state });
    else if (mayBring(asker, collection, read.value))
      arrivals.push({ record: read.value, base: baseOfRow(row) });
    else refused.push({ id, code: "not-your-role", detail: writeActs[collection], state });
  }
  const merged = mergeArrivals(parts, asker, { collection, holds }, arrivals);
  refused.push(...merged.refused);
  keepRefused(parts, collection, refused);
  if (parts.held.any())
    releaseHeld(
      parts,
      merged.taken.map(({ id }) => ({ collection, id })),
    );
  // "Conflicts" of the protocol are the states held otherwise than they were sent.
  const conflicts = new Map<string, WireRecord>();
  for (const record of merged.taken) {
    const stands = parts.journal.read(collection, record.id);
    if (stands && canonicalJson(stands) !== canonicalJson(record))
      conflicts.set(record.id, { ...stands, _deleted: false });
  }
  return {
    conflicts: [...conflicts.values()],
    refused: refused.map(({ id, code, detail }) => ({ id, code, detail })),
    ...(merged.held.length > 0 && { held: merged.held }),
  };
}
