import { Group, NumberInput, SegmentedControl, SimpleGrid, Slider, Stack, Text } from "@mantine/core";
import { IconCircleCheck, IconCircleX } from "@tabler/icons-react";
import { useId, useState } from "react";
import type { ReportDraft } from "#shared/contract/reports.ts";
import { dayOf } from "#shared/rules/milestones.ts";
import { capacity, forecast, needed } from "#shared/report/forecast.ts";
import { totalOf } from "#shared/report/sum-rows.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useRuleData } from "#renderer/app/use-rule-profile.ts";
import { useWords } from "#renderer/app/words.tsx";
import { Section } from "#renderer/ui/section.tsx";
import { StateBadge } from "#renderer/ui/state-badge.tsx";

const stages = ["districtDocuments", "communeDocuments"] as const;

type Stage = (typeof stages)[number];

/** Whether the rest is done before its day, and what it would take. */
export function ForecastPart({ draft }: { draft: ReportDraft }) {
  const words = useWords().reports.forecast;
  const { milestones } = useRuleData();
  const open = stages.filter((stage) => dayOf(stage, milestones) !== "");
  const last = open.at(-1);
  return (
    <Section title={words.title}>
      {last ? (
        <Forecast draft={draft} open={open} last={last} />
      ) : (
        <Text c="dimmed">{words.noMilestone}</Text>
      )}
    </Section>
  );
}

function Forecast(props: { draft: ReportDraft; open: readonly Stage[]; last: Stage }) {
  const { draft, open, last } = props;
  const words = useWords().reports.forecast;
  const { count, date } = useFormat();
  const { milestones } = useRuleData();
  const [chosen, setStage] = useState(last);
  // Rules may change under the screen.
  const stage = open.includes(chosen) ? chosen : last;
  const [tried, setTried] = useState({
    scanners: 2,
    people: 6,
    hours: 8,
    pagesPerScanner: 300,
    pagesPerPerson: 90,
  });
  const total = totalOf(draft);
  const before = dayOf(stage, milestones);
  const rows =
    stage === "districtDocuments" ? draft.rows.filter(({ level }) => level === "district") : draft.rows;
  const own = totalOf({ scope: draft.scope, rows });
  const pagesLeft = Math.max(0, own.listed.pages - own.captured.pages);
  const history = [...draft.history, { day: draft.day, pages: total.today.pages }];
  const said = forecast(history, { pagesLeft, day: draft.day, deadline: before });
  const able = capacity(tried);
  const wanted = said.neededRate === undefined ? undefined : needed(said.neededRate, tried);
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
      <Stack gap="xs">
        <SegmentedControl
          aria-label={words.milestone}
          value={stage}
          onChange={(value) => setStage(open.find((one) => one === value) ?? stage)}
          data={open.map((value) => ({
            value,
            label: words.milestones[value](date(dayOf(value, milestones))),
          }))}
          orientation="vertical"
        />
        <Text fw={600}>{pagesLeft === 0 ? words.none : words.left(count(pagesLeft))}</Text>
        <Text>{said.rate === 0 ? words.noRate : words.rate(count(Math.round(said.rate)), said.days)}</Text>
        {pagesLeft > 0 && (
          <Text>
            {said.neededRate === undefined
              ? words.over
              : words.needed(count(Math.ceil(said.neededRate)), said.daysLeft)}
          </Text>
        )}
        {pagesLeft > 0 && said.doneOn !== undefined && (
          <Group gap="sm">
            <Text>{words.done(date(said.doneOn))}</Text>
            <StateBadge
              Icon={said.inTime ? IconCircleCheck : IconCircleX}
              color={said.inTime ? "green" : "red"}
              label={said.inTime ? words.inTime : words.late}
            />
          </Group>
        )}
      </Stack>
      <Stack gap="sm">
        <Text fw={600}>{words.whatIf}</Text>
        <Tried
          name={words.scanners}
          value={tried.scanners}
          most={20}
          onChange={(scanners) => setTried({ ...tried, scanners })}
        />
        <Tried
          name={words.people}
          value={tried.people}
          most={60}
          onChange={(people) => setTried({ ...tried, people })}
        />
        <Tried
          name={words.hours}
          value={tried.hours}
          most={24}
          onChange={(hours) => setTried({ ...tried, hours })}
        />
        <Group grow align="flex-end">
          <NumberInput
            label={words.perScanner}
            min={1}
            max={5000}
            value={tried.pagesPerScanner}
            onChange={(value) => setTried({ ...tried, pagesPerScanner: Number(value) || 0 })}
          />
          <NumberInput
            label={words.perPerson}
            min={1}
            max={5000}
            value={tried.pagesPerPerson}
            onChange={(value) => setTried({ ...tried, pagesPerPerson: Number(value) || 0 })}
          />
        </Group>
        <Text role="status">
          {words.capacity(count(Math.round(able.pages)))}, {words.limit[able.limit]}.{" "}
          {wanted && words.wanted(count(wanted.scanners), count(wanted.people))}
        </Text>
      </Stack>
    </SimpleGrid>
  );
}

function Tried(props: { name: string; value: number; most: number; onChange: (value: number) => void }) {
  const id = useId();
  const { name, value, most, onChange } = props;
  return (
    <Stack gap="0.15rem">
      <Group justify="space-between">
        <Text size="sm" id={id}>
          {name}
        </Text>
        <Text size="sm" fw={600} className="figures">
          {value}
        </Text>
      </Group>
      <Slider
        min={1}
        max={most}
        value={value}
        onChange={onChange}
        label={null}
        thumbProps={{ "aria-labelledby": id }}
      />
    </Stack>
  );
}
