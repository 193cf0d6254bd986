import { notifications } from "@mantine/notifications";
import { useCallback, useSyncExternalStore } from "react";
import { useFormat } from "#renderer/app/format.ts";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { useSteps, useWork } from "#renderer/app/session.tsx";
import { showUndoable } from "#renderer/app/undoable-message.tsx";
import { useWords } from "#renderer/app/words.tsx";
import {
  countDone,
  type Edit,
  recordChanges,
  redoStep,
  type Step,
  type Undone,
  undoStep,
} from "#renderer/work/history.ts";

/** Doing things so that they can be undone, from any screen. */
export type HistoryUse = {
  /** Labels of what the next undo and redo would do; absent where there is nothing. */
  next: { undo?: string; redo?: string };
  undo: () => void;
  redo: () => void;
  /** Makes the edits as one step; `said` tells it in the corner, with a button that undoes it. */
  record: (label: string, edits: readonly Edit[], said?: boolean) => Promise<Step>;
};

export function useHistory(): HistoryUse {
  const work = useWork();
  const history = useSteps();
  const words = useWords();
  const { count } = useFormat();
  const next = useSyncExternalStore(history.subscribe, history.state);
  const turn = useCallback(
    (act: typeof undoStep, say: (label: string, count: string) => string, nothing: string) => {
      const tell = (undone: Undone | undefined) => {
        if (!undone) return notifications.show({ message: nothing });
        const left = undone.left.length > 0 ? ` ${words.grid.left(count(undone.left.length))}` : "";
        return notifications.show({
          message: say(undone.label, count(undone.changed)) + left,
          ...(left === "" ? {} : { color: "yellow", autoClose: 10_000 }),
        });
      };
      act(work, history).then(tell, (error: unknown) => notifyFault(words, error));
    },
    [work, history, words, count],
  );
  const undo = useCallback(() => turn(undoStep, words.grid.undone, words.grid.nothingToUndo), [turn, words]);
  const redo = useCallback(() => turn(redoStep, words.grid.redone, words.grid.nothingToRedo), [turn, words]);
  const record = useCallback(
    async (label: string, edits: readonly Edit[], said = false) => {
      const step = await recordChanges(work, history, label, edits);
      if (!said || step.changes.length === 0) return step;
      showUndoable(words.grid.done(label, count(countDone(step.changes))), {
        label: words.grid.undo,
        run: undo,
      });
      return step;
    },
    [work, history, words, count, undo],
  );
  return { next, undo, redo, record };
}
