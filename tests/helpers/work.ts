import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { getRxStorageDexie } from "rxdb/plugins/storage-dexie";
import { onTestFinished } from "vitest";
import type { Profile } from "#shared/archive/profile.ts";
import { openDatabase } from "#renderer/db/database.ts";
import { trackSaving } from "#renderer/db/saving.ts";
import { beginWork, type Work } from "#renderer/db/work.ts";

export const sampleChecker: Profile = { name: "Lê Thị Kiểm", role: "district-checker", scope: "52.550" };

let made = 0;

/**
 * A real `Work` over a fresh RxDB on an in-memory IndexedDB. Its clock starts at 2025-05-20 08:00 (UTC+7) and goes
 * one second on at each reading. Closed when the test is over: RxDB opens few collections at a time.
 */
export async function openWork(profile: Profile = sampleChecker): Promise<Work> {
  const indexedDB = new IDBFactory();
  made += 1;
  const db = await openDatabase(getRxStorageDexie({ indexedDB, IDBKeyRange }), `test-${made}`);
  onTestFinished(async () => {
    await db.close();
  });
  let ms = Date.UTC(2025, 4, 20, 1);
  const now = () => (ms += 1000);
  let drawn = made;
  const chance = (below: number) => {
    drawn = (drawn * 1103515245 + 12345) % 2147483648;
    return drawn % below;
  };
  return beginWork(db, profile, trackSaving(now), { deviceId: "device-test", clock: "", now, chance });
}
