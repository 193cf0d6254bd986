import { Anchor, Card, Group, List, Text, ThemeIcon } from "@mantine/core";
import { IconBarrierBlock } from "@tabler/icons-react";
import { Link } from "wouter";
import { type Batch, batchMoves, goesOn } from "#shared/archive/batch.ts";
import { asksOf, inTheWay } from "#shared/rules/barrier.ts";
import { toFile } from "#renderer/app/addresses.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";
import { useRuleData } from "#renderer/app/use-rule-profile.ts";
import { useWords } from "#renderer/app/words.tsx";

/** Named before the rest is only counted. */
const mostNamed = 12;

/** What stands between a batch and its next step where all its files have to be at a point, each with the way to it. */
export function BarrierPart({ batch }: { batch: Batch }) {
  const { batchSteps } = useRuleData();
  const next = batchMoves.find(
    ({ from, to }) => from === batch.state && goesOn(from, to) && asksOf(to, batchSteps).length > 0,
  )?.to;
  return next ? <InTheWay batchId={batch.id} to={next} /> : null;
}

function InTheWay({ batchId, to }: { batchId: string; to: Batch["state"] }) {
  const desk = useDesk();
  const { barrier: words, batches, check } = useWords();
  const { count } = useFormat();
  const { batchSteps } = useRuleData();
  const asked = useAskedAgain(`barrier ${batchId}`, () => desk.call("batches.completeness", { batchId }), [
    "records.changed",
  ]);
  const lacks = inTheWay(asked.value?.lacks ?? [], to, batchSteps);
  if (lacks.length === 0) return null;
  const [title, hint] = [words.title(batches.moves[to], count(lacks.length)), words.hint];
  return (
    <Card withBorder padding="md" component="section" aria-label={title}>
      <Group wrap="nowrap" align="flex-start">
        <ThemeIcon size="2.5rem" radius="md" variant="light" color="orange" aria-hidden>
          <IconBarrierBlock size="1.4rem" />
        </ThemeIcon>
        <div>
          <Text fw={600}>{title}</Text>
          <Text mb="xs" c="dimmed" size="sm">
            {hint}
          </Text>
          <List spacing="0.2rem" aria-label={title}>
            {lacks.slice(0, mostNamed).map(({ code, fileId, itemId, label }) => (
              <List.Item key={`${code} ${fileId} ${itemId}`}>
                <Anchor component={Link} href={toFile(fileId)} underline="always" className="figures">
                  {label}
                </Anchor>
                {`: ${check.lackNames[code].toLocaleLowerCase("vi")}`}
              </List.Item>
            ))}
          </List>
          {lacks.length > mostNamed && <Text mt="xs">{words.more(count(lacks.length - mostNamed))}</Text>}
        </div>
      </Group>
    </Card>
  );
}
