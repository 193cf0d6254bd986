import { Button, Table, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import type { Batch } from "#shared/archive/batch.ts";
import { type DueStep, dueSteps } from "#shared/archive/batch-due.ts";
import { may } from "#shared/archive/permissions.ts";
import { daysBetween } from "#shared/base/vietnam-time.ts";
import { duesOf, hasComeTo } from "#shared/rules/deadlines.ts";
import { DaysLeft } from "#renderer/app/due-badge.tsx";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useWork } from "#renderer/app/session.tsx";
import { useRuleData } from "#renderer/app/use-rule-profile.ts";
import { useStepNames } from "#renderer/app/use-step-names.ts";
import { useToday } from "#renderer/app/use-today.ts";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { Section } from "#renderer/ui/section.tsx";
import { DueDialog } from "./due-dialog.tsx";
import { setDue } from "./set-due.ts";

type Asking = { step: DueStep; lifts: boolean };

/** By which day a batch is to have come to each of its steps and who set it; sets other days, with a reason. */
export function BatchDues({ batch }: { batch: Batch }) {
  const work = useWork();
  const all = useWords();
  const { dues: words } = all;
  const nameOf = useStepNames(batch.scope);
  const format = useFormat();
  const today = useToday();
  const dues = duesOf(batch, useRuleData());
  const [asking, setAsking] = useState<Asking>();
  const open = dueSteps.filter((step) => !hasComeTo(batch.state, step));
  const [first] = open;
  const refusal = may(work.profile.role, "set-due") ? undefined : words.refusals["not-your-role"];
  const write = async (step: DueStep, day: string, why: string) => {
    setAsking(undefined);
    try {
      const answer = await setDue(work, batch.id, step, day, why);
      const name = nameOf(step);
      if (!answer.ok) notifications.show({ color: "red", message: words.refusals[answer.fault] });
      else
        notifications.show({
          message: day === "" ? words.wentBack(name) : words.wasSet(name, format.date(day)),
        });
    } catch (error) {
      notifyFault(all, error);
    }
  };
  return (
    <Section
      title={words.title}
      hint={words.hint}
      actions={
        first && (
          <ExplainedButton
            variant="default"
            reason={refusal}
            onClick={() => setAsking({ step: first, lifts: false })}
          >
            {words.set}
          </ExplainedButton>
        )
      }
    >
      {dues.length === 0 ? (
        <Text c="dimmed">{words.noDay}</Text>
      ) : (
        <Table.ScrollContainer
          type="native"
          minWidth={560}
          tabIndex={0}
          role="group"
          aria-label={words.title}
        >
          <Table aria-label={words.title}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{words.step}</Table.Th>
                <Table.Th>{words.day}</Table.Th>
                <Table.Th>{words.stand}</Table.Th>
                <Table.Th>{words.where}</Table.Th>
                <Table.Td />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {dues.map(({ step, day, own }) => (
                <Table.Tr key={step}>
                  <Table.Td>{nameOf(step)}</Table.Td>
                  <Table.Td className="figures">{format.date(day)}</Table.Td>
                  <Table.Td>
                    {hasComeTo(batch.state, step) ? (
                      words.reached
                    ) : (
                      <DaysLeft daysLate={daysBetween(day, today)} />
                    )}
                  </Table.Td>
                  <Table.Td>
                    <Text size="sm">
                      {own ? words.ownBy(own.by, format.time(own.at), own.why) : words.usual}
                    </Text>
                  </Table.Td>
                  <Table.Td ta="end">
                    {own && !refusal && (
                      <Button
                        variant="subtle"
                        size="compact-sm"
                        aria-label={words.backOf(nameOf(step))}
                        onClick={() => setAsking({ step, lifts: true })}
                      >
                        {words.back}
                      </Button>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {asking && (
        <DueDialog
          {...asking}
          steps={open}
          nameOf={nameOf}
          onConfirm={(step, day, why) => void write(step, day, why)}
          onClose={() => setAsking(undefined)}
        />
      )}
    </Section>
  );
}
