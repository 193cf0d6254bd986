import { Button, Group, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { type ReactNode, useState } from "react";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { useSteps, useWork } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { ReasonDialog } from "#renderer/ui/reason-dialog.tsx";
import { restoreRecords } from "#renderer/work/restore-records.ts";
import { withdrawRecord } from "./withdraw-record.ts";

type Subject = { collection: "fonds" | "files" | "items"; id: string; label: string };

/** Withdrawing with a reason, and its undoing: what to call, and the dialog to draw. */
export function useWithdraw(): {
  withdraw: (subject: Subject) => void;
  restore: (subject: Subject) => void;
  dialog: ReactNode;
} {
  const work = useWork();
  const history = useSteps();
  const all = useWords();
  const words = all.inventory;
  const [subject, setSubject] = useState<Subject>();
  const restore = ({ collection, id, label }: Subject) => {
    restoreRecords(work, history, all.withdrawn.undoLabel("1"), [{ collection, id }]).then(
      () => notifications.show({ message: words.restored(label) }),
      (error: unknown) => notifyFault(all, error),
    );
  };
  const confirm = async (chosen: Subject, reason: string) => {
    setSubject(undefined);
    try {
      const refusal = await withdrawRecord(work, chosen.collection, chosen.id, reason);
      if (refusal) {
        notifications.show({ color: "red", message: words.refusals[refusal] });
        return;
      }
      const shown = notifications.show({
        autoClose: 10_000,
        message: (
          <Group justify="space-between" wrap="nowrap">
            <Text size="sm">{words.withdrawn(chosen.label)}</Text>
            <Button
              size="compact-md"
              variant="light"
              onClick={() => {
                notifications.hide(shown);
                restore(chosen);
              }}
            >
              {words.undo}
            </Button>
          </Group>
        ),
      });
    } catch (error) {
      notifyFault(all, error);
    }
  };
  const dialog = subject && (
    <ReasonDialog
      title={`${words.withdraw}: ${subject.label}`}
      hint={words.withdrawHint}
      label={words.withdrawReason}
      confirm={words.withdraw}
      cancel={all.common.cancel}
      maxLength={500}
      onConfirm={(reason) => void confirm(subject, reason)}
      onClose={() => setSubject(undefined)}
    />
  );
  return { withdraw: setSubject, restore, dialog };
}
