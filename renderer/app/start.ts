import { getRxStorageDexie } from "rxdb/plugins/storage-dexie";
import { screenCollectionNames } from "#shared/archive/collections.ts";
import type { Unit } from "#shared/archive/unit.ts";
import { compareCollection } from "#renderer/db/compare.ts";
import { type Database, openDatabase } from "#renderer/db/database.ts";
import { replicate } from "#renderer/db/replicate.ts";
import { type Saving, trackSaving } from "#renderer/db/saving.ts";
import type { Desk } from "#renderer/desk.ts";

/** How often the screen compares itself with the journal, and how old an unsaved write may grow, in milliseconds. */
const comparePeriod = 600_000;
const stallAge = 3_000;

export type Started = { db: Database; saving: Saving; units: readonly Unit[] };

/** Opens the screen's records and keeps them equal with the desk's journal for as long as the page lives. */
export async function start(desk: Desk): Promise<Started> {
  const saving = trackSaving(() => Date.now());
  const [units, db] = await Promise.all([
    desk.call("units.list", {}),
    openDatabase(getRxStorageDexie({ chromeTransactionDurability: "strict" } as never)),
  ]);
  const replications = replicate(db, desk, saving);
  const comparisons = new Map(
    screenCollectionNames.map((name) => [name, compareCollection(db[name] as never, name, desk, saving)]),
  );
  const compareAll = async () => {
    let equal = true;
    for (const name of screenCollectionNames) {
      await replications[name].awaitInSync().catch(() => undefined);
      const outcome = await comparisons.get(name)?.compare();
      equal &&= outcome?.equal ?? false;
    }
    document.documentElement.dataset["synced"] = String(equal);
  };
  const quietly = (work: Promise<unknown>) => void work.catch(() => undefined);
  window.setTimeout(() => quietly(compareAll()), 3_000);
  window.setInterval(() => quietly(compareAll()), comparePeriod);
  window.setInterval(() => {
    for (const name of saving.stalled(stallAge))
      quietly(comparisons.get(name)?.compare() ?? Promise.resolve());
  }, stallAge);
  return { db, saving, units };
}
