import { Button, Group, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";

/** Tells in the corner what was done, with a button that takes it back. */
export function showUndoable(message: string, undo: { label: string; run: () => void }): void {
  const shown = notifications.show({
    autoClose: 10_000,
    message: (
      <Group justify="space-between" gap="xs">
        <Text size="sm">{message}</Text>
        <Button
          size="compact-md"
          variant="light"
          style={{ flexShrink: 0 }}
          onClick={() => {
            notifications.hide(shown);
            undo.run();
          }}
        >
          {undo.label}
        </Button>
      </Group>
    ),
  });
}
