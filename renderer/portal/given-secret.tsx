import { Button, Code, Group, Modal, Stack, Text } from "@mantine/core";

/** A passphrase or token to hand over, shown this once. */
export function GivenSecret(props: {
  title: string;
  hint: string;
  secret: string;
  done: string;
  onClose: () => void;
}) {
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={props.title}
      closeOnClickOutside={false}
      withCloseButton={false}
    >
      <Stack>
        <Text>{props.hint}</Text>
        <Code block fz="1.25rem" ta="center" style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
          {props.secret}
        </Code>
        <Group justify="flex-end">
          <Button onClick={props.onClose}>{props.done}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
