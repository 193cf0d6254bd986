import { notifications } from "@mantine/notifications";
import { type Batch, refuseMove } from "#shared/archive/batch.ts";
import { refuseByList } from "#shared/rules/own-steps.ts";
import { FinishCaptureButton } from "#renderer/app/finish-capture-button.tsx";
import { useWork } from "#renderer/app/session.tsx";
import { useRuleData } from "#renderer/app/use-rule-profile.ts";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { moveBatch } from "#renderer/work/move-batch.ts";

/** Begins the capture of a received batch, or sends a captured one on to be checked. */
export function MoveBatch({ batch }: { batch: Batch }) {
  const words = useWords();
  const work = useWork();
  const { batchSteps } = useRuleData();
  const start = async () => {
    const answer = await moveBatch(work, batch.id, "capturing", "", undefined, { list: batchSteps });
    notifications.show(
      answer.ok
        ? { message: words.capture.started }
        : { color: "red", message: words.common.batchRefusals[answer.fault] },
    );
  };
  if (batch.state === "received") {
    const { role } = work.profile;
    const refusal =
      refuseMove(batch.state, "capturing", role, "") ??
      refuseByList(batchSteps, batch.scope, "capturing", role);
    return (
      <ExplainedButton reason={refusal && words.common.batchRefusals[refusal]} onClick={() => void start()}>
        {words.capture.start}
      </ExplainedButton>
    );
  }
  if (batch.state !== "capturing") return null;
  return (
    <FinishCaptureButton
      batch={batch}
      label={words.capture.toChecking}
      said={words.capture.movedToChecking}
    />
  );
}
