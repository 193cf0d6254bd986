import type { CallOutput } from "#shared/contract/desk.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";

/** How many threads wait for who is at work, and who can be called; nothing before it was asked. */
export function useNotesWaiting(): CallOutput<"notes.waiting"> | undefined {
  const desk = useDesk();
  return useAskedAgain("notes waiting", () => desk.call("notes.waiting", {}), ["records.changed"]).value;
}
