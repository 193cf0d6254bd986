import { Badge, Group, Kbd, Paper, Stack, Text } from "@mantine/core";
import type { Conflict } from "#shared/archive/conflict.ts";
import { valueOfSide } from "#shared/archive/settle-conflict.ts";
import { readClock } from "#shared/base/clock.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { ValueText } from "./value-text.tsx";

/** One of the two values: what, by whom, on which machine and when by its clock; and the button that chooses it. */
export function SidePanel(props: {
  conflict: Conflict;
  place: 0 | 1;
  inUse: boolean;
  reason: string | undefined;
  onUse: () => void;
}) {
  const { conflict, place, inUse, reason, onUse } = props;
  const words = useWords().conflicts;
  const format = useFormat();
  const side = conflict.sides[place];
  if (!side) return null;
  const at = readClock(side.clock)?.ms ?? 0;
  const key = String(place + 1);
  return (
    <Paper withBorder p="md" radius="md" flex="1 1 15rem" miw={0}>
      <Stack gap="sm" h="100%" justify="space-between">
        <Stack gap="sm">
          <Group justify="space-between" gap="xs">
            <Text size="sm" c="dimmed">
              {place === 0 ? words.first : words.second}
            </Text>
            {inUse && (
              <Badge variant="light" tt="none">
                {words.inUse}
              </Badge>
            )}
          </Group>
          <ValueText conflict={conflict} value={valueOfSide(conflict, place)} />
          <div>
            <Text size="sm">{words.by(side.by || words.unknownPerson, side.deviceId.slice(-6))}</Text>
            <Text size="sm" c="dimmed">
              {words.at(format.time(at))}
            </Text>
          </div>
        </Stack>
        <Group>
          <ExplainedButton
            variant={inUse ? "filled" : "light"}
            reason={reason}
            rightSection={<Kbd aria-hidden>{key}</Kbd>}
            onClick={onUse}
          >
            {words.use(key)}
          </ExplainedButton>
        </Group>
      </Stack>
    </Paper>
  );
}
