import { Group, Select, Stack, Switch, Text } from "@mantine/core";
import { IconCircleCheck, IconListNumbers } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { type Static, Type } from "typebox";
import { Check } from "typebox/value";
import { documentTypeName } from "#shared/archive/codes.ts";
import type { Fonds } from "#shared/archive/fonds.ts";
import type { NumberSeries } from "#shared/contract/listing.ts";
import { isOwnOutgoing, levelOf } from "#shared/rules/issuing-body.ts";
import type { ViewedList } from "#renderer/app/saved-views.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";
import { ViewsMenu } from "#renderer/app/views-menu.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { EmptyState } from "#renderer/ui/empty-state.tsx";
import { StripLegend } from "#renderer/ui/strip-legend.tsx";
import { VirtualList } from "#renderer/ui/virtual-list.tsx";
import { Checked } from "./checked.tsx";
import { SeriesRow } from "./series-row.tsx";

const seriesViewSchema = Type.Object({
  year: Type.String(),
  type: Type.String(),
  ownOnly: Type.Boolean(),
  openOnly: Type.Boolean(),
});

const seriesViews: ViewedList<Static<typeof seriesViewSchema>> = {
  key: "review.numbers",
  is: (value) => Check(seriesViewSchema, value),
};

/** The yearly numbers of a fonds' documents: where they do not run 1…N, and where their dates do not follow. */
export function NumbersTab({ fonds }: { fonds: Fonds }) {
  const desk = useDesk();
  const asked = useAskedAgain(
    `review/numbers/${fonds.id}`,
    () => desk.call("listing.numbers", { fondsId: fonds.id }),
    ["records.changed"],
  );
  return <Checked asked={asked}>{({ series }) => <Series fonds={fonds} all={series} />}</Checked>;
}

function Series({ fonds, all }: { fonds: Fonds; all: readonly NumberSeries[] }) {
  const { review } = useWords();
  const words = review.numbers;
  const [year, setYear] = useState("");
  const [type, setType] = useState("all");
  const level = levelOf(fonds.scope);
  const own = useMemo(
    () => all.filter(({ issuer }) => isOwnOutgoing({ issuer, symbol: "" }, level)),
    [all, level],
  );
  const [ownOnly, setOwnOnly] = useState(own.length > 0);
  const [openOnly, setOpenOnly] = useState(false);
  if (all.length === 0) return <EmptyState Icon={IconListNumbers} title={words.none} hint={words.noneHint} />;
  const listed = (ownOnly ? own : all).filter(
    (one) =>
      (year === "" || String(one.year) === year) &&
      (type === "all" || one.type === type) &&
      (!openOnly || isOpen(one)),
  );
  const years = [...new Set(all.map((one) => one.year))].sort((a, b) => b - a);
  const types = [...new Set(all.map((one) => one.type))].sort();
  return (
    <Stack>
      <Group justify="space-between">
        <Text c="dimmed">{`${words.hint} ${words.stripHint}`}</Text>
        <StripLegend words={words.legend} />
      </Group>
      <Group align="flex-end" gap="md">
        <Select
          label={words.year}
          data={[
            { value: "", label: words.allYears },
            ...years.map((one) => ({ value: String(one), label: one === 0 ? words.noYear : String(one) })),
          ]}
          value={year}
          onChange={(chosen) => setYear(chosen ?? "")}
          allowDeselect={false}
          w="11rem"
        />
        <Select
          label={words.type}
          data={[
            { value: "all", label: words.allTypes },
            ...types.map((one) => ({ value: one, label: documentTypeName(one) || words.noType })),
          ]}
          value={type}
          onChange={(chosen) => setType(chosen ?? "all")}
          allowDeselect={false}
          w="14rem"
        />
        <Stack gap="0.35rem" pb="0.35rem">
          <Switch
            label={words.own}
            title={words.ownHint}
            checked={ownOnly}
            onChange={(event) => setOwnOnly(event.currentTarget.checked)}
          />
          <Switch
            label={words.onlyOpen}
            checked={openOnly}
            onChange={(event) => setOpenOnly(event.currentTarget.checked)}
          />
        </Stack>
        <ViewsMenu
          list={seriesViews}
          keeps="filter"
          current={{ year, type, ownOnly, openOnly }}
          onView={(shown) => {
            setYear(shown.year);
            setType(shown.type);
            setOwnOnly(shown.ownOnly);
            setOpenOnly(shown.openOnly);
          }}
        />
      </Group>
      {listed.length === 0 ? (
        <EmptyState Icon={IconCircleCheck} title={words.allWell} hint={words.allWellHint} />
      ) : (
        <VirtualList
          label={words.list}
          count={listed.length}
          rowHeight={10}
          height="max(24rem, calc(100vh - 24rem))"
          keyOf={(at) => keyOf(listed[at])}
          renderRow={(at) => {
            const one = listed[at];
            return one && <SeriesRow fonds={fonds} series={one} />;
          }}
        />
      )}
    </Stack>
  );
}

/** True where something of a series wants a look. */
function isOpen({ gaps, repeats, outOfOrder, unnumbered }: NumberSeries): boolean {
  return gaps.length + repeats.length + outOfOrder.length + unnumbered > 0;
}

function keyOf(series: NumberSeries | undefined): string {
  return series ? [series.year, series.type, series.issuer, series.normative].join("|") : "";
}
