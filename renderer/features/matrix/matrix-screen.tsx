import { Anchor, Breadcrumbs, Stack, Text } from "@mantine/core";
import { IconTable } from "@tabler/icons-react";
import { Link, useLocation, useRoute } from "wouter";
import { matrixStages } from "#shared/completeness/stages.ts";
import { toMatrix } from "#renderer/app/addresses.ts";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { addressViews } from "#renderer/app/saved-views.ts";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";
import { ViewsMenu } from "#renderer/app/views-menu.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { EmptyState } from "#renderer/ui/empty-state.tsx";
import { FigureBars } from "#renderer/ui/figure-bars.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import { Section } from "#renderer/ui/section.tsx";
import { type MatrixView, type OpenList, readMatrixAt, toMatrixAt } from "./matrix-address.ts";
import { MatrixTable } from "./matrix-table.tsx";
import { MatrixTiles } from "./matrix-tiles.tsx";
import { NarrowBar } from "./narrow-bar.tsx";
import { OpenedList } from "./opened-list.tsx";
import { RedList } from "./red-list.tsx";
import { rowName } from "./row-name.ts";

const matrixViews = addressViews(toMatrix);

/**
 * How complete everything is, from the inventory to the province's receipt; one level at a time. Its address says all
 * that it is narrowed by, where in it one stands, and which list is open.
 */
export function MatrixScreen() {
  const desk = useDesk();
  const words = useWords().matrix;
  const { count } = useFormat();
  const [, go] = useLocation();
  const view = readMatrixAt(useRoute<{ asked?: string }>(`${toMatrix}/:asked`)[1]?.asked);
  const { place, narrow, measure } = view;
  const to = (change: Partial<MatrixView>) => toMatrixAt({ ...view, list: undefined, from: 0, ...change });
  const asked = useAskedAgain(
    `matrix ${JSON.stringify({ place, narrow })}`,
    () => desk.call("matrix.count", { place, narrow }),
    ["records.changed"],
  );
  const { value } = asked;
  const gaps = useAskedAgain(
    `matrix gaps ${JSON.stringify(place)}`,
    () => desk.call("matrix.gaps", { place, kind: "box", from: 0, limit: 0 }),
    ["records.changed"],
  );
  const isWhole = narrow.group === "" && narrow.level === "" && narrow.only === "";
  // A single file has only items to be counted.
  const counted = value?.place.step === "items" && measure === "files" ? "items" : measure;
  const toList = (list: OpenList) => to({ list });
  const trail = [
    { name: words.all, href: to({ place: null }) },
    ...(value?.path ?? []).map((row) => ({
      name: rowName(words, row.step, row),
      href: to({ place: row.place }),
    })),
  ];
  return (
    <Stack gap="lg" maw="90rem">
      <PageHeader
        title={words.title}
        subtitle={words.subtitle}
        actions={
          <ViewsMenu
            list={matrixViews}
            keeps="matrix"
            current={{ address: to({}) }}
            onView={({ address }) => go(address)}
          />
        }
      />
      <NarrowBar measure={counted} narrow={narrow} onChange={(change) => go(to(change))} />
      <Breadcrumbs component="nav" aria-label={words.path}>
        {trail.map(({ name, href }, at) =>
          at === trail.length - 1 ? (
            <Text key={at} span fw={600} aria-current="page">
              {name}
            </Text>
          ) : (
            <Anchor key={at} component={Link} href={href}>
              {name}
            </Anchor>
          ),
        )}
      </Breadcrumbs>
      {asked.error !== undefined && <FaultView error={asked.error} onRetry={asked.ask} />}
      {value?.rows.length === 0 && (
        <EmptyState
          Icon={IconTable}
          title={isWhole ? words.empty : words.emptyNarrowed}
          hint={isWhole ? words.emptyHint : words.emptyNarrowedHint}
        />
      )}
      {value && value.rows.length > 0 && (
        <>
          <MatrixTiles matrix={value} measure={counted} toList={toList} />
          <Section title={words.red} hint={words.redHint}>
            <RedList matrix={value} gaps={isWhole ? gaps.value?.totals : undefined} toList={toList} />
          </Section>
          <Section title={words.table} hint={words.tableHint}>
            <MatrixTable
              matrix={value}
              measure={counted}
              toPlace={(below) => to({ place: below })}
              toList={toList}
            />
            {value.more > 0 && <Text mt="sm">{words.more(count(value.more))}</Text>}
          </Section>
          <Section title={words.funnel}>
            <FigureBars
              whole={value.total.stages[0]?.[counted] ?? 0}
              bars={matrixStages.map((stage, at) => {
                const number = value.total.stages[at]?.[counted] ?? 0;
                const text = count(number);
                return {
                  ...{ key: stage, name: words.stages[stage], value: number, text },
                  href: toList({ kind: "figure", of: value.place, stage, state: "has", measure: counted }),
                  label: words.figure(words.stages[stage], words.funnel, text),
                };
              })}
            />
          </Section>
        </>
      )}
      {value && <OpenedList view={view} matrix={value} />}
    </Stack>
  );
}
