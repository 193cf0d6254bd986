import { Group } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { may } from "#shared/archive/permissions.ts";
import { refuseAnswer, refuseClosing, type ReworkRefusal } from "#shared/archive/rework.ts";
import type { Rework } from "#shared/contract/rework.ts";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { useDesk, useWork } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { ReasonDialog } from "#renderer/ui/reason-dialog.tsx";

/** The station's answer, or what the checker makes of it; each button says why where it is another's to press. */
export function AnswerRework({ rework, onDone }: { rework: Rework; onDone: () => void }) {
  const { head, replies, stand } = rework;
  const all = useWords();
  const words = all.rework;
  const desk = useDesk();
  const { profile } = useWork();
  const [asking, setAsking] = useState<"done" | "cannot" | "again">();
  const { id } = head;
  const tell = async (work: Promise<{ refusal: ReworkRefusal | "" }>, said: string) => {
    setAsking(undefined);
    try {
      const { refusal } = await work;
      if (refusal === "") notifications.show({ message: said });
      else notifications.show({ color: "red", message: words.refusals[refusal] });
      onDone();
    } catch (error) {
      notifyFault(all, error);
    }
  };
  const say = (text: string) => {
    if (asking === "again") void tell(desk.call("rework.again", { id, text }), words.sentAgain);
    else if (asking) void tell(desk.call("rework.answer", { id, outcome: asking, text }), words.answered);
  };
  if (stand === "closed") return null;
  const refused = (refusal: ReworkRefusal | undefined) => refusal && words.refusals[refusal];
  const answering = refused(refuseAnswer(head, replies, profile.role));
  const closing = refused(refuseClosing(head, replies, profile));
  return (
    <Group gap="sm">
      {stand === "open" ? (
        <>
          <ExplainedButton reason={answering} onClick={() => setAsking("done")}>
            {words.done}
          </ExplainedButton>
          <ExplainedButton variant="default" reason={answering} onClick={() => setAsking("cannot")}>
            {words.cannot}
          </ExplainedButton>
        </>
      ) : (
        <>
          <ExplainedButton
            reason={closing}
            onClick={() => void tell(desk.call("rework.close", { id }), words.closed)}
          >
            {words.close}
          </ExplainedButton>
          <ExplainedButton
            variant="default"
            reason={may(profile.role, "send-back") ? undefined : words.refusals["not-your-role"]}
            onClick={() => setAsking("again")}
          >
            {words.again}
          </ExplainedButton>
        </>
      )}
      {asking && (
        <ReasonDialog
          title={words[asking]}
          hint={words[`${asking}Hint`]}
          label={words[`${asking}Text`]}
          confirm={words[asking]}
          cancel={all.common.cancel}
          maxLength={2000}
          onConfirm={say}
          onClose={() => setAsking(undefined)}
        />
      )}
    </Group>
  );
}
