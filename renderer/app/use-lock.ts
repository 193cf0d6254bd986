import type { Lock } from "#shared/contract/people.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { type Asked } from "#renderer/app/use-asked.ts";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";

/** The people of this machine and how it locks. */
export function useLock(): Asked<Lock> {
  const desk = useDesk();
  return useAskedAgain("lock", () => desk.call("lock.read", {}), ["lock.changed"]);
}
