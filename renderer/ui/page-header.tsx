import { Anchor, Group, Stack, Text, Title } from "@mantine/core";
import { IconArrowLeft } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { Link } from "wouter";

/** The head of a page: its one h1, an optional way back, a line under it, and the page's actions at the right. */
export function PageHeader(props: {
  title: ReactNode;
  subtitle?: ReactNode;
  back?: { to: string; label: string };
  actions?: ReactNode;
}) {
  const { title, subtitle, back, actions } = props;
  return (
    <Stack gap="xs" mb="lg">
      {back && (
        <Anchor component={Link} href={back.to} size="sm" w="fit-content" py="0.4rem">
          <Group gap="0.35rem" wrap="nowrap">
            <IconArrowLeft size="1rem" aria-hidden />
            {back.label}
          </Group>
        </Anchor>
      )}
      <Group justify="space-between" align="flex-start" gap="md">
        <Stack gap="0.25rem" flex="1 1 24rem" miw={0}>
          <Title order={1} fz="1.625rem" lh={1.3} style={{ overflowWrap: "anywhere" }}>
            {title}
          </Title>
          {subtitle && (
            <Text component="div" c="dimmed">
              {subtitle}
            </Text>
          )}
        </Stack>
        {actions && <Group gap="sm">{actions}</Group>}
      </Group>
    </Stack>
  );
}
