import { Button, Code, Group, Modal, Stack, Text } from "@mantine/core";
import { useWords } from "#renderer/app/words.tsx";

/** A passphrase to hand over, shown this once. */
export function GivenPassphrase(props: { name: string; passphrase: string; onClose: () => void }) {
  const words = useWords().portal.people;
  const { name, passphrase, onClose } = props;
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.passphraseTitle}
      closeOnClickOutside={false}
      withCloseButton={false}
    >
      <Stack>
        <Text>{words.passphraseHint(name)}</Text>
        <Code block fz="1.25rem" ta="center">
          {passphrase}
        </Code>
        <Group justify="flex-end">
          <Button onClick={onClose}>{words.done}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
