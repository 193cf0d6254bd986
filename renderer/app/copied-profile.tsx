import { Button, Modal, Stack, Text } from "@mantine/core";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { useDesk } from "#renderer/app/session.tsx";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";
import { useWords } from "#renderer/app/words.tsx";

/** Asks, before anything else is done, what a machine is whose data were made on another. */
export function CopiedProfile() {
  const all = useWords();
  const words = all.keeping.copied;
  const desk = useDesk();
  const asked = useAskedAgain("machine", () => desk.call("keeping.machine", {}), ["desk.reopened"]);
  const answer = (kind: "moved" | "copy") =>
    void desk
      .call("keeping.settleMachine", { answer: kind })
      .catch((error: unknown) => notifyFault(all, error));
  return (
    <Modal
      opened={asked.value?.copied === true}
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={words.title}
      centered
      size="lg"
      transitionProps={{ duration: 0 }}
    >
      <Stack>
        <Text>{words.text}</Text>
        <Choice label={words.moved} hint={words.movedHint} onPick={() => answer("moved")} />
        <Choice label={words.copy} hint={words.copyHint} onPick={() => answer("copy")} />
      </Stack>
    </Modal>
  );
}

function Choice(props: { label: string; hint: string; onPick: () => void }) {
  return (
    <Stack gap="0.3rem">
      <Button
        variant="default"
        onClick={props.onPick}
        h="auto"
        py="sm"
        styles={{ label: { whiteSpace: "normal" } }}
      >
        {props.label}
      </Button>
      <Text size="sm" c="dimmed">
        {props.hint}
      </Text>
    </Stack>
  );
}
