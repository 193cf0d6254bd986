import { Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconChecks } from "@tabler/icons-react";
import { useState } from "react";
import type { Outbox } from "#shared/contract/outbox.ts";
import type { SyncStatus } from "#shared/contract/session.ts";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { PauseUploads } from "#renderer/app/pause-uploads.tsx";
import { RefusedRecords } from "#renderer/app/refused-records.tsx";
import { saveObject } from "#renderer/app/save-object.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { problemWords } from "#renderer/app/status-words.ts";
import { useSyncStatus } from "#renderer/app/sync-status.ts";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";
import { useUploads } from "#renderer/app/use-uploads.ts";
import { useWords } from "#renderer/app/words.tsx";
import { EmptyState } from "#renderer/ui/empty-state.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import { Section } from "#renderer/ui/section.tsx";
import { OutboxRows, type Shown } from "./outbox-rows.tsx";
import { OutboxSums } from "./outbox-sums.tsx";

/** What the province does not have yet: how much, since when, why, one by one, and a copy of it to take along. */
export function OutboxScreen() {
  const all = useWords();
  const desk = useDesk();
  const asked = useAskedAgain("outbox", () => desk.call("outbox.read", {}), [
    "sync.changed",
    "records.changed",
  ]);
  const status = useSyncStatus().value;
  const words = status?.hub ? { ...all.outbox, ...all.hub.outbox } : all.outbox;
  const [shown, setShown] = useState<Shown>();
  const outbox = asked.value;
  const empty = outbox !== undefined && outbox.records.length === 0 && outbox.objects.length === 0;
  return (
    <Stack maw="60rem">
      <PageHeader
        title={words.title}
        subtitle={words.subtitle}
        actions={outbox && <ExportButton count={outbox.records.reduce((sum, { count }) => sum + count, 0)} />}
      />
      {asked.error !== undefined && <FaultView error={asked.error} />}
      {status && outbox && !empty && <Why status={status} />}
      {status && <RefusedRecords status={status} most={200} />}
      {empty && <EmptyState Icon={IconChecks} title={words.nothing} hint={words.nothingHint} />}
      {outbox && !empty && <Sums outbox={outbox} shown={shown} onShow={setShown} />}
    </Stack>
  );
}

function Why({ status }: { status: SyncStatus }) {
  const all = useWords();
  const words = all.outbox;
  const format = useFormat();
  const uploads = useUploads();
  const problem = problemWords(all.faults, status.problem);
  return (
    <Section title={words.why}>
      <Stack gap="xs">
        <Text>{problem || words.reasons[status.state]}</Text>
        <Text size="sm" c="dimmed">
          {status.lastRoundAt === "" ? words.never : words.lastRound(format.time(status.lastRoundAt))}
        </Text>
        {status.state !== "off" && <PauseUploads asked={uploads} />}
      </Stack>
    </Section>
  );
}

function Sums(props: { outbox: Outbox; shown: Shown | undefined; onShow: (shown: Shown) => void }) {
  const { outbox, shown, onShow } = props;
  const all = useWords();
  const words = all.outbox;
  const { columns } = words;
  const { count, bytes, time } = useFormat();
  const { collections } = all.refused;
  const same = { showLabel: words.show, show: columns.show };
  return (
    <>
      {outbox.records.length > 0 && (
        <Section title={words.records}>
          <OutboxSums
            {...same}
            label={words.records}
            columns={[columns.kind, columns.count, columns.since, columns.show]}
            rows={outbox.records.map((sum) => ({
              key: sum.collection,
              name: collections[sum.collection],
              cells: [count(sum.count), time(sum.since)],
              shown: shown?.of === "records" && shown.collection === sum.collection,
              show: () => onShow({ of: "records", collection: sum.collection }),
            }))}
          />
        </Section>
      )}
      {outbox.objects.length > 0 && (
        <Section title={words.files}>
          <OutboxSums
            {...same}
            label={words.files}
            columns={[columns.kind, columns.count, columns.bytes, columns.since, columns.show]}
            rows={outbox.objects.map((sum) => ({
              key: sum.kind,
              name: words.kinds[sum.kind],
              cells: [count(sum.count), bytes(sum.bytes), time(sum.since)],
              shown: shown?.of === "objects",
              show: () => onShow({ of: "objects" }),
            }))}
          />
        </Section>
      )}
      {shown && (
        <Section title={words.list(shown.of === "records" ? collections[shown.collection] : words.files)}>
          <OutboxRows
            key={shown.of === "records" ? shown.collection : "objects"}
            shown={shown}
            label={words.list(shown.of === "records" ? collections[shown.collection] : words.files)}
          />
        </Section>
      )}
      {outbox.batches.length > 0 && (
        <Section title={words.byBatch}>
          <OutboxSums
            {...same}
            label={words.byBatch}
            columns={[columns.batch, columns.count]}
            rows={outbox.batches.map((sum) => ({
              key: sum.batchId,
              name: sum.label || words.noBatch,
              cells: [count(sum.count)],
              shown: false,
            }))}
          />
        </Section>
      )}
    </>
  );
}

function ExportButton({ count }: { count: number }) {
  const words = useWords().outbox;
  const desk = useDesk();
  const format = useFormat();
  const [state, setState] = useState<{ busy: boolean; error?: unknown }>({ busy: false });
  const take = () => {
    setState({ busy: true });
    desk
      .call("outbox.export", {})
      .then(async ({ records, digest, name }) => {
        if (digest !== "") await saveObject(desk, digest, name);
        notifications.show({
          message: digest === "" ? words.nothingToExport : words.exported(format.count(records)),
        });
      })
      .then(
        () => setState({ busy: false }),
        (error: unknown) => setState({ busy: false, error }),
      );
  };
  return (
    <Stack gap="xs">
      {state.error !== undefined && <FaultView error={state.error} />}
      <ExplainedButton
        variant="default"
        reason={state.busy ? words.exporting : count === 0 ? words.nothingToExport : undefined}
        onClick={take}
      >
        {state.busy ? words.exporting : words.exportAll}
      </ExplainedButton>
    </Stack>
  );
}
