import { useRef, useState } from "react";
import type { CallOutput } from "#shared/contract/desk.ts";
import type { ExtraFile, FoundFile } from "#shared/handover/count-against.ts";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { useDesk } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";

/** A count under way: what was begun on this machine, and each thing counted since, which the desk keeps at once. */
export function useCount({ handover, draft }: CallOutput<"handovers.read">) {
  const desk = useDesk();
  const all = useWords();
  const [found, setFound] = useState<ReadonlyMap<string, FoundFile>>(
    () => new Map(draft.found.map((one) => [one.fileId, one])),
  );
  const [extras, setExtras] = useState<readonly ExtraFile[]>(draft.extras);
  // One after the other: what is said later of a file holds.
  const kept = useRef<Promise<unknown>>(Promise.resolve());
  const keep = (changed: FoundFile[], others: readonly ExtraFile[]) => {
    const counted = { id: handover.id, found: changed, extras: [...others] };
    kept.current = kept.current
      .then(() => desk.call("handovers.keepCount", counted))
      .catch((fault: unknown) => notifyFault(all, fault));
  };
  return {
    found,
    extras,
    put(fileIds: readonly string[], fields: Partial<FoundFile>) {
      const changed = fileIds.map((fileId): FoundFile => {
        const was = found.get(fileId) ?? { fileId, here: true, leaves: 0, condition: "", note: "" };
        return { ...was, ...fields };
      });
      setFound((before) => new Map([...before, ...changed.map((one) => [one.fileId, one] as const)]));
      keep(changed, extras);
    },
    addExtra(label: string) {
      if (extras.some((extra) => extra.label === label)) return;
      const more = [...extras, { label, note: "" }];
      setExtras(more);
      keep([], more);
    },
    removeExtra(label: string) {
      const fewer = extras.filter((extra) => extra.label !== label);
      setExtras(fewer);
      keep([], fewer);
    },
    /** When all that was counted is kept. */
    settled: () => kept.current,
  };
}
