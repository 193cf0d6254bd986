import type { ArchiveRecord } from "#shared/archive/record.ts";
import { covers } from "#shared/archive/unit.ts";
import type { ReplicationAnswers } from "#shared/node/replication-routes.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import { Refused } from "#shared/node/typed-routes.ts";
import type { WireRecord } from "#shared/replication/messages.ts";
import type { Asker } from "./held-rows.ts";
import type { HubPushParts } from "./hub-merge.ts";
import { pushToHub } from "./hub-push.ts";
import type { ScopedDigests } from "./scoped-digests.ts";

/**
 * The replication protocol over this machine's journal for another machine of the centre. A push is merged like any
 * other source's, with both values of a conflict kept, and is on the disk when it is answered; what lies outside of
 * the asker's scope is neither taken nor given.
 */
export function hubAnswers(
  parts: HubPushParts & { changed: () => void },
  digests: Pick<ScopedDigests, "of">,
  asker: Asker,
): ReplicationAnswers {
  const { journal } = parts;
  const { scope } = asker;
  const within = journal.within(scope);
  return {
    pull(collection, { checkpoint, limit }) {
      const answer = within.pull(collection, checkpoint, limit);
      return { documents: answer.documents.map(onWire), checkpoint: answer.checkpoint };
    },
    push: (collection, rows, holds) =>
      whole(() => {
        const answer = pushToHub(parts, asker, { collection, rows, holds });
        if (answer.refused.length > 0 || answer.held) parts.changed();
        return answer;
      }),
    digest(collection) {
      const digest = digests.of(collection, scope);
      return { count: digest.count, digest: digest.digest() };
    },
    buckets: (collection) => digests.of(collection, scope).buckets(),
    hashes: (collection, bucket) => within.hashes(collection, bucket),
    read: (collection, ids) =>
      [...new Set(ids)].flatMap((id) => {
        const record = journal.read(collection, id);
        return record && covers(scope, record.scope) ? [onWire(record)] : [];
      }),
  };
}

/**
 * A disk that takes no more, and a closed journal, are not the fault of what was sent: 503, and not 500, has the machine
 * wait and send it again.
 */
function whole<Value>(work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    if (error instanceof DeskFault && error.code === "disk-full")
      throw new Refused(503, error.code, "the hub's disk is full; try again later");
    if (error instanceof DeskFault && error.code === "journal-closed")
      throw new Refused(503, error.code, "the hub's journal is to be repaired; try again later");
    throw error;
  }
}

function onWire(record: ArchiveRecord): WireRecord {
  return { ...record, _deleted: false };
}
