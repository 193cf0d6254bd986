import { Badge, Group, Stack, Text } from "@mantine/core";
import { IconAlertTriangle, IconCalendarDue, IconCheck } from "@tabler/icons-react";
import { type Milestone, milestonesOf } from "#shared/rules/milestones.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWork } from "#renderer/app/session.tsx";
import { useRuleData } from "#renderer/app/use-rule-profile.ts";
import { useWords } from "#renderer/app/words.tsx";
import { Section } from "#renderer/ui/section.tsx";
import { type MilestoneFacts, milestoneMet } from "./milestone-met.ts";

/** The days set by the province's letter, each with how many days are left or how late it is. */
export function MilestoneList({ facts, today }: { facts: MilestoneFacts; today: string }) {
  const words = useWords().home;
  const { profile } = useWork();
  const { milestones } = useRuleData();
  const format = useFormat();
  return (
    <Section title={words.milestones} hint={words.milestonesHint(milestones.source)}>
      <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: "none" }}>
        {milestonesOf(profile.role, today, milestones).map((milestone) => (
          <Group component="li" key={milestone.name} justify="space-between" gap="xs">
            <div>
              <Text>{words.milestoneNames[milestone.name]}</Text>
              <Text size="sm" c="dimmed" className="figures">
                {words.before(format.date(milestone.before))}
              </Text>
            </div>
            <Lateness milestone={milestone} met={milestoneMet(milestone.name, facts)} />
          </Group>
        ))}
      </Stack>
    </Section>
  );
}

function Lateness({ milestone, met }: { milestone: Milestone; met: boolean }) {
  const words = useWords().home;
  const { count } = useFormat();
  const { daysLeft } = milestone;
  const late = !met && daysLeft < 0;
  const Icon = met ? IconCheck : late ? IconAlertTriangle : IconCalendarDue;
  return (
    <Badge
      variant="default"
      size="lg"
      tt="none"
      fw={600}
      leftSection={<Icon size="1rem" aria-hidden />}
      {...(late && { c: "var(--mantine-color-error)" })}
    >
      {met
        ? words.doneWord
        : late
          ? words.daysLate(count(-daysLeft))
          : daysLeft === 0
            ? words.dueToday
            : words.daysLeft(count(daysLeft))}
    </Badge>
  );
}
