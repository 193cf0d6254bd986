import { Anchor, Card, Group, List, Text, ThemeIcon } from "@mantine/core";
import { IconBarrierBlock, IconInfoCircle } from "@tabler/icons-react";
import { Link } from "wouter";
import { type Batch, batchMoves, type BatchState, goesOn } from "#shared/archive/batch.ts";
import { behindOf, isTogether } from "#shared/rules/fonds-barrier.ts";
import { ownStepOf } from "#shared/rules/own-steps.ts";
import { toBatch } from "#renderer/app/addresses.ts";
import { readyName } from "#renderer/app/batches-behind.ts";
import { BatchStateBadge } from "#renderer/app/batch-state.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useUnitNames } from "#renderer/app/unit-names.ts";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";
import { useRuleData } from "#renderer/app/use-rule-profile.ts";
import { useWords } from "#renderer/app/words.tsx";

/** Named before the rest is only counted. */
const mostNamed = 12;

/**
 * The other batches of its fonds for which a batch waits where the list of steps has all of them take its next step
 * together: each with where it stands and the way to it, and how many files of the fonds lie in no batch.
 */
export function FondsBarrier({ batch }: { batch: Batch }) {
  const { batchSteps } = useRuleData();
  const next = batchMoves.find(
    ({ from, to }) =>
      from === batch.state &&
      goesOn(from, to) &&
      isTogether(to, batchSteps) &&
      !ownStepOf(batchSteps, batch.scope, to).omitted,
  )?.to;
  return next ? <Beside batchId={batch.id} to={next} /> : null;
}

function Beside({ batchId, to }: { batchId: string; to: BatchState }) {
  const desk = useDesk();
  const all = useWords();
  const words = all.barrier;
  const { count } = useFormat();
  const nameOf = useUnitNames();
  const asked = useAskedAgain(`beside ${batchId}`, () => desk.call("batches.beside", { batchId }), [
    "records.changed",
  ]);
  if (!asked.value) return null;
  const { batches, loose } = asked.value;
  const behind = behindOf(batches, to);
  if (behind.length === 0 && loose === 0) return null;
  const waits = behind.length > 0;
  const step = all.batches.moves[to];
  const title = waits ? words.behindTitle(step, count(behind.length)) : words.looseTitle(count(loose));
  return (
    <Card withBorder padding="md" component="section" aria-label={title}>
      <Group wrap="nowrap" align="flex-start">
        <ThemeIcon size="2.5rem" radius="md" variant="light" color={waits ? "orange" : "blue"} aria-hidden>
          {waits ? <IconBarrierBlock size="1.4rem" /> : <IconInfoCircle size="1.4rem" />}
        </ThemeIcon>
        <div>
          <Text fw={600}>{title}</Text>
          {waits && (
            <>
              <Text mb="xs" c="dimmed" size="sm">
                {words.behindHint(step, readyName(all, to))}
              </Text>
              <List spacing="0.35rem" aria-label={title}>
                {behind.slice(0, mostNamed).map(({ id, number, name, state, scope }) => (
                  <List.Item key={id}>
                    <Group gap="xs">
                      <Anchor component={Link} href={toBatch(id)} underline="always">
                        <span className="figures">{number}</span>
                        {` · ${name}`}
                      </Anchor>
                      <BatchStateBadge state={state} />
                      <Text span c="dimmed" size="sm">
                        {nameOf(scope)}
                      </Text>
                    </Group>
                  </List.Item>
                ))}
              </List>
              {behind.length > mostNamed && (
                <Text mt="xs">{words.moreBehind(count(behind.length - mostNamed))}</Text>
              )}
            </>
          )}
          {loose > 0 && (
            <Text size="sm" {...(waits ? { mt: "xs" } : { c: "dimmed" })}>
              {words.loose(count(loose))}
            </Text>
          )}
        </div>
      </Group>
    </Card>
  );
}
