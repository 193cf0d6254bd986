import { Button, Stack } from "@mantine/core";
import { IconCalculator, IconRefresh, IconTable } from "@tabler/icons-react";
import { Link, useParams } from "wouter";
import { toCost, toMatrix } from "#renderer/app/addresses.ts";
import { useFormat } from "#renderer/app/format.ts";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useDesk } from "#renderer/app/session.tsx";
import { useUnitNames } from "#renderer/app/unit-names.ts";
import { useAsked } from "#renderer/app/use-asked.ts";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";
import { useWords } from "#renderer/app/words.tsx";
import { totalOf } from "#shared/report/sum-rows.ts";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import { Section } from "#renderer/ui/section.tsx";
import { DueBanner } from "./due-banner.tsx";
import { readFigure } from "./figure-address.ts";
import { FigureList } from "./figure-list.tsx";
import { FigureParts } from "./figure-parts.tsx";
import { FindingList } from "./finding-list.tsx";
import { ForecastPart } from "./forecast-part.tsx";
import { MadeReports } from "./made-reports.tsx";
import { MakeReport } from "./make-report.tsx";
import { ReportTiles } from "./report-tiles.tsx";
import { TrendChart } from "./trend-chart.tsx";
import { UnitTable } from "./unit-table.tsx";

/** A district's report of the day: the figures now, what was frozen of them, and how the work will go on. */
export function ReportScreen() {
  const desk = useDesk();
  const all = useWords();
  const words = all.reports;
  const format = useFormat();
  const nameOf = useUnitNames();
  // The figures stand still while a person looks at them: what is frozen is what was seen.
  const draft = useAsked("report draft", () => desk.call("reports.draft", {}));
  const list = useAskedAgain("reports", () => desk.call("reports.list", {}), ["records.changed"]);
  const { value } = draft;
  const opened = readFigure(useParams<{ asked?: string }>().asked);
  const askAll = () => {
    draft.ask();
    list.ask();
  };
  return (
    <Stack gap="lg" maw="80rem">
      <PageHeader
        title={words.title}
        subtitle={
          value && words.subtitle(nameOf(value.scope), format.date(value.day), format.time(value.asOf))
        }
        actions={
          <>
            <Button
              component={Link}
              href={toMatrix}
              variant="default"
              leftSection={<IconTable size="1.1rem" />}
            >
              {all.shell.places.matrix}
            </Button>
            <Button
              component={Link}
              href={toCost}
              variant="default"
              leftSection={<IconCalculator size="1.1rem" />}
            >
              {all.cost.open}
            </Button>
            <Button variant="default" leftSection={<IconRefresh size="1.1rem" />} onClick={askAll}>
              {words.refresh}
            </Button>
          </>
        }
      />
      {draft.error !== undefined && <FaultView error={draft.error} onRetry={draft.ask} />}
      {value && (
        <>
          <DueBanner draft={value} />
          <ReportTiles total={totalOf(value)} day={value.day} />
          <FindingList findings={value.findings} nameOf={nameOf} />
          <div className="screen-only">
            <MakeReport key={value.made.length} draft={value} last={list.value?.reports[0]} onMade={askAll} />
          </div>
          <Section title={words.trend} hint={words.trendHint}>
            <TrendChart draft={value} />
          </Section>
          <FigureParts draft={value} />
          <ForecastPart draft={value} />
          <Section title={words.table}>
            <UnitTable rows={value.rows} total={totalOf(value, words.sum)} day={value.day} />
          </Section>
          {opened && <FigureList {...opened} draft={value} />}
        </>
      )}
      {list.error !== undefined && <FaultView error={list.error} onRetry={list.ask} />}
      {list.value && <MadeReports reports={list.value.reports} />}
    </Stack>
  );
}
