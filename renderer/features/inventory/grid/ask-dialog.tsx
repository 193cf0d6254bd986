import { Alert, Button, Group, Modal, Stack } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";

/** A question before something is done to rows: what, to how many, and a button that says so. */
export function AskDialog(props: {
  title: string;
  confirm: string;
  /** Why it cannot be done yet. */
  reason?: string | undefined;
  onConfirm: () => void;
  onClose: () => void;
  children: ReactNode;
}) {
  const words = useWords();
  const confirm = () => {
    if (props.reason === undefined) props.onConfirm();
  };
  return (
    <Modal
      opened
      centered
      size="lg"
      onClose={props.onClose}
      title={props.title}
      closeButtonProps={{ "aria-label": words.common.close }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          confirm();
        }}
      >
        <Stack>
          {props.children}
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose}>
              {words.common.cancel}
            </Button>
            <ExplainedButton reason={props.reason} onClick={confirm}>
              {props.confirm}
            </ExplainedButton>
          </Group>
        </Stack>
        <input type="submit" hidden />
      </form>
    </Modal>
  );
}

/** A sentence that warns, said when it comes. */
export function Caution({ children }: { children: ReactNode }) {
  return (
    <Alert role="status" color="yellow" icon={<IconAlertTriangle aria-hidden />}>
      {children}
    </Alert>
  );
}
