import { Alert, Button, Group, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useWords } from "#renderer/app/words.tsx";
import { PortalFault } from "./ask.ts";

/** What went wrong, in the words of the portal, with what can be done: again, or `other`wise. */
export function PortalFaultView(props: {
  error: unknown;
  onRetry?: () => void;
  other?: { label: string; onPress: () => void };
}) {
  const words = useWords().portal;
  const { error, onRetry, other } = props;
  const code = error instanceof PortalFault ? error.code : "other";
  const known: Record<string, string | undefined> = words.faults;
  return (
    <Alert color="red" variant="light" icon={<IconAlertTriangle aria-hidden />} role="alert">
      <Text>{known[code] ?? words.faults.other}</Text>
      {onRetry && (
        <Group mt="sm">
          <Button variant="default" onClick={onRetry}>
            {words.retry}
          </Button>
          {other && (
            <Button variant="default" onClick={other.onPress}>
              {other.label}
            </Button>
          )}
        </Group>
      )}
    </Alert>
  );
}
