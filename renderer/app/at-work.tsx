import { ActionIcon, Group, Stack, Text } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import type { Profile } from "#shared/archive/profile.ts";
import { useWords } from "#renderer/app/words.tsx";

/** Who is at work, and where several people share the machine the button by which another comes in. */
export function AtWork({ profile, onChange }: { profile: Profile; onChange: (() => void) | undefined }) {
  const words = useWords();
  return (
    <Group gap="sm" wrap="nowrap">
      <Stack gap={0} align="flex-end" visibleFrom="sm">
        <Text size="sm" fw={600} lh={1.25}>
          {profile.name}
        </Text>
        <Text size="xs" c="dimmed" lh={1.25}>
          {words.common.roles[profile.role]}
        </Text>
      </Stack>
      {onChange && (
        <ActionIcon
          variant="default"
          size="2.25rem"
          onClick={onChange}
          aria-label={words.people.change}
          title={words.people.change}
        >
          <IconLock size="1.25rem" />
        </ActionIcon>
      )}
    </Group>
  );
}
