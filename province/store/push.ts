import type { CollectionName } from "#shared/archive/collections.ts";
import { may } from "#shared/archive/permissions.ts";
import type { ArchiveRecord } from "#shared/archive/record.ts";
import { writeActs } from "#shared/archive/write-acts.ts";
import { covers, districtOf } from "#shared/archive/unit.ts";
import { type BaseClocks, baseOfRow, noticeConflicts } from "#shared/replication/notice-conflicts.ts";
import { mergeRecords } from "#shared/replication/merge.ts";
import type { PushAnswer, PushRow, Refusal } from "#shared/replication/messages.ts";
import { readRecord } from "#shared/replication/read-record.ts";
import { ruleRecord } from "#shared/replication/rule-record.ts";
import type { Device } from "#province/access/device.ts";
import { type AuditEntry, changesBetween } from "./audit.ts";
import { type Database, type Querying, textIn } from "./database.ts";
import { inTurn } from "./in-turn.ts";
import { keepConflicts, type Noticed } from "./keep-conflicts.ts";
import { recordIn } from "./record-shape.ts";
import { hashText, stampAfter, writeChanges } from "./write-changes.ts";
import { writtenForm } from "./written-form.ts";

type Stored = { state: ArchiveRecord; hash: string; district: string };

/** What a push did: the answer, and the scopes in which something changed. */
export type Pushed = { answer: PushAnswer; scopes: Set<string> };

/**
 * Merges pushed rows into the store in one transaction; when it answers they are committed. A row that is no
 * record, or lies (or lay) outside the device's scope, is refused by itself and the others are taken. Rows of
 * districts other than the device's own are outside: an officer of the province reads them and does not write.
 */
export async function pushRows(
  database: Database,
  push: { device: Device; collection: CollectionName; rows: readonly PushRow[]; now: number },
): Promise<Pushed> {
  const { device, collection } = push;
  const unread: Refusal[] = [];
  const records: ArchiveRecord[] = [];
  const bases = new Map<ArchiveRecord, BaseClocks>();
  for (const row of push.rows) {
    const { newDocumentState } = row;
    const read = readRecord(collection, newDocumentState);
    const base = baseOfRow(row);
    if (!read.ok) unread.push({ id: newDocumentState.id, code: "not-a-record", detail: read.fault });
    else if (!mayBring(device, collection, read.value)) {
      const detail = writeActs[collection];
      unread.push({ id: newDocumentState.id, code: "not-your-role", detail });
    } else if (isWithin(device, read.value.scope)) {
      // Written out before its turn comes: meanwhile the store works for others.
      writtenForm(collection, read.value);
      records.push(read.value);
      if (base) bases.set(read.value, base);
    } else unread.push({ id: newDocumentState.id, code: "not-your-scope", detail: read.value.scope });
  }
  if (records.length === 0) return { answer: { conflicts: [], refused: unread }, scopes: new Set() };
  return inTurn(database, device.district, records.length, async (inside, feed) => {
    const since = feed.seq;
    const stored = await readStored(inside, collection, records);
    const held = new Map<string, Stored>();
    const changed = new Map<string, { seq: number; entry: Stored }>();
    const audit: AuditEntry[] = [];
    const sent: Noticed[] = [];
    const refused = [...unread];
    const at = new Date(push.now).toISOString();
    for (const record of records) {
      const { id } = record;
      const others = stored.get(id) ?? [];
      if (
        others.some((other) => other.district !== device.district || !isWithin(device, other.state.scope))
      ) {
        refused.push({ id, code: "not-your-scope", detail: "the record is another's" });
        continue;
      }
      const before = held.get(id) ?? others[0];
      const merged = mergeRecords(before?.state ?? record, record);
      const ruled = ruleRecord(collection, before?.state, merged, device.role, () =>
        stampAfter(merged, push.now),
      );
      const { hash } = writtenForm(collection, ruled);
      const base = bases.get(record);
      const conflicts = before && base ? noticeConflicts(collection, base, before.state, record) : [];
      sent.push({ id, hash: writtenForm(collection, record).hash, conflicts });
      const entry = { state: ruled, hash, district: device.district };
      held.set(id, entry);
      if (before?.hash === hash) continue;
      feed.seq += 1;
      changed.set(id, { seq: feed.seq, entry });
      audit.push({
        seq: feed.seq,
        at,
        deviceId: device.deviceId,
        role: device.role,
        collection,
        id,
        changes: changesBetween(before?.state, ruled),
        hash,
      });
    }
    if (changed.size > 0) {
      const changes = [...changed.values()].map(({ seq, entry }) => ({ seq, ...entry }));
      await writeChanges(inside, { collection, district: device.district, feed, at }, changes, audit);
    }
    const by = { deviceId: device.deviceId, role: device.role };
    const kept = await keepConflicts(inside, { district: device.district, feed, since, at, audit: by }, sent);
    // "Conflicts" of the protocol are the states held otherwise than they were sent.
    const conflicts = new Map<string, ArchiveRecord>();
    for (const { id, hash } of sent) {
      const now = held.get(id);
      if (now && now.hash !== hash) conflicts.set(id, now.state);
    }
    const written = [...[...changed.values()].map(({ entry }) => entry.state), ...kept];
    return {
      answer: { conflicts: [...conflicts.values()].map((state) => ({ ...state, _deleted: false })), refused },
      scopes: new Set(written.map(({ scope }) => scope)),
    };
  });
}

/** What a machine wrote itself is its role's to write; it carries what others wrote, as a hub does. */
function mayBring(device: Device, collection: CollectionName, record: ArchiveRecord): boolean {
  return record.deviceId !== device.deviceId || may(device.role, writeActs[collection]);
}

function isWithin(device: Device, scope: string): boolean {
  return covers(device.scope, scope) && districtOf(scope) === device.district;
}

async function readStored(
  inside: Querying,
  collection: CollectionName,
  records: readonly ArchiveRecord[],
): Promise<Map<string, Stored[]>> {
  const rows = await inside.query(
    `select id, district, state, ${hashText} as hash from records
     where collection = $1 and id in (select jsonb_array_elements_text($2::jsonb))`,
    [collection, JSON.stringify(records.map(({ id }) => id))],
  );
  const stored = new Map<string, Stored[]>();
  for (const row of rows) {
    const entry = {
      state: recordIn(row["state"]),
      hash: textIn(row, "hash"),
      district: textIn(row, "district"),
    };
    stored.set(entry.state.id, [...(stored.get(entry.state.id) ?? []), entry]);
  }
  return stored;
}
