import { Button, Group, Modal, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { ExplainedButton } from "./explained-button.tsx";

/** Asks for a written reason before something is done; the button works once a reason stands that is long enough. */
export function ReasonDialog(props: {
  title: string;
  hint: string;
  label: string;
  confirm: string;
  cancel: string;
  maxLength: number;
  /** Fewest characters of a reason; the hint says so. */
  shortest?: number;
  onConfirm: (reason: string) => void;
  onClose: () => void;
}) {
  const [reason, setReason] = useState("");
  const given = reason.normalize("NFC").trim();
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={props.title}
      centered
      closeButtonProps={{ "aria-label": props.cancel, size: "2.25rem" }}
    >
      <Stack>
        <Text>{props.hint}</Text>
        <Textarea
          data-autofocus
          label={props.label}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          maxLength={props.maxLength}
          autosize
          minRows={3}
          withAsterisk
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={props.onClose}>
            {props.cancel}
          </Button>
          <ExplainedButton
            reason={given.length < (props.shortest ?? 1) ? props.hint : undefined}
            onClick={() => props.onConfirm(given)}
          >
            {props.confirm}
          </ExplainedButton>
        </Group>
      </Stack>
    </Modal>
  );
}
