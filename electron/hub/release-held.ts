import type { Parent } from "#shared/replication/parents.ts";
import { isContent } from "#shared/completeness/frozen-fields.ts";
import { batchOf, type ReadHeld } from "#shared/replication/rule-frozen.ts";
import type { HeldRow } from "./held-rows.ts";
import { type HubPushParts, keepRefused, mergeArrivals } from "./hub-merge.ts";

const slice = 500;

/**
 * Merges the rows that waited for records that are here now, and those that waited for these in turn, as if they came
 * now from those who sent them; last the acceptances that waited for content, each once. A stop in between merges some
 * again, which changes nothing.
 */
export function releaseHeld(parts: HubPushParts, came: readonly Parent[]): void {
  const arrived = releaseFor(parts, came);
  if (!parts.held.anyAcceptance()) return;
  const read: ReadHeld = (name, id) => parts.journal.read(name, id);
  const batches = arrived.flatMap(({ collection, id }) => {
    const record = isContent(collection) ? parts.journal.read(collection, id) : undefined;
    return (record && batchOf(record, read)?.id) ?? [];
  });
  releaseFor(
    parts,
    [...new Set(batches)].map((id) => ({ collection: "batches", id })),
  );
}

/** Answers what came, and what was merged because of it. */
function releaseFor(parts: HubPushParts, came: readonly Parent[]): Parent[] {
  const { held } = parts;
  const arrived = [...came];
  for (const { collection, id } of arrived) {
    for (let after = 0; ;) {
      const rows = held.waitingFor(collection, id, after, slice);
      after = rows.at(-1)?.number ?? after;
      for (const group of bySender(rows)) {
        const [first] = group;
        if (!first) continue;
        const to = { collection: first.collection, holds: true, released: true as const };
        const merged = mergeArrivals(parts, first.sender, to, group);
        keepRefused(parts, first.collection, merged.refused);
        const stay = new Set(merged.held.map((row) => row.id));
        held.letGo(group.filter(({ record }) => !stay.has(record.id)).map(({ number }) => number));
        arrived.push(...merged.taken.map((record) => ({ collection: first.collection, id: record.id })));
      }
      if (rows.length < slice) break;
    }
  }
  return arrived;
}

function bySender(rows: readonly HeldRow[]): HeldRow[][] {
  const groups = new Map<string, HeldRow[]>();
  for (const row of rows) {
    const { deviceId, scope, role } = row.sender;
    const key = [row.collection, deviceId, scope, role].join(" ");
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()];
}

/**
 * Releases what waits for a record as soon as that is in the journal, from wherever it came: now for those that are,
 * and later at each write. Answers how to stop.
 */
export function followForHeld(
  parts: HubPushParts & { changed: () => void },
  report: (fault: unknown) => void,
): () => void {
  const { journal, held } = parts;
  const came: Parent[] = held.wanted().filter(({ collection, id }) => journal.read(collection, id));
  let due: NodeJS.Immediate | undefined;
  const release = () => {
    due = undefined;
    try {
      const parents = came.splice(0);
      releaseHeld(parts, parents);
      if (parents.length > 0) parts.changed();
    } catch (error) {
      // A full disk: the machines that sent them send them again.
      report(error);
    }
  };
  const soon = () => (due ??= setImmediate(release));
  if (came.length > 0) soon();
  const stop = journal.onWrite((collection, changes) => {
    if (!held.any()) return;
    // A batch that was here may stand accepted now by the province's word: its acceptance waits no more.
    const fresh = changes.filter(({ before }) => before === undefined || collection === "batches");
    if (fresh.length === 0) return;
    came.push(...fresh.map(({ id }) => ({ collection, id })));
    soon();
  });
  return () => {
    stop();
    clearImmediate(due);
  };
}
