import { useEffect } from "react";
import type { SyncStatus } from "#shared/contract/session.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { type Asked, useAsked } from "#renderer/app/use-asked.ts";

/** What is saved and what is sent, asked again whenever the desk says that it changed. */
export function useSyncStatus(): Asked<SyncStatus> {
  const desk = useDesk();
  const asked = useAsked("sync", () => desk.call("sync.status", {}));
  const { ask } = asked;
  useEffect(() => {
    const stops = [
      desk.on("sync.changed", ask),
      desk.on("records.changed", ask),
      desk.on("session.changed", ask),
    ];
    return () => stops.forEach((stop) => stop());
  }, [desk, ask]);
  return asked;
}
