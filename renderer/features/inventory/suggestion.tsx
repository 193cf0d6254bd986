import { Button, Group, Text } from "@mantine/core";
import { IconBulb } from "@tabler/icons-react";

/** What a rule suggests for a field and why, with a button that takes it; nothing is set by itself. */
export function Suggestion(props: { text: string; why?: string; take: string; onTake: () => void }) {
  const { text, why, take, onTake } = props;
  return (
    <Group gap="xs" wrap="nowrap" align="flex-start" role="note">
      <IconBulb size="1.1rem" aria-hidden style={{ flexShrink: 0, marginTop: "0.15rem" }} />
      <Text size="sm" style={{ flex: 1 }}>
        {text}
        {why && (
          <Text span size="sm" c="dimmed" display="block">
            {why}
          </Text>
        )}
      </Text>
      <Button size="compact-md" variant="light" onClick={onTake} aria-label={`${take}: ${text}`}>
        {take}
      </Button>
    </Group>
  );
}
