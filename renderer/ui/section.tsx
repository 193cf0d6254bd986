import { Group, Paper, Stack, Text, Title } from "@mantine/core";
import { type ReactNode, useId } from "react";

/** A titled part of a page, on paper of its own. */
export function Section(props: { title: string; hint?: string; actions?: ReactNode; children: ReactNode }) {
  const id = useId();
  const { title, hint, actions, children } = props;
  return (
    <Paper component="section" aria-labelledby={id} withBorder p="lg" radius="md">
      <Group justify="space-between" align="flex-start" mb="md" gap="sm">
        <Stack gap="0.15rem" miw={0}>
          <Title order={2} fz="1.125rem" id={id}>
            {title}
          </Title>
          {hint && (
            <Text c="dimmed" size="sm">
              {hint}
            </Text>
          )}
        </Stack>
        {actions && <Group gap="sm">{actions}</Group>}
      </Group>
      {children}
    </Paper>
  );
}
