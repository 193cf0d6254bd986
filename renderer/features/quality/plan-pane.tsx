import { Group, Select, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { may } from "#shared/archive/permissions.ts";
import type { Batch } from "#shared/archive/batch.ts";
import type { Result } from "#shared/base/result.ts";
import type { CallOutput } from "#shared/contract/desk.ts";
import { planSample, sampleLimits, samplingSource, usualLimit } from "#shared/rules/sampling.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWork } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { KeyValues } from "#renderer/ui/key-values.tsx";
import { Section } from "#renderer/ui/section.tsx";
import { concludeSample, planJudgingOf, type PlanRefusal } from "#renderer/work/plan-judging.ts";

/** How the pages of a batch are judged: all of them or a sample, who planned it, and what came of it. */
export function PlanPane({ batch, lot }: { batch: Batch; lot: CallOutput<"quality.pages"> }) {
  const { quality } = useWords();
  const { plan: texts } = quality;
  const { count, time } = useFormat();
  const work = useWork();
  const [limit, setLimit] = useState(usualLimit);
  const proposed = planSample(lot.lot, limit);
  const tell = (answer: Result<Batch, PlanRefusal>, said: string) =>
    notifications.show(
      answer.ok ? { message: said } : { color: "red", message: quality.refusals[answer.fault] },
    );
  const plan = async (whole: boolean) =>
    tell(await planJudgingOf(work, batch.id, { lot: lot.lot, whole, limit }), texts.planned);
  const conclude = async () => tell(await concludeSample(work, batch.id, lot), texts.concluded);
  const closed = !may(work.profile.role, "plan-check")
    ? quality.refusals["not-your-role"]
    : batch.sampleResult === ""
      ? undefined
      : quality.refusals.decided;
  const by = batch.samplePlannedBy;
  const at = time(batch.samplePlannedAt);
  return (
    <Stack gap="lg">
      <Section title={texts.standing} hint={texts.permanent}>
        <Stack gap="sm">
          {batch.samplePlan === "" && <Text>{texts.noPlan}</Text>}
          {batch.samplePlan === "full" && <Text fw={600}>{texts.standsFull(by, at)}</Text>}
          {batch.samplePlan === "sample" && (
            <>
              <Text fw={600}>
                {texts.standsSample(count(batch.sampleSize), count(batch.sampleAccept), by, at)}
              </Text>
              <Text>{texts.state(count(lot.judged), count(batch.sampleSize), count(lot.rejected))}</Text>
              <Text size="sm" c="dimmed">
                {texts.seed(batch.sampleSeed)}
              </Text>
              <Group>
                <ExplainedButton
                  reason={closed ?? (lot.result === "" ? quality.refusals.undecided : undefined)}
                  onClick={() => void conclude()}
                >
                  {texts.conclude}
                </ExplainedButton>
                <Text role="status">{texts.results[batch.sampleResult || lot.result]}</Text>
              </Group>
            </>
          )}
        </Stack>
      </Section>
      {lot.lot === 0 ? (
        <Text>{texts.noLot}</Text>
      ) : (
        <Section title={texts.sample} hint={texts.source(samplingSource)}>
          <Stack gap="md">
            <KeyValues rows={[{ name: texts.lot, value: count(lot.lot) }]} />
            <Select
              label={texts.limit}
              data={[...sampleLimits]}
              value={limit}
              allowDeselect={false}
              onChange={(next) => setLimit(next ?? usualLimit)}
              w="16rem"
            />
            <Text role="status">
              {proposed.samplePlan === "full"
                ? texts.proposedFull
                : texts.proposed(count(proposed.sampleSize), count(proposed.sampleAccept))}
            </Text>
            <Group>
              <ExplainedButton reason={closed} onClick={() => void plan(false)}>
                {texts.sample}
              </ExplainedButton>
              <ExplainedButton variant="default" reason={closed} onClick={() => void plan(true)}>
                {texts.whole}
              </ExplainedButton>
            </Group>
          </Stack>
        </Section>
      )}
    </Stack>
  );
}
