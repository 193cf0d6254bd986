import { DeskFault } from "#shared/contract/fault.ts";
import type { ObjectStore } from "#shared/node/object-store.ts";
import type { DeskJournal } from "#electron/journal/open-journal.ts";
import type { WorkerPool } from "#electron/pipeline/worker/tasks.ts";
import type { Room } from "./room.ts";

/** The journal, whose writes take up the reserve when the disk is full: what was done is still saved. */
export function withReserve(journal: DeskJournal, room: Pick<Room, "release">): DeskJournal {
  const again = <Value>(work: () => Value): Value => {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof DeskFault && error.code === "disk-full") || !room.release()) throw error;
      return work();
    }
  };
  return {
    ...journal,
    write: (collection, records, origin, known) =>
      again(() => journal.write(collection, records, origin, known)),
    quarantine: (rows) => again(() => journal.quarantine(rows)),
  };
}

/** The store, which takes nothing in where the disk has too little room left for the journal. */
export function storeWithRoom(objects: ObjectStore, room: Pick<Room, "expect">): ObjectStore {
  return {
    ...objects,
    async put(source, limits) {
      await room.expect(source instanceof Uint8Array ? source.length : 0);
      return objects.put(source, limits);
    },
  };
}

/** The workers, whose tasks that make objects wait while the disk has too little room: their queue rests. */
export function poolWithRoom(pool: WorkerPool, room: Pick<Room, "expect">): WorkerPool {
  const guard =
    <Input, Output>(task: (input: Input) => Promise<Output>) =>
    async (input: Input) => {
      await room.expect();
      return task(input);
    };
  return {
    ...pool,
    importPage: guard(pool.importPage),
    ocr: guard(pool.ocr),
    pdfa: guard(pool.pdfa),
  };
}
