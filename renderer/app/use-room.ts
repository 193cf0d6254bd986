import type { RoomAndAlarm } from "#shared/contract/keeping.ts";
import { useDesk } from "#renderer/app/session.tsx";
import type { Asked } from "#renderer/app/use-asked.ts";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";

/** How much of this machine's disk is left and whether its data are whole, asked again whenever the desk says that it changed. */
export function useRoom(): Asked<RoomAndAlarm> {
  const desk = useDesk();
  return useAskedAgain("room", () => desk.call("keeping.room", {}), ["keeping.changed"]);
}
