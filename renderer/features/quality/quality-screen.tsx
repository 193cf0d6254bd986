import { Button, Group, Tabs } from "@mantine/core";
import { IconPackageOff, IconScan } from "@tabler/icons-react";
import { Link, useLocation, useParams } from "wouter";
import type { Batch } from "#shared/archive/batch.ts";
import { BatchStateBadge } from "#renderer/app/batch-state.tsx";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useDesk, useWork } from "#renderer/app/session.tsx";
import { useUnitNames } from "#renderer/app/unit-names.ts";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";
import { useWords } from "#renderer/app/words.tsx";
import { useLive } from "#renderer/db/use-live.ts";
import { EmptyState } from "#renderer/ui/empty-state.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import { watchBatch } from "#renderer/work/watch-documents.ts";
import { DefectsPane } from "./defects-pane.tsx";
import { JudgePane } from "./judge-pane.tsx";
import { PlanPane } from "./plan-pane.tsx";

const tabs = ["pages", "plan", "defects"] as const;

/** The quality of a batch's scans: every page judged, worst first; the plan of the check; defects counted. */
export function QualityScreen() {
  const { batchId } = useParams<{ batchId: string }>();
  const words = useWords();
  const work = useWork();
  const batch = useLive(`batch/${batchId}`, () => watchBatch(work, batchId));
  const back = { to: `/capture/${batchId}`, label: words.capture.title };
  if (batch === undefined) return <PageHeader title={words.common.loading} back={back} />;
  if (batch === null)
    return (
      <>
        <PageHeader title={words.quality.title} back={back} />
        <EmptyState
          Icon={IconPackageOff}
          title={words.faults["not-found"].what}
          hint={words.faults["not-found"].next}
        />
      </>
    );
  return <Quality key={batchId} batch={batch} />;
}

function Quality({ batch }: { batch: Batch }) {
  const { tab = "pages", pageId } = useParams<{ tab?: string; pageId?: string }>();
  const { quality, capture, check } = useWords();
  const nameOf = useUnitNames();
  const desk = useDesk();
  const [, go] = useLocation();
  const shown = tabs.find((known) => known === tab) ?? "pages";
  const { value, error, ask } = useAskedAgain(
    `quality/${batch.id}`,
    () => desk.call("quality.pages", { batchId: batch.id }),
    ["records.changed"],
  );
  return (
    <>
      <PageHeader
        title={`${quality.title} · ${batch.number}`}
        subtitle={
          <Group gap="sm">
            {nameOf(batch.scope)}
            <BatchStateBadge state={batch.state} />
          </Group>
        }
        back={{ to: `/capture/${batch.id}`, label: capture.title }}
        actions={
          <Button
            component={Link}
            href={`/check/${batch.id}`}
            variant="default"
            leftSection={<IconScan size="1.1rem" />}
          >
            {check.title}
          </Button>
        }
      />
      {error !== undefined && <FaultView error={error} onRetry={ask} />}
      <Tabs
        value={shown}
        onChange={(next) => go(`/quality/${batch.id}/${next ?? "pages"}`)}
        keepMounted={false}
      >
        <Tabs.List mb="md">
          {tabs.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {quality.tabs[name]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="pages">
          {value?.pages.length === 0 && (
            <EmptyState Icon={IconScan} title={quality.none} hint={quality.noneHint} />
          )}
          {value && value.pages.length > 0 && (
            <JudgePane batch={batch} judged={value.pages} firstId={pageId} onGone={ask} />
          )}
        </Tabs.Panel>
        <Tabs.Panel value="plan">{value && <PlanPane batch={batch} lot={value} />}</Tabs.Panel>
        <Tabs.Panel value="defects">
          <DefectsPane />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
