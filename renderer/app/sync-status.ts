import type { SyncStatus } from "#shared/contract/session.ts";
import { useDesk } from "#renderer/app/session.tsx";
import type { Asked } from "#renderer/app/use-asked.ts";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";

/** What is saved and what is sent, asked again whenever the desk says that it changed. */
export function useSyncStatus(): Asked<SyncStatus> {
  const desk = useDesk();
  return useAskedAgain("sync", () => desk.call("sync.status", {}), [
    "sync.changed",
    "records.changed",
    "session.changed",
  ]);
}
