import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { getRxStorageDexie } from "rxdb/plugins/storage-dexie";
import { onTestFinished } from "vitest";
import type { ScreenCollectionName } from "#shared/archive/collections.ts";
import type { DeskHandlers, Emit } from "#shared/contract/desk.ts";
import { answer } from "#electron/answer.ts";
import { openJournal } from "#electron/journal/open-journal.ts";
import { recordHandlers } from "#electron/journal/record-handlers.ts";
import { compareCollection } from "#renderer/db/compare.ts";
import { type Database, openDatabase } from "#renderer/db/database.ts";
import { replicate } from "#renderer/db/replicate.ts";
import { trackSaving } from "#renderer/db/saving.ts";
import { type Desk, makeDesk, type Wire } from "#renderer/desk.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

type Call = (name: string, input: unknown) => Promise<unknown>;

let made = 0;

/** A journal with its handlers, and the wire to them; `through` may lose or spoil what passes. */
export function openJournaledDesk(through?: (name: string, input: unknown, call: Call) => Promise<unknown>) {
  const listeners = new Set<(name: string, value: unknown) => void>();
  const emit: Emit = (name, value) => {
    for (const listener of listeners) listener(name, value);
  };
  const journal = openJournal(temporaryFolder(), { deviceId: "desk-test", now: () => Date.now() });
  onTestFinished(() => journal.close());
  const handlers = recordHandlers({ journal, emit }) as DeskHandlers;
  const direct: Call = (name, input) => answer(handlers, name, input, () => undefined);
  const wire: Wire = {
    call: (name, input) =>
      (through ? through(name, input, direct) : direct(name, input)) as ReturnType<Wire["call"]>,
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return { journal, desk: makeDesk(wire) };
}

/** The screen's database replicating with a desk, as `renderer/app/start.ts` sets it up; `profile` is a browser's. */
export async function openScreen(desk: Desk, profile = newProfile()) {
  const storage = getRxStorageDexie({ indexedDB: profile.indexedDB, IDBKeyRange });
  const db: Database = await openDatabase(storage, profile.name);
  const saving = trackSaving(() => Date.now());
  const replication = replicate(db, desk, saving);
  const compare = (name: ScreenCollectionName) => compareCollection(db[name] as never, name, desk, saving);
  const close = async () => {
    await replication.stop();
    await db.close();
  };
  onTestFinished(close);
  return { db, saving, replication, compare, close };
}

/** An empty browser profile. */
export function newProfile() {
  made += 1;
  return { indexedDB: new IDBFactory(), name: `screen-${made}` };
}

/** Waits until something holds; a minute is room for a busy machine, and the waits in between for the work waited for. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let waited = 0; waited < 60_000; waited += 50) {
    if (await holds()) return;
    await new Promise((resume) => setTimeout(resume, 50));
  }
  throw new Error("it did not come to hold within a minute");
}

/** Long enough for a replication that was going to happen to have happened. */
export function settle(): Promise<void> {
  return new Promise((resume) => setTimeout(resume, 400));
}
