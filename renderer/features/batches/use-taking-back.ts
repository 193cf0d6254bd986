import { notifications } from "@mantine/notifications";
import type { BatchState } from "#shared/archive/batch.ts";
import type { FieldChange } from "#renderer/db/change-records.ts";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useWork } from "#renderer/app/session.tsx";
import { showUndoable } from "#renderer/app/undoable-message.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { takeFilesBack } from "#renderer/work/take-files-back.ts";

/** Tells what was done with files of a batch, with a button that takes it back and says how many went back. */
export function useTakingBack(batchId: string) {
  const work = useWork();
  const all = useWords();
  const { count } = useFormat();
  return (message: string, changes: readonly FieldChange[], open: (state: BatchState) => boolean) => {
    if (changes.length === 0) {
      notifications.show({ message });
      return;
    }
    const run = () =>
      void takeFilesBack(work, batchId, changes, open).then(
        ({ changed, left }) => {
          const told = all.many.filesBack(count(changed), count(changes.length));
          notifications.show(
            left === 0
              ? { message: told }
              : { color: "yellow", message: `${told} ${all.many.filesLeft(count(left))}` },
          );
        },
        (error: unknown) => notifyFault(all, error),
      );
    showUndoable(message, { label: all.many.undo, run });
  };
}
