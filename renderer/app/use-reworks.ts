import type { Rework } from "#shared/contract/rework.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";

/** What of a batch was sent back to a station and is not closed, kept up to date; nothing known before it was asked. */
export function useReworks(batchId: string): readonly Rework[] | undefined {
  const desk = useDesk();
  return useAskedAgain(`rework ${batchId}`, () => desk.call("rework.list", { batchId, closed: false }), [
    "records.changed",
  ]).value?.reworks;
}
