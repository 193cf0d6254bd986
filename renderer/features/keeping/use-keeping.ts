import type { KeepingStatus } from "#shared/contract/keeping.ts";
import { useDesk } from "#renderer/app/session.tsx";
import type { Asked } from "#renderer/app/use-asked.ts";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";

/** How this machine's data are, asked again whenever the desk says that it changed. */
export function useKeeping(): Asked<KeepingStatus> {
  const desk = useDesk();
  return useAskedAgain("keeping", () => desk.call("keeping.status", {}), [
    "keeping.changed",
    "desk.reopened",
  ]);
}
