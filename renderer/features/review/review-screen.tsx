import { Button, Group, Loader, Select, Tabs, Text } from "@mantine/core";
import { IconArchive, IconListCheck } from "@tabler/icons-react";
import { map } from "rxjs";
import type { ComponentType } from "react";
import { Link, useLocation, useParams } from "wouter";
import type { Fonds } from "#shared/archive/fonds.ts";
import { useWork } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { useLive } from "#renderer/db/use-live.ts";
import { EmptyState } from "#renderer/ui/empty-state.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import { DuplicatesTab } from "./duplicates-tab.tsx";
import { ExclusionsTab } from "./exclusions-tab.tsx";
import { LeavesTab } from "./leaves-tab.tsx";
import { NumbersTab } from "./numbers-tab.tsx";

const tabs = {
  numbers: NumbersTab,
  leaves: LeavesTab,
  duplicates: DuplicatesTab,
  exclusions: ExclusionsTab,
} satisfies Record<string, ComponentType<{ fonds: Fonds }>>;

const tabNames = ["numbers", "leaves", "duplicates", "exclusions"] as const;

type TabName = (typeof tabNames)[number];

const toReview = (fondsId: string, tab: TabName) => `/review/${fondsId}/${tab}`;

/** What is missing, doubled or out of order in one fonds, as the desk finds it from its list. */
export function ReviewScreen() {
  const words = useWords();
  const { review } = words;
  const { db } = useWork();
  const params = useParams<{ fondsId?: string; tab?: string }>();
  const [, go] = useLocation();
  const all = useLive("review/fonds", () =>
    db.fonds
      .find({ selector: { withdrawn: "" }, sort: [{ code: "asc" }], index: ["code"] })
      .$.pipe(map((found) => found.map((one) => one.toJSON() as Fonds))),
  );
  const tab = tabNames.find((name) => name === params.tab) ?? "numbers";
  const fonds = all?.find(({ id }) => id === params.fondsId) ?? (all?.length === 1 ? all[0] : undefined);
  if (!all)
    return (
      <Group gap="sm" role="status">
        <Loader size="sm" />
        <Text>{words.common.loading}</Text>
      </Group>
    );
  if (all.length === 0)
    return (
      <>
        <PageHeader title={review.title} subtitle={review.subtitle} />
        <EmptyState Icon={IconArchive} title={review.noFonds} hint={review.noFondsHint}>
          <Button component={Link} href="/inventory">
            {review.openInventory}
          </Button>
        </EmptyState>
      </>
    );
  return (
    <>
      <PageHeader title={review.title} subtitle={review.subtitle} />
      <Select
        label={review.fonds}
        placeholder={review.chooseFonds}
        data={all.map(({ id, code, name }) => ({ value: id, label: `${code} · ${name}` }))}
        value={fonds?.id ?? null}
        onChange={(id) => {
          if (id !== null) go(toReview(id, tab), { replace: true });
        }}
        searchable
        allowDeselect={false}
        maw="40rem"
        mb="lg"
      />
      {fonds ? (
        <Tabs
          value={tab}
          onChange={(name) => {
            const chosen = tabNames.find((one) => one === name);
            if (chosen) go(toReview(fonds.id, chosen), { replace: true });
          }}
          keepMounted={false}
        >
          <Tabs.List mb="lg">
            {tabNames.map((name) => (
              <Tabs.Tab key={name} value={name}>
                {review.tabs[name]}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {tabNames.map((name) => {
            const Tab = tabs[name];
            return (
              <Tabs.Panel key={name} value={name}>
                <Tab key={fonds.id} fonds={fonds} />
              </Tabs.Panel>
            );
          })}
        </Tabs>
      ) : (
        <EmptyState Icon={IconListCheck} title={review.chooseFonds} hint={review.chooseFondsHint} />
      )}
    </>
  );
}
