import { Button, Group, Modal, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { blockingLacks, shortestJustification, unexplained } from "#shared/archive/check.ts";
import { countLacks, type Reasons } from "#shared/archive/decision.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import type { SealedBatch } from "#renderer/work/accept-batch.ts";

/** Asks whether a batch is accepted as it was sealed; each kind of what lacks wants a reason of its own. */
export function AcceptDialog(props: {
  sealed: SealedBatch;
  /** Which batches of its fonds are behind, in words; empty where it waits for none. */
  behind: string;
  busy: boolean;
  onConfirm: (reasons: Reasons, past: string) => void;
  onClose: () => void;
}) {
  const words = useWords();
  const { acceptDialog, lackNames } = words.check;
  const { decisions } = words;
  const { count } = useFormat();
  const [reasons, setReasons] = useState<Reasons>({});
  const [past, setPast] = useState("");
  const { sealed, behind, busy, onConfirm, onClose } = props;
  const { listed, captured, lacks } = sealed.completeness;
  const kinds = countLacks(blockingLacks(lacks));
  const unsaid = behind !== "" && past.normalize("NFC").trim().length < shortestJustification;
  const missing = [
    ...unexplained(lacks, reasons).map((code) => lackNames[code]),
    ...(unsaid ? [words.barrier.pastBehind.toLocaleLowerCase("vi")] : []),
  ];
  const blocking = kinds.reduce((sum, kind) => sum + kind.count, 0);
  const [first] = kinds;
  const firstReason = first ? (reasons[first.code] ?? "") : "";
  return (
    <Modal
      opened
      onClose={onClose}
      title={acceptDialog.title}
      size="lg"
      centered
      closeButtonProps={{ "aria-label": words.common.close, size: "2.25rem" }}
    >
      <Stack>
        <Text>{blocking > 0 ? acceptDialog.lacking(count(blocking)) : acceptDialog.clean}</Text>
        {kinds.map((kind, at) => (
          <Textarea
            key={kind.code}
            label={decisions.reasonFor(lackNames[kind.code], count(kind.count))}
            description={at === 0 ? decisions.reasonHint : undefined}
            value={reasons[kind.code] ?? ""}
            onChange={(event) => setReasons({ ...reasons, [kind.code]: event.currentTarget.value })}
            maxLength={500}
            autosize
            minRows={2}
            withAsterisk
            {...(at === 0 ? { "data-autofocus": true } : {})}
          />
        ))}
        {kinds.length > 1 && (
          <ExplainedButton
            variant="subtle"
            size="compact-md"
            style={{ alignSelf: "flex-start" }}
            reason={firstReason.trim().length < shortestJustification ? decisions.reasonHint : undefined}
            onClick={() => setReasons(Object.fromEntries(kinds.map(({ code }) => [code, firstReason])))}
          >
            {decisions.sameForAll}
          </ExplainedButton>
        )}
        {behind !== "" && (
          <Textarea
            label={words.barrier.pastBehind}
            description={`${behind} ${words.barrier.acceptPastHint}`}
            value={past}
            onChange={(event) => setPast(event.currentTarget.value)}
            maxLength={500}
            autosize
            minRows={2}
            withAsterisk
            {...(kinds.length === 0 ? { "data-autofocus": true } : {})}
          />
        )}
        <Text size="sm">
          {decisions.toAccept(count(listed.files), count(listed.items), count(captured.pages))}
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {words.common.cancel}
          </Button>
          <ExplainedButton
            loading={busy}
            reason={missing.length > 0 ? decisions.reasonsMissing(missing.join(", ")) : undefined}
            onClick={() => onConfirm(reasons, past)}
            {...(kinds.length === 0 && behind === "" ? { "data-autofocus": true } : {})}
          >
            {acceptDialog.confirm}
          </ExplainedButton>
        </Group>
      </Stack>
    </Modal>
  );
}
