import { Accordion, Badge, Group, Text } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { type DueStep, dueSteps } from "#shared/archive/batch-due.ts";
import { useWords } from "#renderer/app/words.tsx";
import { type OwnStepDraft, type StepsFaults } from "./steps-draft.ts";

/** The steps of a batch one below the other, each opened to edit it; closed it tells what is said of it. */
export function StepAccordion<Draft extends OwnStepDraft>(props: {
  scope: string;
  steps: Record<DueStep, Draft>;
  faults: StepsFaults;
  /** What is said of a step beside its name and roles. */
  more?: (draft: Draft) => string[];
  children: (step: DueStep, draft: Draft) => ReactNode;
}) {
  const { portal, batches } = useWords();
  const words = portal.admin.rules.steps;
  const { scope, steps, faults, more, children } = props;
  const [open, setOpen] = useState<string[]>([]);
  const saidOf = ({ name, roles, omitted }: OwnStepDraft) => [
    ...(name.trim() === "" ? [] : [words.named(name.trim())]),
    ...(omitted === "" ? [] : [words.omissions[omitted]]),
    ...(roles ? [words.roleCount(roles.length)] : []),
  ];
  return (
    <Accordion multiple variant="contained" order={3} value={open} onChange={setOpen}>
      {dueSteps.map((step) => {
        const draft = steps[step];
        const said = [...saidOf(draft), ...(more?.(draft) ?? [])].join(" · ");
        const isFaulty = [...faults.keys()].some((field) => field.startsWith(`${scope}/${step}/`));
        return (
          <Accordion.Item key={step} value={step}>
            <Accordion.Control>
              <Group gap="0.25rem 0.75rem">
                <Text fw={600}>{batches.steps[step]}</Text>
                {isFaulty && (
                  <Badge color="red" variant="light" tt="none">
                    {words.faulty}
                  </Badge>
                )}
                {said !== "" && (
                  <Text size="sm" c="dimmed">
                    {said}
                  </Text>
                )}
              </Group>
            </Accordion.Control>
            <Accordion.Panel>{open.includes(step) && children(step, draft)}</Accordion.Panel>
          </Accordion.Item>
        );
      })}
    </Accordion>
  );
}
