import { CompositeChart } from "@mantine/charts";
import { Stack, Text } from "@mantine/core";
import type { ReportDraft } from "#shared/contract/reports.ts";
import { campaignOf, dayOf } from "#shared/rules/milestones.ts";
import { planLine } from "#shared/report/forecast.ts";
import { totalOf } from "#shared/report/sum-rows.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useRuleData } from "#renderer/app/use-rule-profile.ts";
import { useWords } from "#renderer/app/words.tsx";
import { TrendDays } from "./trend-days.tsx";

/** Pages of each day as bars, all of them so far as a line, and beside it the line of the plan. */
export function TrendChart({ draft }: { draft: ReportDraft }) {
  const words = useWords().reports;
  const format = useFormat();
  const total = totalOf(draft);
  const days = [...draft.history, { day: draft.day, pages: total.today.pages }];
  const { milestones } = useRuleData();
  // Where no day is set for it, all is to be captured when the campaign ends; no plan where neither is.
  const last = dayOf("communeDocuments", milestones) || campaignOf(milestones).before;
  const first = days[0]?.day ?? draft.day;
  if (draft.history.length === 0 && total.captured.pages === 0)
    return <Text c="dimmed">{words.noTrend}</Text>;
  const line = last === "" ? [] : planLine(first, last, total.listed.pages);
  const plan = new Map(line.map(({ day, pages }) => [day, pages]));
  const sums: number[] = [];
  let before = total.captured.pages - days.reduce((sum, { pages }) => sum + pages, 0);
  for (const { pages } of days) {
    before += pages;
    sums.push(before);
  }
  const { series } = words;
  const data = days.map(({ day, pages }, at) => ({
    day: format.date(day).slice(0, 5),
    [series.pages]: pages,
    [series.total]: sums[at] ?? 0,
    ...(plan.has(day) ? { [series.plan]: plan.get(day) ?? 0 } : {}),
  }));
  return (
    <Stack gap="sm">
      <CompositeChart
        h={260}
        data={data}
        dataKey="day"
        withLegend
        withRightYAxis
        valueFormatter={format.count}
        maxBarWidth={36}
        strokeWidth={3}
        series={[
          { name: series.pages, color: "blue.4", type: "bar" },
          { name: series.total, color: "blue.9", type: "line", yAxisId: "right" },
          { name: series.plan, color: "gray.6", type: "line", yAxisId: "right", strokeDasharray: "6 4" },
        ]}
      />
      <TrendDays days={days} />
    </Stack>
  );
}
