import { Group, Stack, Text, ThemeIcon } from "@mantine/core";
import type { ComponentType, ReactNode } from "react";

/** What a list shows while it is empty: why, and what to do about it. */
export function EmptyState(props: {
  Icon: ComponentType<{ size?: number | string }>;
  title: string;
  hint: string;
  children?: ReactNode;
}) {
  const { Icon, title, hint, children } = props;
  return (
    <Stack align="center" gap="sm" py="3.5rem" px="md">
      <ThemeIcon size="3.5rem" radius="xl" variant="light" aria-hidden>
        <Icon size="1.75rem" />
      </ThemeIcon>
      <Text fw={600} fz="lg" ta="center">
        {title}
      </Text>
      <Text c="dimmed" maw="34rem" ta="center">
        {hint}
      </Text>
      {children && <Group mt="xs">{children}</Group>}
    </Stack>
  );
}
