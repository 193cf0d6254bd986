import type { RxCollection } from "rxdb/plugins/core";
import { map } from "rxjs";
import type { ScreenCollectionName, Records } from "#shared/archive/collections.ts";
import { useWork } from "#renderer/app/session.tsx";
import { useLive } from "#renderer/db/use-live.ts";

/** One record, kept up to date; `null` where this machine has none of that id, `undefined` before it is known. */
export function useRecord<Name extends ScreenCollectionName>(
  name: Name,
  id: string,
): Records[Name] | null | undefined {
  const { db } = useWork();
  const collection = db[name] as unknown as RxCollection<Records[Name]>;
  return useLive(`${name} ${id}`, () =>
    collection.findOne(id).$.pipe(map((found) => (found ? (found.toJSON() as Records[Name]) : null))),
  );
}
