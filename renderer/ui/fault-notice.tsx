import { Alert, Group, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { ReactNode } from "react";

/** A fault in three sentences: what happened, what is safe, what to do next; and perhaps a button. */
export function FaultNotice(props: { what: string; safe: string; next: string; action?: ReactNode }) {
  const { what, safe, next, action } = props;
  return (
    <Alert color="red" variant="light" icon={<IconAlertTriangle aria-hidden />} title={what} role="alert">
      <Text>{safe}</Text>
      <Text>{next}</Text>
      {action && <Group mt="sm">{action}</Group>}
    </Alert>
  );
}
