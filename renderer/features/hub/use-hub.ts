import type { HubState } from "#shared/contract/hub.ts";
import { useDesk } from "#renderer/app/session.tsx";
import type { Asked } from "#renderer/app/use-asked.ts";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";

const events = ["hub.changed", "session.changed"] as const;

/** This machine as a hub, and the hub that it is paired with. */
export function useHub(): Asked<HubState> {
  const desk = useDesk();
  return useAskedAgain("hub", () => desk.call("hub.read", {}), events);
}
