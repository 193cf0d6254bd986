import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { type Batch, type BatchState, goesOn, refuseMove } from "#shared/archive/batch.ts";
import { isHeld } from "#shared/archive/paper-hold.ts";
import { ownStepOf, refuseByList } from "#shared/rules/own-steps.ts";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { useDesk, useWork } from "#renderer/app/session.tsx";
import { useRuleData } from "#renderer/app/use-rule-profile.ts";
import { useWords } from "#renderer/app/words.tsx";
import { moveBatch } from "#renderer/work/move-batch.ts";
import { decideReturn } from "#renderer/work/seal-batch.ts";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { ReasonDialog } from "#renderer/ui/reason-dialog.tsx";
import { movesHere, nameOfMove } from "./moves-here.ts";

/** A button for each step from the batch's state; one that the person may not take says why. */
export function BatchMoves({ batch, empty }: { batch: Batch; empty: boolean }) {
  const work = useWork();
  const desk = useDesk();
  const all = useWords();
  const words = all.batches;
  const { batchSteps } = useRuleData();
  const listed = (to: BatchState) => !ownStepOf(batchSteps, batch.scope, to).omitted;
  const [asking, setAsking] = useState<BatchState>();
  const [busy, setBusy] = useState(false);
  const nameOf = (to: BatchState, needsReason?: true) => nameOfMove(all, to, needsReason);
  const take = async (to: BatchState, reason: string) => {
    setAsking(undefined);
    setBusy(true);
    try {
      const decided = to === "returned" ? await decideReturn(desk, batch.id) : undefined;
      const taking = { decided, list: batchSteps };
      const moved = await moveBatch(work, batch.id, to, reason, undefined, taking);
      const message = moved.ok
        ? words.moved(batch.number, all.common.batchStates[to])
        : all.common.batchRefusals[moved.fault];
      notifications.show({ message, ...(moved.ok ? {} : { color: "red" }) });
    } catch (error) {
      notifyFault(all, error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      {movesHere(batch.state, listed).map(({ to, needsReason }) => {
        const refusal =
          refuseMove(batch.state, to, work.profile.role, "-") ??
          refuseByList(batchSteps, batch.scope, to, work.profile.role) ??
          (isHeld(batch) && goesOn(batch.state, to) ? "batch-held" : undefined) ??
          (to === "handed-over" && empty ? "batch-empty" : undefined);
        return (
          <ExplainedButton
            key={to}
            variant={needsReason || to === "draft" ? "default" : "filled"}
            loading={busy}
            reason={refusal && all.common.batchRefusals[refusal]}
            onClick={() => (needsReason ? setAsking(to) : void take(to, ""))}
          >
            {nameOf(to, needsReason)}
          </ExplainedButton>
        );
      })}
      {asking && (
        <ReasonDialog
          title={nameOf(asking, true)}
          hint={asking === "returned" ? words.returnHint : words.reasonHint}
          label={words.reason}
          confirm={nameOf(asking, true)}
          cancel={all.common.cancel}
          maxLength={2000}
          onConfirm={(reason) => void take(asking, reason)}
          onClose={() => setAsking(undefined)}
        />
      )}
    </>
  );
}
