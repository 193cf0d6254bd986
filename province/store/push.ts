import type { CollectionName } from "#shared/archive/collections.ts";
import type { ArchiveRecord } from "#shared/archive/record.ts";
import { writeActs } from "#shared/archive/write-acts.ts";
import { mayBring } from "#shared/replication/may-bring.ts";
import type { PushAnswer, PushRow } from "#shared/replication/messages.ts";
import { baseOfRow } from "#shared/replication/notice-conflicts.ts";
import { readRecord } from "#shared/replication/read-record.ts";
import { countKinds } from "./count-tables.ts";
import type { Database } from "./database.ts";
import type { Arrival, Sender } from "./held-rows.ts";
import { inTurn } from "./in-turn.ts";
import { isWithin, mergeRows } from "./merge-rows.ts";
import type { RefusedRow } from "./refused-rows.ts";
import { releaseHeld, type Written } from "./release-held.ts";
import { writtenForm } from "./written-form.ts";

/** What a push did: the answer, the scopes in which something changed, and the pages that did. */
export type Pushed = { answer: PushAnswer; scopes: Set<string>; pages: string[] };

/**
 * Merges pushed rows into the store in one transaction; when it answers they are committed. A row that is no
 * record, or lies (or lay) outside the device's scope, is refused by itself and the others are taken. Rows of
 * districts other than the device's own are outside: an officer of the province reads them and does not write.
 * What is refused is kept as it came. Where the sender knows of it (`holds`), a row whose parent is not in the store
 * is kept until that comes, from whomever; then it is merged in the transaction that brings the parent.
 */
export async function pushRows(
  database: Database,
  push: {
    device: Sender;
    collection: CollectionName;
    rows: readonly PushRow[];
    now: number;
    holds?: boolean | undefined;
  },
): Promise<Pushed> {
  const { device, collection, now, holds = false } = push;
  const refused: RefusedRow[] = [];
  const arrivals: Arrival[] = [];
  for (const row of push.rows) {
    const state = row.newDocumentState;
    const { id } = state;
    // Written out before its turn comes: meanwhile the store works for others.
    const read = readRecord(collection, state, (record) => writtenForm(collection, record).state);
    if (!read.ok) refused.push({ id, code: "not-a-record", detail: read.fault, state });
    else if (!mayBring(device, collection, read.value)) {
      refused.push({ id, code: "not-your-role", detail: writeActs[collection], state });
    } else if (isWithin(device, read.value.scope)) {
      arrivals.push({ record: read.value, base: baseOfRow(row) });
    } else refused.push({ id, code: "not-your-scope", detail: read.value.scope, state });
  }
  if (push.rows.length === 0) {
    return { answer: { conflicts: [], refused: [] }, scopes: new Set(), pages: [] };
  }
  const pushed = await inTurn(database, device.district, push.rows.length, async (inside, feed) => {
    const merged = await mergeRows(inside, device, { collection, feed, now, holds }, arrivals, refused);
    const came = { collection, ids: merged.taken.map(({ id }) => id) };
    const released = feed.aside > 0 ? await releaseHeld(inside, device.district, { feed, now }, came) : [];
    // "Conflicts" of the protocol are the states held otherwise than they were sent.
    const conflicts = new Map<string, ArchiveRecord>();
    for (const { id, hash } of merged.taken) {
      const stands = merged.states.get(id);
      if (stands && stands.hash !== hash) conflicts.set(id, stands.state);
    }
    const taken = new Set(merged.taken.map(({ id }) => id));
    for (const { collection: name, records } of released) {
      // A row that had waited was merged into what was pushed now.
      if (name === collection)
        for (const record of records) if (taken.has(record.id)) conflicts.set(record.id, record);
    }
    const written: Written[] = [{ collection, records: merged.written }, ...released];
    const held = merged.held.map(({ record, parent }) => ({
      id: record.id,
      collection: parent.collection,
      parentId: parent.id,
    }));
    return {
      answer: {
        conflicts: [...conflicts.values()].map((state) => ({ ...state, _deleted: false })),
        refused: merged.refused.map(({ id, code, detail }) => ({ id, code, detail })),
        ...(held.length > 0 ? { held } : {}),
      },
      scopes: new Set(written.flatMap(({ records }) => records.map(({ scope }) => scope))),
      pages: written.flatMap(({ collection: name, records }) =>
        name === "pages" ? records.map(({ id }) => id) : [],
      ),
    };
  });
  await countKinds(database, device.district, collection, push.rows.length);
  return pushed;
}
