import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useWords } from "#renderer/app/words.tsx";

/** The stop at a mark of secrecy: the decision is recorded and the row dropped, or it was a slip of typing. */
export function SecretDialog(props: { onRecord: () => void; onMistake: () => void }) {
  const words = useWords().grid.secret;
  return (
    <Modal
      opened
      centered
      size="lg"
      role="alertdialog"
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      onClose={props.onMistake}
      title={words.title}
    >
      <Stack>
        <Text>{words.hint}</Text>
        <Text>{words.next}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={props.onMistake}>
            {words.mistake}
          </Button>
          <Button data-autofocus color="red.9" onClick={props.onRecord}>
            {words.record}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
