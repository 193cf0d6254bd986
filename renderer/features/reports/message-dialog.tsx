import { Button, CopyButton, Modal, Stack, Text, Textarea } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useWords } from "#renderer/app/words.tsx";
import { QrPicture } from "#renderer/ui/qr-picture.tsx";

/** A report as a line to copy into any message; shown while there is one. */
export function MessageDialog(props: { text: string | undefined; onClose: () => void }) {
  const { text, onClose } = props;
  const { reports: words, common } = useWords();
  const { close } = common;
  return (
    <Modal
      opened={text !== undefined}
      onClose={onClose}
      title={words.messageTitle}
      size="lg"
      centered
      closeButtonProps={{ "aria-label": close }}
    >
      <Stack gap="md">
        <Text size="sm">{words.messageHint}</Text>
        <Textarea
          aria-label={words.messageTitle}
          value={text ?? ""}
          readOnly
          autosize
          ff="monospace"
          onFocus={(event) => event.currentTarget.select()}
        />
        <CopyButton value={text ?? ""}>
          {({ copied, copy }) => (
            <Button
              w="fit-content"
              leftSection={copied ? <IconCheck size="1.1rem" /> : <IconCopy size="1.1rem" />}
              onClick={copy}
            >
              {copied ? words.copied : words.copy}
            </Button>
          )}
        </CopyButton>
        {text !== undefined && (
          <>
            <QrPicture text={text} label={words.messageCode} width="18rem" />
            <Text size="sm">{words.messageCodeHint}</Text>
          </>
        )}
      </Stack>
    </Modal>
  );
}
