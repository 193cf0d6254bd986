import { map } from "rxjs";
import type { Batch } from "#shared/archive/batch.ts";
import { useWork } from "#renderer/app/session.tsx";
import { useLive } from "#renderer/db/use-live.ts";

/** Every batch that counts, in the order of their numbers, kept up to date: a district has few. */
export function useBatches(): readonly Batch[] | undefined {
  const { db } = useWork();
  return useLive("batches", () =>
    db.batches
      .find({ sort: [{ number: "asc" }], index: ["number"] })
      .$.pipe(
        map((found) => found.map((one) => one.toJSON() as Batch).filter((one) => one.withdrawn === "")),
      ),
  );
}
