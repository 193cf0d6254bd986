import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { type Batch, type BatchState, isAccepted, isOwnWork, refuseMove } from "#shared/archive/batch.ts";
import type { Reasons } from "#shared/archive/decision.ts";
import type { Result } from "#shared/base/result.ts";
import { refuseByList } from "#shared/rules/own-steps.ts";
import { readBehind, useSayBehind } from "#renderer/app/batches-behind.ts";
import { FinishCaptureButton } from "#renderer/app/finish-capture-button.tsx";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { useDesk, useWork } from "#renderer/app/session.tsx";
import { useReworks } from "#renderer/app/use-reworks.ts";
import { useRuleData } from "#renderer/app/use-rule-profile.ts";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { ReasonDialog } from "#renderer/ui/reason-dialog.tsx";
import { acceptBatch, type AcceptRefusal, type SealedBatch } from "#renderer/work/accept-batch.ts";
import { type Decided, moveBatch } from "#renderer/work/move-batch.ts";
import { decideReturn, sealBatch } from "#renderer/work/seal-batch.ts";
import { AcceptDialog } from "./accept-dialog.tsx";

type Asking = "return" | "reopen" | undefined;

/** The steps a checker may take with a batch: on to checking, back to capture, accept, return, reopen. */
export function DecideBatch({ batch }: { batch: Batch }) {
  const words = useWords();
  const { check, decisions } = words;
  const work = useWork();
  const desk = useDesk();
  const { quality: rules, batchSteps } = useRuleData();
  const [asking, setAsking] = useState<Asking>();
  const [sealed, setSealed] = useState<SealedBatch>();
  const [behind, setBehind] = useState("");
  const sayBehind = useSayBehind();
  const [sealing, setSealing] = useState(false);
  const reworks = useReworks(batch.id)?.length ?? 0;
  const tell = (answer: Result<Batch, AcceptRefusal>, said: string) => {
    setAsking(undefined);
    setSealed(undefined);
    if (answer.ok) notifications.show({ message: said });
    else {
      const told = answer.fault === "lacks-unexplained" ? check.refusals : words.common.batchRefusals;
      notifications.show({
        color: "red",
        message: Object.entries(told).find(([code]) => code === answer.fault)?.[1],
      });
    }
  };
  const move = async (to: BatchState, said: string, reason = "", decided?: Decided) => {
    const taking = { quality: rules, decided, list: batchSteps };
    tell(await moveBatch(work, batch.id, to, reason, undefined, taking), said);
  };
  const giveBack = async (reason: string) => {
    try {
      await move("returned", check.returned, reason, await decideReturn(desk, batch.id));
    } catch (error) {
      notifyFault(words, error);
    }
  };
  // What is accepted is what was shown: what changed meanwhile is shown anew.
  const seal = async (then: (now: SealedBatch) => Promise<void> | void) => {
    setSealing(true);
    try {
      const now = await sealBatch(work, desk, batch.id);
      const others = await readBehind(desk, batch.id, "accepted", batchSteps);
      setBehind(others.length > 0 ? sayBehind(others, "accepted") : "");
      if (now) await then(now);
      else notifications.show({ color: "red", message: decisions.notSaved });
    } catch (error) {
      notifyFault(words, error);
    } finally {
      setSealing(false);
    }
  };
  const accept = (reasons: Reasons, past: string) =>
    seal(async (now) => {
      const shown = JSON.stringify([sealed?.completeness, sealed?.seal.digest]);
      if (JSON.stringify([now.completeness, now.seal.digest]) !== shown) {
        setSealed(now);
        notifications.show({ color: "yellow", message: decisions.moved });
        return;
      }
      const { role, name } = work.profile;
      const answer = await acceptBatch(work, batch.id, now, reasons, role, rules, name, batchSteps, past);
      tell(answer, check.accepted);
    });
  // Whether the step is this person's to take is asked with a reason in hand; the dialog asks for the reason.
  const refusalOf = (to: BatchState) => {
    if (to === "accepted" && isOwnWork(batch, work.profile.name))
      return words.common.batchRefusals["own-work"];
    if (to === "accepted" && reworks > 0) return words.common.batchRefusals["rework-open"];
    const { role } = work.profile;
    const refusal = refuseMove(batch.state, to, role, "-") ?? refuseByList(batchSteps, batch.scope, to, role);
    if (refusal === "not-a-step" && to === "accepted")
      return check.notChecking(words.common.batchStates[batch.state]);
    return refusal && words.common.batchRefusals[refusal];
  };
  if (batch.state === "accepted")
    return (
      <>
        <ExplainedButton variant="default" reason={refusalOf("checking")} onClick={() => setAsking("reopen")}>
          {decisions.reopen}
        </ExplainedButton>
        {asking === "reopen" && (
          <ReasonDialog
            title={decisions.reopen}
            hint={decisions.reopenHint}
            label={decisions.reopenReason}
            confirm={decisions.reopen}
            cancel={words.common.cancel}
            maxLength={2000}
            onConfirm={(reason) => void move("checking", decisions.reopened, reason)}
            onClose={() => setAsking(undefined)}
          />
        )}
      </>
    );
  if (isAccepted(batch.state) || batch.state === "returned") return null;
  return (
    <>
      {batch.state === "capturing" && (
        <FinishCaptureButton batch={batch} label={check.toChecking} said={check.moved} />
      )}
      {batch.state === "checking" && (
        <ExplainedButton
          variant="default"
          reason={refusalOf("capturing")}
          onClick={() => void move("capturing", check.moved)}
        >
          {check.toCapturing}
        </ExplainedButton>
      )}
      <ExplainedButton
        variant="default"
        color="red"
        reason={refusalOf("returned")}
        onClick={() => setAsking("return")}
      >
        {check.return}
      </ExplainedButton>
      <ExplainedButton
        reason={refusalOf("accepted")}
        loading={sealing && !sealed}
        onClick={() => void seal(setSealed)}
      >
        {check.accept}
      </ExplainedButton>
      {asking === "return" && (
        <ReasonDialog
          title={check.returnDialog.title}
          hint={check.returnDialog.hint}
          label={check.returnDialog.reason}
          confirm={check.returnDialog.confirm}
          cancel={words.common.cancel}
          maxLength={2000}
          onConfirm={(reason) => void giveBack(reason)}
          onClose={() => setAsking(undefined)}
        />
      )}
      {sealed && (
        <AcceptDialog
          sealed={sealed}
          behind={behind}
          busy={sealing}
          onConfirm={(reasons, past) => void accept(reasons, past)}
          onClose={() => setSealed(undefined)}
        />
      )}
    </>
  );
}
