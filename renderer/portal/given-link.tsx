import { Button, CopyButton, Group, Modal, Stack, Text, Textarea } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useWords } from "#renderer/app/words.tsx";

/** The address of a link that was made, to be copied and sent; it is shown this once, so that only its own button closes it. */
export function GivenLink(props: { recipient: string; address: string; onClose: () => void }) {
  const words = useWords().portal.links.given;
  const { recipient, address, onClose } = props;
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.title}
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
    >
      <Stack>
        <Text>{words.hint(recipient)}</Text>
        <Textarea
          label={words.address}
          value={address}
          readOnly
          autosize
          spellCheck={false}
          data-autofocus
          onFocus={({ currentTarget }) => currentTarget.select()}
          styles={{ input: { fontFamily: "var(--mantine-font-family-monospace)", wordBreak: "break-all" } }}
        />
        <Group justify="flex-end">
          <CopyButton value={address} timeout={4000}>
            {({ copied, copy }) => (
              <Button
                variant="default"
                leftSection={
                  copied ? <IconCheck size="1.1rem" aria-hidden /> : <IconCopy size="1.1rem" aria-hidden />
                }
                onClick={copy}
              >
                {copied ? words.copied : words.copy}
              </Button>
            )}
          </CopyButton>
          <Button onClick={onClose}>{words.done}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
