import { Button, Group, Stack, Tabs } from "@mantine/core";
import { IconPhotoCheck } from "@tabler/icons-react";
import { useState } from "react";
import { Link, useLocation, useParams } from "wouter";
import type { Batch } from "#shared/archive/batch.ts";
import { BatchStateBadge } from "#renderer/app/batch-state.tsx";
import { ClaimControl } from "#renderer/app/claim-control.tsx";
import { DocumentWindow, type ShownDocument } from "#renderer/app/document-window.tsx";
import { useClaims } from "#renderer/app/use-claims.ts";
import { useUnitNames } from "#renderer/app/unit-names.ts";
import { useWords } from "#renderer/app/words.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import { HeldTasks } from "./held-tasks.tsx";
import { ItemsPane } from "./items-pane.tsx";
import { MissedSeparators } from "./missed-separators.tsx";
import { MoveBatch } from "./move-batch.tsx";
import { SeparatorSheets } from "./separator-sheets.tsx";
import { StationNotices } from "./station-notices.tsx";
import { StationNow } from "./station-now.tsx";
import { type StationTab, StationTabList, stationTabs } from "./station-tabs.tsx";
import { TakePages } from "./take/take-pages.tsx";
import { UnmatchedTray } from "./unmatched-tray.tsx";
import { useStation } from "./use-station.ts";

/**
 * The station of one batch. What happens now and what is wrong stand above the tabs, so that nobody has to look for
 * them; the tab and the chosen item are in the address.
 */
export function Station({ batch }: { batch: Batch }) {
  const words = useWords();
  const nameOf = useUnitNames();
  const [, go] = useLocation();
  const { tab: named, itemId } = useParams<{ tab?: string; itemId?: string }>();
  const [shown, setShown] = useState<ShownDocument>();
  const claims = useClaims(batch.id);
  const state = useStation(batch.id);
  const { documents, matching } = state;
  const open = batch.state === "capturing";
  const tabs = open ? stationTabs : (["items", "held"] as const);
  const tab: StationTab = tabs.find((known) => known === named) ?? (open ? "take" : "items");
  const toTab = (to: StationTab) => `/capture/${batch.id}/${to}`;
  const toItem = (id: string) => `${toTab("items")}/${id}`;
  const emptyIds = matching?.items.filter(({ pages }) => pages === 0).map((one) => one.itemId) ?? [];
  return (
    <>
      <PageHeader
        title={`${batch.number} · ${batch.name}`}
        subtitle={
          <Group gap="sm">
            {nameOf(batch.scope)}
            <BatchStateBadge state={batch.state} />
          </Group>
        }
        back={{ to: "/capture", label: words.capture.title }}
        actions={
          <>
            <Button
              component={Link}
              href={`/quality/${batch.id}`}
              variant="light"
              leftSection={<IconPhotoCheck size="1.1rem" />}
            >
              {words.quality.open}
            </Button>
            <MoveBatch batch={batch} />
          </>
        }
      />
      <Stack gap="md">
        <ClaimControl batch={batch} claims={claims} />
        <StationNow batchId={batch.id} state={state} toItem={toItem} />
        <StationNotices batch={batch} state={state} tab={tab} onGo={(to) => go(toTab(to))} />
        {/* What is being taken goes on behind the other tabs: it stays mounted. */}
        <Tabs
          value={tab}
          onChange={(next) => go(toTab((next as StationTab | null) ?? tab))}
          keepMounted={false}
        >
          <StationTabList
            tabs={tabs}
            counts={{
              tray: state.tray.filter(({ kind }) => kind === "pages").length,
              held: state.held.value?.length ?? 0,
            }}
          />
          <Tabs.Panel value="take" keepMounted>
            {open && documents && (
              <TakePages
                batchId={batch.id}
                documents={documents}
                sessions={state.sessions}
                onImported={state.imported}
                actions={
                  <SeparatorSheets
                    batchId={batch.id}
                    items={documents.length}
                    emptyIds={emptyIds}
                    onShow={setShown}
                  />
                }
              />
            )}
          </Tabs.Panel>
          <Tabs.Panel value="tray">
            {documents && <UnmatchedTray documents={documents} state={state} />}
          </Tabs.Panel>
          <Tabs.Panel value="items">
            {documents && (
              <Stack gap="md">
                {open && matching && (
                  <MissedSeparators
                    matching={matching}
                    documents={documents}
                    onLook={(id) => go(toItem(id))}
                  />
                )}
                <ItemsPane
                  batchId={batch.id}
                  documents={documents}
                  state={state}
                  chosenId={itemId}
                  onChoose={(id) => go(toItem(id), { replace: true })}
                  open={open}
                  onShow={setShown}
                />
              </Stack>
            )}
          </Tabs.Panel>
          <Tabs.Panel value="held">
            <HeldTasks held={state.held.value ?? []} documents={documents ?? []} onRetried={state.held.ask} />
          </Tabs.Panel>
        </Tabs>
      </Stack>
      <DocumentWindow shown={shown} onClose={() => setShown(undefined)} />
    </>
  );
}
