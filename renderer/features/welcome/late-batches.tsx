import { Button, Card, Group, Text, ThemeIcon } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { Link } from "wouter";
import type { Batch } from "#shared/archive/batch.ts";
import { daysLate, lateFirst } from "#shared/rules/deadlines.ts";
import { toBatches } from "#renderer/app/addresses.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useRuleData } from "#renderer/app/use-rule-profile.ts";
import { useToday } from "#renderer/app/use-today.ts";
import { useWords } from "#renderer/app/words.tsx";

/** How many batches are late and which the most, and the way to their list; nothing where none is. */
export function LateBatches({ batches }: { batches: readonly Batch[] }) {
  const words = useWords().dues;
  const { count } = useFormat();
  const today = useToday();
  const rules = useRuleData();
  const late = lateFirst(batches, today, rules).filter((batch) => daysLate(batch, today, rules) > 0);
  const [latest] = late;
  if (!latest) return null;
  return (
    <Card withBorder padding="md" component="section" aria-label={words.tile(count(late.length))}>
      <Group justify="space-between" gap="md">
        <Group wrap="nowrap" flex="1 1 16rem">
          <ThemeIcon size="2.5rem" radius="md" variant="light" color="red" aria-hidden>
            <IconAlertTriangle size="1.4rem" />
          </ThemeIcon>
          <div>
            <Text fw={600} className="figures">
              {words.tile(count(late.length))}
            </Text>
            <Text c="dimmed" size="sm" className="figures">
              {words.tileHint(latest.number, count(daysLate(latest, today, rules)))}
            </Text>
          </div>
        </Group>
        <Button component={Link} href={toBatches("late")} variant="default">
          {words.openLate}
        </Button>
      </Group>
    </Card>
  );
}
