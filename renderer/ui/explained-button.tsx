import { Button, type ButtonProps, Tooltip } from "@mantine/core";
import type { ReactNode } from "react";

/**
 * A button that says why where it cannot be pressed: it stays in the order of focus, and its reason is its tooltip
 * and its description. With no `reason` it is an ordinary button.
 */
export function ExplainedButton(
  props: ButtonProps & { reason?: string | undefined; onClick: () => void; children: ReactNode },
) {
  const { reason, onClick, children, ...rest } = props;
  if (!reason)
    return (
      <Button {...rest} onClick={onClick}>
        {children}
      </Button>
    );
  return (
    <Tooltip label={reason} multiline maw="22rem" events={{ hover: true, focus: true, touch: true }}>
      <Button {...rest} data-disabled aria-disabled aria-description={reason} onClick={() => undefined}>
        {children}
      </Button>
    </Tooltip>
  );
}
