import { notifications } from "@mantine/notifications";
import { useMemo, useRef } from "react";
import type { Fonds } from "#shared/archive/fonds.ts";
import type { Group } from "#shared/archive/group.ts";
import {
  type GroupPlace,
  type GroupStep,
  type MoveRefusal,
  type Placed,
  planMove,
  planStep,
} from "#shared/archive/move-group.ts";
import { arrangeScheme, nameOfGroup, type SchemeNode, walkScheme } from "#shared/archive/scheme.ts";
import type { Result } from "#shared/base/result.ts";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { useWork } from "#renderer/app/session.tsx";
import { useHistory } from "#renderer/app/use-history.tsx";
import { useWords } from "#renderer/app/words.tsx";
import type { Edit } from "#renderer/work/history.ts";
import { placeEdits } from "./scheme-edits.ts";

/**
 * What the keys and buttons of the scheme do. Each waits for the one before and looks at the groups as they then are,
 * so that two quick moves are two moves. `say` is told what came of a move.
 */
export function useSchemeActions(fonds: Fonds, say: (said: string) => void) {
  const work = useWork();
  const all = useWords();
  const words = all.scheme;
  const { record } = useHistory();
  const turn = useRef(Promise.resolve());
  return useMemo(() => {
    const inTurn = (action: () => Promise<unknown>) => {
      turn.current = turn.current.then(async () => {
        try {
          await action();
        } catch (error) {
          notifyFault(all, error);
        }
      });
      return turn.current;
    };
    const read = async (): Promise<SchemeNode[]> => {
      const found = await work.db.groups
        .find({ selector: { fondsId: fonds.id }, index: ["fondsId", "parentId"] })
        .exec();
      return arrangeScheme(found.map((one) => one.toJSON() as Group));
    };
    const move = (id: string, plan: (scheme: SchemeNode[]) => Result<Placed[], MoveRefusal>) =>
      inTurn(async () => {
        const planned = plan(await read());
        if (!planned.ok) {
          notifications.show({ color: "yellow", message: words.refusals[planned.fault] });
          say(words.refusals[planned.fault]);
          return;
        }
        if (planned.value.length === 0) return;
        await record(words.stepsDone.move, placeEdits(planned.value));
        const now = walkScheme(await read()).find(({ group }) => group.id === id);
        if (now) say(words.moved(nameOfGroup(now)));
      });
    return {
      step: (id: string, step: GroupStep) => move(id, (scheme) => planStep(scheme, id, step)),
      place: (id: string, place: GroupPlace) => move(id, (scheme) => planMove(scheme, id, place)),
      /** Writes what is planned of the groups as they are then, as one step. */
      write: (label: string, plan: (scheme: SchemeNode[]) => readonly Edit[], said = true) =>
        inTurn(async () => record(label, plan(await read()), said)),
    };
  }, [work, fonds.id, all, words, record, say]);
}

export type SchemeActions = ReturnType<typeof useSchemeActions>;
