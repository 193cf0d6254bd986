import type { Batch } from "#shared/archive/batch.ts";
import { type CollectionName, collectionNames } from "#shared/archive/collections.ts";
import { nameOfRecord } from "#shared/archive/name-of-record.ts";
import type { ArchiveRecord } from "#shared/archive/record.ts";
import { canonicalJson } from "#shared/base/canonical.ts";
import type { HubAside, HubAsideRow } from "#shared/contract/hub.ts";
import type { LackingContent } from "#shared/contract/lacking-content.ts";
import { mergeRecords } from "#shared/replication/merge.ts";
import { readRecord } from "#shared/replication/read-record.ts";
import type { Journal } from "#electron/journal/journal.ts";
import type { Quarantine } from "#electron/journal/quarantine.ts";
import { readLacking } from "#electron/completeness/compare-seal.ts";
import type { HeldRows } from "./held-rows.ts";
import type { PairedDevices } from "./paired-devices.ts";

const most = 200;

/** Of how many acceptances that wait the content is looked at: it is read for each. */
const mostLookedAt = 5;

type Parts = {
  journal: Pick<Journal, "read" | "filesOfBatch" | "children" | "last"> & Pick<Quarantine, "quarantined">;
  held: Pick<HeldRows, "all">;
  devices: Pick<PairedDevices, "list">;
  self: () => string;
};

/** What an acceptance lacks, and of which state here that was: it is read again only once more came. */
type Looked = { of: string; lacks: Promise<LackingContent> };

/** Lists what is aside, whenever it is asked; of what did not change since nothing is read again. */
export function openAsideList(parts: Parts): () => Promise<HubAside> {
  let known = new Map<string, Looked>();
  return async () => {
    const last = known;
    const looked = new Map<string, Looked>();
    const look: Look = (batch, among, nameOf) => {
      const { journal } = parts;
      const of = [batch.seal?.digest, journal.last().seq, among].join(" ");
      const before = last.get(batch.id);
      const now = before?.of === of ? before : { of, lacks: readLacking(journal, batch, nameOf) };
      // Who asks meanwhile waits for the same answer.
      last.set(batch.id, now);
      looked.set(batch.id, now);
      return now.lacks;
    };
    const listed = await listAside(parts, look);
    known = looked;
    return listed;
  };
}

/** What a batch lacks, among how many rows that wait: some may name its files. */
type Look = (batch: Batch, among: number, nameOf: (fileId: string) => string) => Promise<LackingContent>;

/**
 * What paired machines sent and this hub's journal does not hold: kept for the record that contains it, or refused. The
 * latest 200 of each. A refused row of which nothing is lacking in the journal any more is over and not listed.
 */
async function listAside({ journal, held, devices, self }: Parts, look: Look): Promise<HubAside> {
  const names = new Map(devices.list().map(({ deviceId, name }) => [deviceId, name]));
  const nameOf = (deviceId: string) => names.get(deviceId) ?? deviceId;
  const waiting = held.all();
  const kept = waiting.map(({ collection, record, sender, at, parent }): HubAsideRow => ({
    ...{ collection, id: record.id, label: labelOf(record), device: nameOf(sender.deviceId), at },
    ...{ code: "held", detail: "", waitsFor: parent },
  }));
  const refused = journal.quarantined().flatMap((row): HubAsideRow[] => {
    const collection = collectionNames.find((name) => name === row.collection);
    const by = writerOf(row.state);
    const { id, code, detail, at, state } = row;
    if (!collection || by === self()) return [];
    if (typeof state === "object" && state !== null && isOver(journal, collection, id, state)) return [];
    return [{ collection, id, label: labelOf(row.state), device: nameOf(by), at, code, detail }];
  });
  // A file that is not in the journal is known by what waits here of it.
  const nameOfFile = (id: string) =>
    labelOf(
      journal.read("files", id) ??
        waiting.find(({ collection, record }) => collection === "files" && record.id === id)?.record,
    );
  const listed = latest(kept);
  let looked = 0;
  const rows: HubAsideRow[] = [];
  for (const row of listed.rows) {
    const waits = row.collection === "batches" && row.waitsFor?.collection === "batches";
    const found = waits
      ? waiting.find(({ collection, record }) => collection === "batches" && record.id === row.id)
      : undefined;
    if (waits) looked += 1;
    const looks = found !== undefined && looked <= mostLookedAt;
    rows.push(looks ? { ...row, lacks: await look(found.record as Batch, waiting.length, nameOfFile) } : row);
  }
  return { held: { ...listed, rows }, refused: latest(refused) };
}

function latest(rows: readonly HubAsideRow[]): HubAside["held"] {
  const sorted = rows.toSorted((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0));
  return { total: rows.length, rows: sorted.slice(0, most) };
}

function labelOf(state: unknown): string {
  return typeof state === "object" && state !== null ? nameOfRecord(state).slice(0, 300) : "";
}

function writerOf(state: unknown): string {
  const by: unknown = typeof state === "object" && state !== null && "deviceId" in state && state.deviceId;
  return typeof by === "string" ? by : "";
}

function isOver(journal: Parts["journal"], collection: CollectionName, id: string, state: object): boolean {
  const read = readRecord(collection, { ...state, id });
  if (!read.ok) return false;
  const now: ArchiveRecord | undefined = journal.read(collection, read.value.id);
  return (
    now !== undefined && canonicalJson(mergeRecords<ArchiveRecord>(now, read.value)) === canonicalJson(now)
  );
}
