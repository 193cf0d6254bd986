import { Anchor, Group, Stack, Text, Title } from "@mantine/core";
import { IconArrowLeft } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { Link } from "wouter";

/**
 * The head of a page: its one h1, an optional way back, a line under it, and the page's actions at the right. `dense`
 * leaves the height to what is below: the way back and the line share one row over a smaller title.
 */
export function PageHeader(props: {
  title: ReactNode;
  subtitle?: ReactNode;
  back?: { to: string; label: string };
  actions?: ReactNode;
  dense?: boolean;
}) {
  const { title, subtitle, back, actions, dense } = props;
  if (dense === true) return <DenseHeader {...props} />;
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

function DenseHeader({ title, subtitle, back, actions }: Parameters<typeof PageHeader>[0]) {
  return (
    <Group justify="space-between" gap="sm" mb="0.6rem">
      <Stack gap="0.1rem" flex="1 1 18rem" miw={0}>
        <Group gap="0.6rem" wrap="nowrap" fz="sm" lh={1.4}>
          {back && (
            <Anchor component={Link} href={back.to} size="sm" lh={1.4} truncate miw="4rem">
              <IconArrowLeft size="0.9rem" aria-hidden style={{ verticalAlign: "-0.1em" }} /> {back.label}
            </Anchor>
          )}
          {subtitle && (
            <Text component="div" size="sm" lh={1.4} c="dimmed" truncate>
              {subtitle}
            </Text>
          )}
        </Group>
        <Title order={1} fz="1.25rem" lh={1.3} lineClamp={2} style={{ overflowWrap: "anywhere" }}>
          {title}
        </Title>
      </Stack>
      {actions && <Group gap="xs">{actions}</Group>}
    </Group>
  );
}
