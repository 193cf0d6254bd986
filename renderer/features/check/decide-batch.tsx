import { Button, Group, Modal, Stack, Text, Textarea } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { type Batch, type BatchState, isAccepted, isOwnWork, refuseMove } from "#shared/archive/batch.ts";
import { blockingLacks, refuseAcceptance } from "#shared/archive/check.ts";
import type { Lack } from "#shared/archive/completeness.ts";
import type { Result } from "#shared/base/result.ts";
import { FinishCaptureButton } from "#renderer/app/finish-capture-button.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useWork } from "#renderer/app/session.tsx";
import { useRuleData } from "#renderer/app/use-rule-profile.ts";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { ReasonDialog } from "#renderer/ui/reason-dialog.tsx";
import { acceptBatch, type AcceptRefusal } from "#renderer/work/accept-batch.ts";
import { moveBatch } from "#renderer/work/move-batch.ts";

type Asking = "accept" | "return" | undefined;

/** The steps a checker may take with a batch: on to checking, back to capture, accept, return. */
export function DecideBatch({ batch, lacks }: { batch: Batch; lacks: readonly Lack[] | undefined }) {
  const words = useWords();
  const { check } = words;
  const work = useWork();
  const { quality: rules } = useRuleData();
  const [asking, setAsking] = useState<Asking>();
  const tell = (answer: Result<Batch, AcceptRefusal>, said: string) => {
    setAsking(undefined);
    if (answer.ok) notifications.show({ message: said });
    else {
      const told = answer.fault === "lacks-unexplained" ? check.refusals : words.common.batchRefusals;
      notifications.show({
        color: "red",
        message: Object.entries(told).find(([code]) => code === answer.fault)?.[1],
      });
    }
  };
  const move = async (to: BatchState, said: string, reason = "") =>
    tell(await moveBatch(work, batch.id, to, reason), said);
  const accept = async (reason: string) =>
    tell(await acceptBatch(work, batch.id, lacks ?? [], reason, work.profile.role, rules), check.accepted);
  // Whether the step is this person's to take is asked with a reason in hand; the dialog asks for the reason.
  const refusalOf = (to: BatchState) => {
    if (to === "accepted" && isOwnWork(batch, work.profile.name))
      return words.common.batchRefusals["own-work"];
    const refusal = refuseMove(batch.state, to, work.profile.role, "-");
    if (refusal === "not-a-step" && to === "accepted")
      return check.notChecking(words.common.batchStates[batch.state]);
    return refusal && words.common.batchRefusals[refusal];
  };
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
        reason={refusalOf("accepted") ?? (lacks ? undefined : words.common.loading)}
        onClick={() => setAsking("accept")}
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
          onConfirm={(reason) => void move("returned", check.returned, reason)}
          onClose={() => setAsking(undefined)}
        />
      )}
      {asking === "accept" && lacks && (
        <AcceptDialog
          lacks={lacks}
          onConfirm={(reason) => void accept(reason)}
          onClose={() => setAsking(undefined)}
        />
      )}
    </>
  );
}

function AcceptDialog(props: {
  lacks: readonly Lack[];
  onConfirm: (reason: string) => void;
  onClose: () => void;
}) {
  const words = useWords();
  const { acceptDialog, refusals } = words.check;
  const { count } = useFormat();
  const [reason, setReason] = useState("");
  const { lacks, onConfirm, onClose } = props;
  const blocking = blockingLacks(lacks).length;
  const refusal = refuseAcceptance(lacks, reason);
  return (
    <Modal
      opened
      onClose={onClose}
      title={acceptDialog.title}
      centered
      closeButtonProps={{ "aria-label": words.common.close }}
    >
      <Stack>
        <Text>{blocking > 0 ? acceptDialog.lacking(count(blocking)) : acceptDialog.clean}</Text>
        {blocking > 0 && (
          <Textarea
            data-autofocus
            label={acceptDialog.reason}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            maxLength={2000}
            autosize
            minRows={3}
            withAsterisk
          />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {words.common.cancel}
          </Button>
          <ExplainedButton
            reason={refusal && refusals[refusal]}
            onClick={() => onConfirm(reason)}
            {...(blocking === 0 ? { "data-autofocus": true } : {})}
          >
            {acceptDialog.confirm}
          </ExplainedButton>
        </Group>
      </Stack>
    </Modal>
  );
}
