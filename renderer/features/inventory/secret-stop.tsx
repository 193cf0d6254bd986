import { Alert, Button, Group, List, Modal, Stack, Text } from "@mantine/core";
import { IconHandStop } from "@tabler/icons-react";
import type { Exclusion } from "#shared/archive/exclusion.ts";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";

/** Tells that a document bears a mark of secrecy, what was recorded, and what to do with the paper. */
export function SecretStop(props: {
  labels: string;
  /** The decision; absent while it is being recorded. */
  exclusion: Exclusion | undefined;
  failed: boolean;
  onAgain: () => void;
  onSlip: (exclusion: Exclusion) => void;
  onDiscard: () => void;
  onClose: () => void;
}) {
  const { labels, exclusion, failed, onAgain, onSlip, onDiscard, onClose } = props;
  const all = useWords();
  const words = all.entry.secret;
  const waiting = exclusion || failed ? undefined : words.recording;
  const missing = failed ? words.notRecorded : waiting;
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.title}
      size="lg"
      centered
      closeButtonProps={{ "aria-label": all.common.close }}
      styles={{ title: { fontWeight: 600, fontSize: "1.25rem" } }}
    >
      <Stack>
        <Alert color="red" variant="light" icon={<IconHandStop aria-hidden />} role="alert">
          <Text>{words.where(labels)}</Text>
          <Text mt="xs">{exclusion ? words.recorded(all.entry.secrecy[exclusion.class]) : missing}</Text>
        </Alert>
        <Text fw={600}>{words.stepsTitle}</Text>
        <List type="ordered" spacing="xs" withPadding>
          {words.steps.map((step) => (
            <List.Item key={step}>{step}</List.Item>
          ))}
        </List>
        <Group justify="flex-end">
          {failed && (
            <Button variant="default" onClick={onAgain}>
              {words.again}
            </Button>
          )}
          <ExplainedButton
            variant="default"
            reason={exclusion ? undefined : missing}
            onClick={() => exclusion && onSlip(exclusion)}
          >
            {words.slip}
          </ExplainedButton>
          <ExplainedButton color="red" reason={exclusion ? undefined : missing} onClick={onDiscard}>
            {words.discard}
          </ExplainedButton>
        </Group>
      </Stack>
    </Modal>
  );
}
