import { Group, Paper, Stack, Text, Title } from "@mantine/core";
import { type ReactNode, useEffect, useId, useRef } from "react";

/** A titled part of a page, on paper of its own; one that was `sought` is scrolled to, and its title has the focus. */
export function Section(props: {
  title: string;
  hint?: string;
  actions?: ReactNode;
  sought?: boolean;
  children: ReactNode;
}) {
  const id = useId();
  const { title, hint, actions, sought = false, children } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!sought) return;
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: "start" });
  }, [sought]);
  return (
    <Paper component="section" aria-labelledby={id} withBorder p="lg" radius="md">
      <Group justify="space-between" align="flex-start" mb="md" gap="sm">
        <Stack gap="0.15rem" miw={0}>
          <Title
            order={2}
            fz="1.125rem"
            id={id}
            ref={heading}
            style={{ scrollMarginTop: "6rem" }}
            {...(sought && { tabIndex: -1 })}
          >
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
