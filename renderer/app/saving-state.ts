import { useSyncExternalStore } from "react";
import type { SavingState } from "#renderer/db/saving.ts";
import { useWork } from "#renderer/app/session.tsx";

/** How the screen's own writes stand, kept up to date. */
export function useSaving(): SavingState {
  const { saving } = useWork();
  return useSyncExternalStore(
    (listener) => saving.subscribe(listener),
    () => saving.state(),
  );
}
