import { Group, Text } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck, IconClockHour4 } from "@tabler/icons-react";
import type { StatusLine } from "#renderer/app/status-words.ts";

const signs = {
  good: { Icon: IconCircleCheck, color: "lacquer" },
  busy: { Icon: IconClockHour4, color: "blue" },
  bad: { Icon: IconAlertTriangle, color: "red" },
};

/** A status line: a sign for its kind, and its words. */
export function Line(props: { line: StatusLine; wrap?: boolean }) {
  const { Icon, color } = signs[props.line.kind];
  return (
    <Group gap="0.4rem" wrap="nowrap" miw={0}>
      <Icon
        size="1.1rem"
        color={`var(--mantine-color-${color}-text)`}
        style={{ flexShrink: 0 }}
        aria-hidden
      />
      <Text size="sm" className="figures" truncate={!props.wrap}>
        {props.line.text}
      </Text>
    </Group>
  );
}
