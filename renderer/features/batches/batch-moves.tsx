import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { type Batch, type BatchRefusal, type BatchState, goesOn, refuseMove } from "#shared/archive/batch.ts";
import { shortestJustification } from "#shared/archive/check.ts";
import { isHeld } from "#shared/archive/paper-hold.ts";
import { may } from "#shared/archive/permissions.ts";
import { ownStepOf, refuseByList } from "#shared/rules/own-steps.ts";
import { readBehind, useSayBehind } from "#renderer/app/batches-behind.ts";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { useDesk, useWork } from "#renderer/app/session.tsx";
import { useRuleData } from "#renderer/app/use-rule-profile.ts";
import { useWords } from "#renderer/app/words.tsx";
import { moveBatch } from "#renderer/work/move-batch.ts";
import { decideReturn } from "#renderer/work/seal-batch.ts";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { ReasonDialog } from "#renderer/ui/reason-dialog.tsx";
import { movesHere, nameOfMove } from "./moves-here.ts";

/** The step that a reason is asked for; `past` says what stands in its way, where something does. */
type Asking = { to: BatchState; past?: string };

/** A button for each step from the batch's state; one that the person may not take says why. */
export function BatchMoves({ batch, empty }: { batch: Batch; empty: boolean }) {
  const work = useWork();
  const desk = useDesk();
  const all = useWords();
  const words = all.batches;
  const { batchSteps } = useRuleData();
  const listed = (to: BatchState) => !ownStepOf(batchSteps, batch.scope, to).omitted;
  const sayBehind = useSayBehind();
  const [asking, setAsking] = useState<Asking>();
  const [busy, setBusy] = useState(false);
  // A barrier is gone past with a reason, by who may; others are told what stands in the way.
  const tell = async (to: BatchState, reason: string, fault: BatchRefusal) => {
    const behind = fault === "fonds-behind" ? await readBehind(desk, batch.id, to, batchSteps) : [];
    const message = behind.length > 0 ? sayBehind(behind, to) : all.common.batchRefusals[fault];
    const past = fault === "fonds-behind" || fault === "barrier";
    if (past && reason === "" && may(work.profile.role, "justify")) setAsking({ to, past: message });
    else notifications.show({ color: "red", message });
  };
  const take = async (to: BatchState, reason: string) => {
    setAsking(undefined);
    setBusy(true);
    try {
      const decided = to === "returned" ? await decideReturn(desk, batch.id) : undefined;
      const taking = { decided, list: batchSteps };
      const moved = await moveBatch(work, batch.id, to, reason, undefined, taking);
      if (moved.ok) notifications.show({ message: words.moved(batch.number, all.common.batchStates[to]) });
      else await tell(to, reason, moved.fault);
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
            onClick={() => (needsReason ? setAsking({ to }) : void take(to, ""))}
          >
            {nameOfMove(all, to, needsReason)}
          </ExplainedButton>
        );
      })}
      {asking && <AskReason asking={asking} onConfirm={take} onClose={() => setAsking(undefined)} />}
    </>
  );
}

/** Asks why a step is taken that goes back, or that goes past what stands in its way. */
function AskReason(props: {
  asking: Asking;
  onConfirm: (to: BatchState, reason: string) => Promise<void>;
  onClose: () => void;
}) {
  const all = useWords();
  const words = all.batches;
  const { to, past } = props.asking;
  const name = nameOfMove(all, to, past === undefined);
  const hint = to === "returned" ? words.returnHint : words.reasonHint;
  return (
    <ReasonDialog
      title={name}
      hint={past === undefined ? hint : `${past} ${all.barrier.pastHint}`}
      label={past === undefined ? words.reason : all.barrier.pastReason}
      confirm={name}
      cancel={all.common.cancel}
      maxLength={2000}
      {...(past === undefined ? {} : { shortest: shortestJustification })}
      onConfirm={(reason) => void props.onConfirm(to, reason)}
      onClose={props.onClose}
    />
  );
}
