import { Modal, type ModalProps } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";

/** A button, and behind it the choice of papers to be made; nothing of it stays once it is closed. */
export function PapersDialog(props: {
  /** What the button says. */
  open: string;
  /** Why there is nothing to make, where that is so. */
  reason?: string | undefined;
  title: string;
  size: NonNullable<ModalProps["size"]>;
  children: ReactNode;
}) {
  const [opened, setOpened] = useState(false);
  const { common } = useWords();
  return (
    <>
      <ExplainedButton
        variant="default"
        leftSection={<IconPrinter size="1.1rem" />}
        reason={props.reason}
        onClick={() => setOpened(true)}
      >
        {props.open}
      </ExplainedButton>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={props.title}
        size={props.size}
        closeButtonProps={{ "aria-label": common.close, size: "2.25rem" }}
        transitionProps={{ duration: 0 }}
      >
        {props.children}
      </Modal>
    </>
  );
}
