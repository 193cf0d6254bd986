import type { ScreenCollectionName, Records } from "#shared/archive/collections.ts";
import type { Profile } from "#shared/archive/profile.ts";
import { type ArchiveRecord, editRecord, type Stamp } from "#shared/archive/record.ts";
import { clockZero, seeClock, tickClock, writeClock } from "#shared/base/clock.ts";
import { type Chance, newId } from "#shared/base/id.ts";
import type { Database } from "#renderer/db/database.ts";
import type { Saving } from "#renderer/db/saving.ts";

/** What a use-case works with: the records, who is at work, and fresh ids, stamps and times. */
export type Work = {
  db: Database;
  profile: Profile;
  saving: Saving;
  stamp(): Stamp;
  id(): string;
  /** The wall clock, ISO 8601 in UTC. */
  now(): string;
};

type Origin = {
  deviceId: string;
  clock: string;
  now: () => number;
  chance: Chance;
  /** The clock that goes on from one person's work to the next at the same screen. */
  ticking?: { state: ReturnType<typeof seeClock> };
};

export function beginWork(db: Database, profile: Profile, saving: Saving, origin: Origin): Work {
  const ticking = origin.ticking ?? { state: clockZero };
  ticking.state = seeClock(ticking.state, origin.clock);
  return {
    db,
    profile,
    saving,
    stamp() {
      ticking.state = tickClock(ticking.state, origin.now());
      return {
        clock: writeClock(ticking.state, `${origin.deviceId}.s`),
        by: profile.name,
        deviceId: origin.deviceId,
      };
    },
    id: () => newId(origin.now(), origin.chance),
    now: () => new Date(origin.now()).toISOString(),
  };
}

/** Adds new records of one collection; resolves when RxDB has them (`work.saving` follows them to the journal). */
export async function addRecords<Name extends ScreenCollectionName>(
  work: Work,
  name: Name,
  records: readonly Records[Name][],
): Promise<void> {
  for (const record of records) work.saving.wrote(name, record);
  const answer = await work.db[name].bulkInsert(records as never);
  const failed = answer.error[0];
  if (failed) throw new Error(`${name} ${failed.documentId} was not written (${failed.status})`);
}

/** Changes some fields of a record and answers the record as it then is; nothing where it does not exist. */
export async function changeRecord<Name extends ScreenCollectionName>(
  work: Work,
  name: Name,
  id: string,
  changes: Partial<Omit<Records[Name], "id" | "clocks">>,
): Promise<Records[Name] | undefined> {
  const document = await work.db[name].findOne(id).exec();
  if (!document) return undefined;
  const stamp = work.stamp();
  const changed = await document.incrementalModify((data) => {
    const edited = editRecord(data as unknown as ArchiveRecord, changes as never, stamp);
    work.saving.wrote(name, edited);
    return edited as never;
  });
  return changed.toJSON() as Records[Name];
}
