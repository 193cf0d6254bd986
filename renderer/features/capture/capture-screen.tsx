import { Alert, Button, Group, Stack } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconInfoCircle, IconPackageOff, IconPhotoCheck } from "@tabler/icons-react";
import { useCallback, useState } from "react";
import { Link, useParams } from "wouter";
import { keyOfArrival } from "#shared/capture/arrival-key.ts";
import { type Batch, type BatchState, refuseMove } from "#shared/archive/batch.ts";
import { BatchStateBadge } from "#renderer/app/batch-state.tsx";
import { DocumentWindow, type ShownDocument } from "#renderer/app/document-window.tsx";
import { FinishCaptureButton } from "#renderer/app/finish-capture-button.tsx";
import { useDesk, useWork } from "#renderer/app/session.tsx";
import { useUnitNames } from "#renderer/app/unit-names.ts";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";
import { useWords } from "#renderer/app/words.tsx";
import { useLive } from "#renderer/db/use-live.ts";
import { EmptyState } from "#renderer/ui/empty-state.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import type { Document } from "#renderer/work/batch-documents.ts";
import { moveBatch } from "#renderer/work/move-batch.ts";
import { watchBatch, watchBatchDocuments } from "#renderer/work/watch-documents.ts";
import { HeldTasks } from "./held-tasks.tsx";
import { ImportScans } from "./import-scans.tsx";
import { ItemsPane } from "./items-pane.tsx";
import { MissedSeparators } from "./missed-separators.tsx";
import { QueueProgress } from "./queue-progress.tsx";
import { TakePages } from "./take/take-pages.tsx";
import { SeparatorSheets } from "./separator-sheets.tsx";
import { useLaying } from "./use-laying.tsx";
import { UnmatchedTray } from "./unmatched-tray.tsx";

/** The capture station of one batch: bring scans in, see the machine work on them, look at every page. */
export function CaptureScreen() {
  const { batchId } = useParams<{ batchId: string }>();
  const words = useWords();
  const work = useWork();
  const batch = useLive(`batch/${batchId}`, () => watchBatch(work, batchId));
  const back = { to: "/capture", label: words.capture.title };
  if (batch === undefined) return <PageHeader title={words.common.loading} back={back} />;
  if (batch === null)
    return (
      <>
        <PageHeader title={words.capture.title} back={back} />
        <EmptyState
          Icon={IconPackageOff}
          title={words.faults["not-found"].what}
          hint={words.faults["not-found"].next}
        />
      </>
    );
  return <Station key={batchId} batch={batch} />;
}

function Station({ batch }: { batch: Batch }) {
  const words = useWords();
  const work = useWork();
  const desk = useDesk();
  const nameOf = useUnitNames();
  const [shown, setShown] = useState<ShownDocument>();
  const documents = useLive(`documents/${batch.id}`, () => watchBatchDocuments(work, batch.id));
  const jobs = useAskedAgain("jobs", () => desk.call("jobs.summary", {}), ["jobs.changed"]);
  const held = useAskedAgain("held", () => desk.call("jobs.held", {}), ["jobs.changed"]);
  const tray = useAskedAgain("unmatched", () => desk.call("capture.unmatched", {}), [
    "jobs.changed",
    "scan.changed",
    "records.changed",
  ]);
  const matching = useAskedAgain(
    `matching/${batch.id}`,
    () => desk.call("capture.matching", { batchId: batch.id }),
    ["records.changed", "jobs.changed"],
  );
  const askTray = tray.ask;
  const askMatching = matching.ask;
  const imported = useCallback(() => {
    askTray();
    askMatching();
  }, [askTray, askMatching]);
  const lay = useLaying(imported);
  const { itemId } = useParams<{ itemId?: string }>();
  const [chosenId, setChosenId] = useState(itemId);
  const drop = (keys: readonly string[], document: Document) => {
    const arrivals = (tray.value ?? []).filter((one) => keys.includes(keyOfArrival(one)));
    if (open && arrivals.length > 0) void lay(arrivals, document);
  };
  const open = batch.state === "capturing";
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
            <Moves batch={batch} />
          </>
        }
      />
      <Stack gap="lg">
        {!open && (
          <Alert icon={<IconInfoCircle aria-hidden />} color="yellow" variant="light">
            {batch.state === "received"
              ? words.capture.notStarted
              : words.capture.closedState(words.common.batchStates[batch.state])}
          </Alert>
        )}
        <QueueProgress batchId={batch.id} jobs={jobs.value} onChanged={jobs.ask} />
        {open && documents && <TakePages batchId={batch.id} documents={documents} />}
        {open && (
          <ImportScans
            batchId={batch.id}
            onImported={imported}
            actions={
              <SeparatorSheets
                batchId={batch.id}
                items={documents?.length ?? 0}
                emptyIds={
                  matching.value?.items.filter(({ pages }) => pages === 0).map(({ itemId }) => itemId) ?? []
                }
                onShow={setShown}
              />
            }
          />
        )}
        {open && documents && matching.value && (
          <MissedSeparators matching={matching.value} documents={documents} onLook={setChosenId} />
        )}
        {open && documents && tray.value && tray.value.length > 0 && (
          <UnmatchedTray
            unmatched={tray.value}
            documents={documents}
            proposed={matching.value?.proposed ?? []}
            lay={lay}
          />
        )}
        {held.value && held.value.length > 0 && (
          <HeldTasks held={held.value} documents={documents ?? []} onRetried={held.ask} />
        )}
        {documents && (
          <ItemsPane
            batchId={batch.id}
            documents={documents}
            jobs={jobs.value?.items ?? []}
            matching={matching.value}
            chosenId={chosenId}
            onChoose={setChosenId}
            onDropTray={drop}
            open={open}
            onShow={setShown}
            onImported={imported}
          />
        )}
      </Stack>
      <DocumentWindow shown={shown} onClose={() => setShown(undefined)} />
    </>
  );
}

function Moves({ batch }: { batch: Batch }) {
  const words = useWords();
  const work = useWork();
  const move = async (to: BatchState, said: string) => {
    const answer = await moveBatch(work, batch.id, to);
    notifications.show(
      answer.ok ? { message: said } : { color: "red", message: words.common.batchRefusals[answer.fault] },
    );
  };
  if (batch.state === "received") {
    const refusal = refuseMove(batch.state, "capturing", work.profile.role, "");
    return (
      <ExplainedButton
        reason={refusal && words.common.batchRefusals[refusal]}
        onClick={() => void move("capturing", words.capture.started)}
      >
        {words.capture.start}
      </ExplainedButton>
    );
  }
  if (batch.state !== "capturing") return null;
  return (
    <FinishCaptureButton
      batch={batch}
      label={words.capture.toChecking}
      said={words.capture.movedToChecking}
    />
  );
}
