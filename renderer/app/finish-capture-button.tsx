import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { may } from "#shared/archive/permissions.ts";
import { type Batch, type BatchRefusal, refuseMove } from "#shared/archive/batch.ts";
import { shortestJustification } from "#shared/archive/check.ts";
import type { Lack } from "#shared/archive/lack.ts";
import { inTheWay } from "#shared/rules/barrier.ts";
import { refuseByList } from "#shared/rules/own-steps.ts";
import { type BatchBehind, readBehind, useSayBehind } from "#renderer/app/batches-behind.ts";
import { useFormat } from "#renderer/app/format.ts";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { useDesk, useWork } from "#renderer/app/session.tsx";
import { useRuleData } from "#renderer/app/use-rule-profile.ts";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { ReasonDialog } from "#renderer/ui/reason-dialog.tsx";
import { finishCapture, unsettled } from "#renderer/work/finish-capture.ts";

/** What stopped a batch: what lacks in it, and the batches of its fonds that are behind. */
type Stopped = { lacks: readonly Lack[]; behind: readonly BatchBehind[] };

/** What a checker goes past with a written reason. */
const explainable: readonly BatchRefusal[] = ["pages-unsettled", "files-held", "barrier", "fonds-behind"];

/** Moves a batch on to its check; pages that are rejected or break a rule stop it, or are explained by a checker. */
export function FinishCaptureButton(props: { batch: Batch; label: string; said: string }) {
  const { batch, label, said } = props;
  const words = useWords();
  const { quality } = words;
  const { count } = useFormat();
  const work = useWork();
  const desk = useDesk();
  const { quality: rules, batchSteps } = useRuleData();
  const sayBehind = useSayBehind();
  const [asking, setAsking] = useState<Stopped>();
  const { role } = work.profile;
  const refusal =
    refuseMove(batch.state, "checking", role, "") ?? refuseByList(batchSteps, batch.scope, "checking", role);
  const titleOf = ({ lacks }: Stopped) => (itemsOf(lacks) > 0 ? quality.unsettledTitle : label);
  const sayUnsettled = ({ lacks, behind }: Stopped) => {
    const items = itemsOf(lacks);
    const before = inTheWay(lacks, "checking", batchSteps);
    // Where nothing else stops it, it is what is kept back.
    const unnamed = items === 0 && before.length === 0 && behind.length === 0;
    const held = unnamed || lacks.some(({ code }) => code === "file-held");
    const parts = [
      ...(held ? [words.common.batchRefusals["files-held"]] : []),
      ...(before.length > 0 ? [words.barrier.counted(count(before.length), namesOf(before))] : []),
      ...(behind.length > 0 ? [sayBehind(behind, "checking")] : []),
      ...(items > 0 ? [quality.unsettled(count(items))] : []),
    ];
    return parts.join(" ");
  };
  const stop = (stopped: Stopped, reason: string) => {
    if (may(work.profile.role, "justify") && reason === "") setAsking(stopped);
    else
      notifications.show({
        color: "red",
        title: titleOf(stopped),
        message: sayUnsettled(stopped),
        autoClose: 10_000,
      });
  };
  const finish = async (lacks: readonly Lack[], reason: string) => {
    const answer = await finishCapture(work, batch.id, lacks, reason, rules, batchSteps);
    if (answer.ok) {
      setAsking(undefined);
      notifications.show({ message: said });
    } else if (!explainable.includes(answer.fault)) {
      notifications.show({ color: "red", message: words.common.batchRefusals[answer.fault] });
    } else stop({ lacks, behind: await readBehind(desk, batch.id, "checking", batchSteps) }, reason);
  };
  const ask = async () => {
    try {
      const { lacks } = await desk.call("batches.completeness", { batchId: batch.id });
      await finish(lacks, "");
    } catch (error) {
      notifyFault(words, error);
    }
  };
  return (
    <>
      <ExplainedButton
        variant="default"
        reason={refusal && words.common.batchRefusals[refusal]}
        onClick={() => void ask()}
      >
        {label}
      </ExplainedButton>
      {asking && (
        <ReasonDialog
          title={titleOf(asking)}
          hint={sayUnsettled(asking)}
          label={quality.unsettledReason}
          confirm={label}
          cancel={words.common.cancel}
          maxLength={2000}
          shortest={shortestJustification}
          onConfirm={(reason) => void finish(asking.lacks, reason)}
          onClose={() => setAsking(undefined)}
        />
      )}
    </>
  );
}

function itemsOf(lacks: readonly Lack[]): number {
  return new Set(unsettled(lacks).map(({ itemId }) => itemId)).size;
}

/** The first of what stands in the way, by name. */
function namesOf(lacks: readonly Lack[]): string {
  const named = [...new Set(lacks.map(({ label }) => label))];
  return named.slice(0, 5).join(", ") + (named.length > 5 ? ", …" : "");
}
