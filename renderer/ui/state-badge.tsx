import { Badge } from "@mantine/core";
import type { ComponentType } from "react";

/** A state as icon and word on a quiet ground; colour is only a third sign. */
export function StateBadge(props: {
  Icon: ComponentType<{ size?: number | string }>;
  label: string;
  color: string;
}) {
  const { Icon, label, color } = props;
  return (
    <Badge
      variant="default"
      size="lg"
      fw={500}
      tt="none"
      leftSection={<Icon size="0.95rem" />}
      styles={{ section: { color: `var(--mantine-color-${color}-text)` }, root: { overflow: "visible" } }}
      style={{ flexShrink: 0, minWidth: "max-content" }}
    >
      {label}
    </Badge>
  );
}
