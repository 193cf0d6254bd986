import { Alert, Box, Button, Group, List, Paper, Stack, Text } from "@mantine/core";
import { BarChart } from "@mantine/charts";
import {
  IconChevronLeft,
  IconChevronRight,
  IconDownload,
  IconMessage,
  IconRefresh,
} from "@tabler/icons-react";
import { useState } from "react";
import { useLocation, useParams } from "wouter";
import { reportFormats } from "#shared/contract/reports.ts";
import type { RollUp } from "#shared/report/arrived.ts";
import { dayAfter, dayInVietnam } from "#shared/base/vietnam-time.ts";
import { toReports } from "#renderer/app/addresses.ts";
import { FaultView, notifyFault } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { saveObject } from "#renderer/app/save-object.ts";
import { useDesk, useWork } from "#renderer/app/session.tsx";
import { useUnitNames } from "#renderer/app/unit-names.ts";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";
import { useWords } from "#renderer/app/words.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import { Section } from "#renderer/ui/section.tsx";
import { DistrictTable } from "./district-table.tsx";
import { FindingList } from "./finding-list.tsx";
import { wordsOfRollUp } from "./report-words.ts";
import classes from "./reports.module.css";
import { TakeMessage } from "./take-message.tsx";

const wallClock = () => Date.now();

/** The name of a unit without its kind: eleven stand under a chart. */
const shortName = (name: string) => name.replace(/^(Huyện|Thị xã|Thành phố)\s+/i, "");

/** All districts' reports of a day at the province: who has not reported, the sum, and what is not plausible. */
export function RollUpScreen() {
  const { day: named = "" } = useParams();
  const day = /^\d{4}-\d{2}-\d{2}$/.test(named) ? named : dayInVietnam(wallClock());
  const [, go] = useLocation();
  const desk = useDesk();
  const all = useWords();
  const words = all.reports.rollUp;
  const format = useFormat();
  const nameOf = useUnitNames();
  const { profile } = useWork();
  const [taking, setTaking] = useState(false);
  const asked = useAskedAgain(`roll-up ${day}`, () => desk.call("reports.rollUp", { day }), ["sync.changed"]);
  const { value } = asked;
  const save = (kind: (typeof reportFormats)[number]) => {
    desk
      .call("reports.rollUpForm", {
        day,
        format: kind,
        words: wordsOfRollUp(nameOf(profile.scope), day, profile.name),
      })
      .then(({ digest, name }) => saveObject(desk, digest, name))
      .catch((error: unknown) => notifyFault(all, error));
  };
  return (
    <Stack gap="lg" maw="80rem">
      <PageHeader
        title={words.title}
        subtitle={value && words.subtitle(format.date(day), format.time(value.at))}
        actions={
          <>
            <Button
              variant="default"
              leftSection={<IconChevronLeft size="1.1rem" />}
              onClick={() => go(toReports(dayAfter(day, -1)))}
            >
              {words.earlier}
            </Button>
            <Button
              variant="default"
              rightSection={<IconChevronRight size="1.1rem" />}
              onClick={() => go(toReports(dayAfter(day, 1)))}
            >
              {words.later}
            </Button>
            <Button variant="default" leftSection={<IconRefresh size="1.1rem" />} onClick={asked.ask}>
              {all.reports.refresh}
            </Button>
            <Button
              variant="default"
              leftSection={<IconMessage size="1.1rem" />}
              onClick={() => setTaking(true)}
            >
              {words.takeTitle}
            </Button>
          </>
        }
      />
      {asked.error !== undefined && <FaultView error={asked.error} onRetry={asked.ask} />}
      {value && (
        <>
          <Standing rolled={value} />
          <Corrections rolled={value} />
          <FindingList findings={value.rows.flatMap(({ findings }) => findings)} nameOf={nameOf} />
          <Section
            title={words.chart}
            actions={
              <Group gap="xs">
                {reportFormats.map((kind) => (
                  <Button
                    key={kind}
                    variant="default"
                    size="sm"
                    leftSection={<IconDownload size="1rem" />}
                    aria-label={all.reports.save(kind.toUpperCase())}
                    onClick={() => save(kind)}
                  >
                    {kind.toUpperCase()}
                  </Button>
                ))}
              </Group>
            }
          >
            <BarChart
              h={240}
              data={value.rows.map((row) => ({
                name: shortName(row.name),
                [words.todayPages]: row.total.today.pages,
              }))}
              dataKey="name"
              valueFormatter={format.count}
              maxBarWidth={40}
              series={[{ name: words.todayPages, color: "blue.6" }]}
            />
          </Section>
          <Section title={all.reports.table}>
            <DistrictTable rolled={value} />
          </Section>
        </>
      )}
      <TakeMessage opened={taking} onClose={() => setTaking(false)} onTaken={asked.ask} />
    </Stack>
  );
}

/** Four figures of the day, and who is missing. */
function Standing({ rolled }: { rolled: RollUp }) {
  const words = useWords().reports.rollUp;
  const { count, date } = useFormat();
  const missing = rolled.rows.filter(({ state }) => state === "missing");
  const { listed, captured, today } = rolled.total;
  const share = listed.pages === 0 ? "–" : `${Math.round((captured.pages / listed.pages) * 100)} %`;
  const tiles = [
    [words.reported, words.of(rolled.rows.length - missing.length, rolled.rows.length)],
    [words.todayPages, count(today.pages)],
    [words.totalPages, count(captured.pages)],
    [words.share, share],
  ] as const;
  const named = missing.map(({ name, figuresOf }) =>
    figuresOf === "" ? name : `${name} (${words.figuresOf(date(figuresOf))})`,
  );
  return (
    <>
      <Box component="dl" m={0} className={classes["tiles"]}>
        {tiles.map(([name, value]) => (
          <Paper key={name} withBorder p="md" radius="md">
            <Text component="dt" c="dimmed" size="sm">
              {name}
            </Text>
            <Text component="dd" m={0} fw={600} fz="1.75rem" className="figures">
              {value}
            </Text>
          </Paper>
        ))}
      </Box>
      <Alert color={missing.length === 0 ? "green" : "red"} variant="light" role="status">
        {missing.length === 0 ? words.allReported : words.missing(named.join("; "))}
      </Alert>
    </>
  );
}

/** How figures of the day before were corrected since it was rolled up. */
function Corrections({ rolled }: { rolled: RollUp }) {
  const words = useWords().reports.rollUp;
  const { count, date } = useFormat();
  const lines = rolled.rows.flatMap((row) =>
    row.corrected.map((one) =>
      words.corrected(row.name, date(one.day), count(one.was), count(one.pages), one.reason),
    ),
  );
  if (lines.length === 0) return null;
  return (
    <Alert color="blue" variant="light">
      <List size="sm">
        {lines.map((line) => (
          <List.Item key={line}>{line}</List.Item>
        ))}
      </List>
    </Alert>
  );
}
