import { useDesk, useWork } from "#renderer/app/session.tsx";
import { useLock } from "#renderer/app/use-lock.ts";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { lockWhenSaved } from "#renderer/app/watch-lock.ts";
import { useWords } from "#renderer/app/words.tsx";

/** How the screen is locked by a person; nothing on a machine of one, where nobody could be meant. */
export function useLocking(): (() => void) | undefined {
  const words = useWords();
  const desk = useDesk();
  const { saving } = useWork();
  const people = useLock().value?.people ?? [];
  if (people.length === 0) return undefined;
  return () => void lockWhenSaved(desk, saving).catch((error: unknown) => notifyFault(words, error));
}
