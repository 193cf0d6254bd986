import { BarChart } from "@mantine/charts";
import { Anchor, Breadcrumbs, Group, NativeSelect, SegmentedControl, Stack, Text } from "@mantine/core";
import { IconTable } from "@tabler/icons-react";
import { useState } from "react";
import { reportGroups } from "#shared/archive/report-row.ts";
import type { GapKind } from "#shared/completeness/gap.ts";
import { matrixMeasures, type MatrixMeasure, matrixStages } from "#shared/completeness/stages.ts";
import type { MatrixPlace } from "#shared/contract/completeness.ts";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";
import { useWords } from "#renderer/app/words.tsx";
import { EmptyState } from "#renderer/ui/empty-state.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import { Section } from "#renderer/ui/section.tsx";
import { GapList } from "./gap-list.tsx";
import { MatrixList, type OpenList } from "./matrix-list.tsx";
import { MatrixTable } from "./matrix-table.tsx";
import { MatrixTiles } from "./matrix-tiles.tsx";
import { RedList } from "./red-list.tsx";

const groups = ["", ...reportGroups] as const;

/** How complete everything is, from the inventory to the province's receipt; one level at a time. */
export function MatrixScreen() {
  const desk = useDesk();
  const words = useWords().matrix;
  const { count } = useFormat();
  const [path, setPath] = useState<{ name: string; place: MatrixPlace }[]>([]);
  const [measure, setMeasure] = useState<MatrixMeasure>("files");
  const [group, setGroup] = useState<(typeof groups)[number]>("");
  const [list, setList] = useState<OpenList>();
  const place = path.at(-1)?.place ?? null;
  const asked = useAskedAgain(
    `matrix ${JSON.stringify({ place, group })}`,
    () => desk.call("matrix.count", { place, group }),
    ["records.changed"],
  );
  const { value } = asked;
  const gaps = useAskedAgain(
    `matrix gaps ${JSON.stringify(place)}`,
    () => desk.call("matrix.gaps", { place, kind: "box", from: 0, limit: 0 }),
    ["records.changed"],
  );
  const [gapKind, setGapKind] = useState<GapKind>();
  // A single file has only items to be counted.
  const counted = value?.place.step === "items" && measure === "files" ? "items" : measure;
  return (
    <Stack gap="lg" maw="90rem">
      <PageHeader title={words.title} subtitle={words.subtitle} />
      <Group align="flex-end" gap="lg">
        <SegmentedControl
          aria-label={words.measure}
          value={counted}
          onChange={(chosen) => setMeasure(matrixMeasures.find((one) => one === chosen) ?? measure)}
          data={matrixMeasures.map((one) => ({ value: one, label: words.measures[one] }))}
        />
        <NativeSelect
          label={words.group}
          value={group}
          onChange={(event) => setGroup(groups.find((one) => one === event.currentTarget.value) ?? "")}
          data={groups.map((one) => ({ value: one, label: words.groups[one] }))}
        />
      </Group>
      <Breadcrumbs component="nav" aria-label={words.path}>
        {[{ name: words.all }, ...path].map(({ name }, at) =>
          at === path.length ? (
            <Text key={at} span fw={600} aria-current="page">
              {name}
            </Text>
          ) : (
            <Anchor key={at} component="button" type="button" onClick={() => setPath(path.slice(0, at))}>
              {name}
            </Anchor>
          ),
        )}
      </Breadcrumbs>
      {asked.error !== undefined && <FaultView error={asked.error} onRetry={asked.ask} />}
      {value?.rows.length === 0 && <EmptyState Icon={IconTable} title={words.empty} hint={words.emptyHint} />}
      {value && value.rows.length > 0 && (
        <>
          <MatrixTiles
            total={value.total}
            measure={counted}
            onList={(stage) =>
              setList({
                ...{ name: words.stages[stage], place: value.place, stage, measure: counted },
                state: "has",
              })
            }
          />
          <Section title={words.red} hint={words.redHint}>
            <RedList
              matrix={value}
              gaps={group === "" ? gaps.value?.totals : undefined}
              onList={(line) => setList({ ...line, place: value.place })}
              onGaps={setGapKind}
            />
          </Section>
          <Section title={words.table} hint={words.tableHint}>
            <MatrixTable
              matrix={value}
              measure={counted}
              onStep={(name, below) => setPath([...path, { name, place: below }])}
              onList={(name, of, stage) =>
                setList({
                  ...{ name: `${name} · ${words.stages[stage]}`, place: of, stage, measure: counted },
                  state: "has",
                })
              }
            />
            {value.more > 0 && <Text mt="sm">{words.more(count(value.more))}</Text>}
          </Section>
          <Section title={words.funnel}>
            <BarChart
              h={300}
              orientation="vertical"
              data={matrixStages.map((stage, at) => ({
                stage: words.stages[stage],
                [words.measures[counted]]: value.total.stages[at]?.[counted] ?? 0,
              }))}
              dataKey="stage"
              yAxisProps={{ width: 110 }}
              valueFormatter={count}
              withBarValueLabel
              series={[{ name: words.measures[counted], color: "blue.7" }]}
            />
          </Section>
        </>
      )}
      {value && gapKind && (
        <GapList place={value.place} kind={gapKind} onClose={() => setGapKind(undefined)} />
      )}
      {list && (
        <MatrixList key={JSON.stringify(list)} list={list} group={group} onClose={() => setList(undefined)} />
      )}
    </Stack>
  );
}
