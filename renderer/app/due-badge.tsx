import { Badge, Group, Text } from "@mantine/core";
import { IconAlertTriangle, IconCalendarDue } from "@tabler/icons-react";
import type { Batch } from "#shared/archive/batch.ts";
import { nextDue } from "#shared/rules/deadlines.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useRuleData } from "#renderer/app/use-rule-profile.ts";
import { useStepNames } from "#renderer/app/use-step-names.ts";
import { useToday } from "#renderer/app/use-today.ts";
import { useWords } from "#renderer/app/words.tsx";

/** The day and step that a batch is next due at, and how many days are left or how late it is; a dash where none is. */
export function DueBadge({ batch }: { batch: Batch }) {
  const { dues: words } = useWords();
  const nameOf = useStepNames(batch.scope);
  const format = useFormat();
  const due = nextDue(batch, useToday(), useRuleData());
  if (!due) return <Text c="dimmed">{words.none}</Text>;
  return (
    <div>
      <DaysLeft daysLate={due.daysLate} />
      <Text size="sm" c="dimmed" className="figures" style={{ whiteSpace: "nowrap" }}>
        {words.stepBy(nameOf(due.step), format.date(due.day))}
      </Text>
    </div>
  );
}

/** How many days are left until a day, or have passed since it. */
export function DaysLeft({ daysLate }: { daysLate: number }) {
  const { dues: words } = useWords();
  const { count } = useFormat();
  const late = daysLate > 0;
  const Icon = late ? IconAlertTriangle : IconCalendarDue;
  return (
    <Group gap="0.35rem" wrap="nowrap">
      <Badge
        variant="default"
        size="lg"
        tt="none"
        fw={late ? 700 : 500}
        leftSection={<Icon size="0.95rem" aria-hidden />}
        {...(late && { c: "var(--mantine-color-error)" })}
        style={{ flexShrink: 0, minWidth: "max-content" }}
      >
        {late ? words.late(count(daysLate)) : daysLate === 0 ? words.today : words.left(count(-daysLate))}
      </Badge>
    </Group>
  );
}
