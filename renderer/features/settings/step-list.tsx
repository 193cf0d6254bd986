import { Table, Text } from "@mantine/core";
import { batchMoves, type BatchState } from "#shared/archive/batch.ts";
import { dueSteps } from "#shared/archive/batch-due.ts";
import { roles } from "#shared/archive/role.ts";
import { asksOf } from "#shared/rules/barrier.ts";
import { usualDay } from "#shared/rules/deadlines.ts";
import { isTogether } from "#shared/rules/fonds-barrier.ts";
import { ownStepOf } from "#shared/rules/own-steps.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useSession } from "#renderer/app/session.tsx";
import { useRuleData } from "#renderer/app/use-rule-profile.ts";
import { useStepNames } from "#renderer/app/use-step-names.ts";
import { useWords } from "#renderer/app/words.tsx";
import { Section } from "#renderer/ui/section.tsx";

/** The list of steps in force for this unit: what each is called, who takes it, its barrier and its day. */
export function StepList() {
  const { stepList: words, batches, common } = useWords();
  const { scope } = useSession().profile ?? { scope: "" };
  const rules = useRuleData();
  const { batchSteps } = rules;
  const { date } = useFormat();
  const nameOf = useStepNames(scope);
  return (
    <Section title={words.title} hint={words.hint}>
      <Text lang="vi">{words.version(batchSteps.version, batchSteps.source)}</Text>
      <Table.ScrollContainer minWidth="36rem" scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table aria-label={words.title} verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th w="26%">{words.step}</Table.Th>
              <Table.Th>{words.who}</Table.Th>
              <Table.Th>{words.before}</Table.Th>
              <Table.Th>{words.due}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {dueSteps.map((step) => {
              const own = ownStepOf(batchSteps, scope, step);
              const day = usualDay(scope, step, rules);
              const asks = [
                ...asksOf(step, batchSteps).map((ask) => words.asks[ask]),
                ...(isTogether(step, batchSteps) ? [words.together] : []),
              ];
              return (
                <Table.Tr key={step} {...(own.omitted ? { c: "dimmed" } : {})}>
                  <Table.Th scope="row" fw={own.name === undefined ? 400 : 600}>
                    {nameOf(step)}
                    {own.name !== undefined && (
                      <Text size="sm" c="dimmed">
                        {words.calledElse(batches.steps[step])}
                      </Text>
                    )}
                  </Table.Th>
                  <Table.Td>
                    {own.omitted
                      ? words.leftOut
                      : (own.roles ?? rolesOf(step)).map((role) => common.roles[role]).join("; ")}
                  </Table.Td>
                  <Table.Td>{asks.join(", ")}</Table.Td>
                  <Table.Td className="figures">{day === "" ? "" : date(day)}</Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Section>
  );
}

/** Whom the table of moves lets take a step, from wherever it is come to on the way. */
function rolesOf(step: BatchState) {
  const moves = batchMoves.filter(({ to, needsReason }) => to === step && needsReason !== true);
  return roles.filter((role) => moves.some((move) => move.roles.includes(role)));
}
