import { ActionIcon, Tooltip } from "@mantine/core";
import type { ReactNode } from "react";

/**
 * A button that shows only an icon: its name is its tooltip. Where it cannot be pressed it stays in the order of
 * focus, and its tooltip and description say why.
 */
export function ExplainedIcon(props: {
  label: string;
  reason?: string | undefined;
  /** What pressing it does now, where the name does not say it. */
  hint?: string | undefined;
  /** For a button that shows and hides something. */
  expanded?: boolean;
  onClick: () => void;
  children: ReactNode;
}) {
  const { label, reason, hint, expanded, onClick, children } = props;
  const said = reason === undefined ? (hint ?? label) : `${label}: ${reason}`;
  return (
    <Tooltip label={said} multiline maw="22rem" events={{ hover: true, focus: true, touch: true }}>
      <ActionIcon
        variant="default"
        size="2.25rem"
        aria-label={label}
        {...(expanded === undefined ? {} : { "aria-expanded": expanded })}
        {...(reason === undefined
          ? { onClick }
          : { "data-disabled": true, "aria-disabled": true, "aria-description": reason })}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
