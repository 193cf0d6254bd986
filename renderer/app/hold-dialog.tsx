import { Alert, Button, Group, Modal, Radio, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { type PaperHold, type PaperHoldReason, paperHoldReasons } from "#shared/archive/paper-hold.ts";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";

/** Asks why an item, file or batch is kept back, or why it may go on; the button works once enough was said. */
export function HoldDialog(props: {
  lifts: boolean;
  of: "items" | "files" | "batches";
  label: string;
  onConfirm: (code: PaperHold["code"], why: string) => void;
  onClose: () => void;
}) {
  const { lifts, label } = props;
  const { holds: words, common } = useWords();
  const [code, setCode] = useState<PaperHoldReason>();
  const [why, setWhy] = useState("");
  const asksWhy = lifts || code === "other";
  const title = lifts ? words.liftOf(label) : words.holdOf(label);
  const missing =
    !lifts && code === undefined
      ? words.reason
      : asksWhy && why.trim() === ""
        ? words.refusals["why-missing"]
        : undefined;
  return (
    <Modal
      opened
      centered
      title={title}
      onClose={props.onClose}
      closeButtonProps={{ "aria-label": common.close }}
    >
      <Stack>
        {!lifts && (
          <>
            <Text>
              {props.of === "batches" ? words.batchHint : props.of === "items" ? words.itemHint : words.hint}
            </Text>
            <Radio.Group
              label={words.reason}
              withAsterisk
              value={code ?? ""}
              onChange={(chosen) => setCode(paperHoldReasons.find((known) => known === chosen))}
            >
              <Stack gap="xs" mt="xs">
                {paperHoldReasons.map((known) => (
                  <Radio key={known} value={known} label={words.reasons[known]} />
                ))}
              </Stack>
            </Radio.Group>
            {code === "secret" && (
              <Alert color="red" variant="light">
                {words.secretHint}
              </Alert>
            )}
          </>
        )}
        <Textarea
          label={lifts ? words.liftWhy : asksWhy ? words.why : words.whyOptional}
          withAsterisk={asksWhy}
          {...(lifts ? { "data-autofocus": true } : {})}
          autosize
          minRows={2}
          maxLength={500}
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={props.onClose}>
            {common.cancel}
          </Button>
          <ExplainedButton reason={missing} onClick={() => props.onConfirm(lifts ? "" : (code ?? ""), why)}>
            {lifts ? words.lift : words.hold}
          </ExplainedButton>
        </Group>
      </Stack>
    </Modal>
  );
}
