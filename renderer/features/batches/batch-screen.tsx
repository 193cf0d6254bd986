import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { IconArrowBackUp } from "@tabler/icons-react";
import { map } from "rxjs";
import { Link, useParams } from "wouter";
import { may } from "#shared/archive/permissions.ts";
import { type Batch, isAccepted } from "#shared/archive/batch.ts";
import type { ArchiveFile } from "#shared/archive/file.ts";
import { BatchRefused } from "#renderer/app/batch-refused.tsx";
import { BatchStateBadge } from "#renderer/app/batch-state.tsx";
import { ClaimControl } from "#renderer/app/claim-control.tsx";
import { ConflictNotice } from "#renderer/app/conflict-notice.tsx";
import { HoldControl } from "#renderer/app/hold-control.tsx";
import { MissingRecord } from "#renderer/app/missing-record.tsx";
import { ReworkNotice } from "#renderer/app/rework-notice.tsx";
import { useWork } from "#renderer/app/session.tsx";
import { useUnitNames } from "#renderer/app/unit-names.ts";
import { useClaims } from "#renderer/app/use-claims.ts";
import { useRecord } from "#renderer/app/use-record.ts";
import { NotesPanel } from "#renderer/app/notes-panel.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { useLive } from "#renderer/db/use-live.ts";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import { Section } from "#renderer/ui/section.tsx";
import { BarrierPart } from "./barrier-part.tsx";
import { BatchDues } from "./batch-dues.tsx";
import { BatchFiles } from "./batch-files.tsx";
import { BatchFreeing } from "./batch-freeing.tsx";
import { BatchPapers } from "./batch-papers.tsx";
import { BatchMoves } from "./batch-moves.tsx";
import { BatchTimeline } from "./batch-timeline.tsx";
import { FondsBarrier } from "./fonds-barrier.tsx";

export function BatchScreen() {
  const { batchId = "" } = useParams();
  const words = useWords().batches;
  const batch = useRecord("batches", batchId);
  if (batch === undefined) return null;
  if (batch === null) return <MissingRecord back={{ to: "/batches", label: words.title }} />;
  return <BatchPage batch={batch} />;
}

function BatchPage({ batch }: { batch: Batch }) {
  const { db, profile } = useWork();
  const all = useWords();
  const words = all.batches;
  const nameOf = useUnitNames();
  const claims = useClaims(batch.id);
  const files = useLive(`batch files ${batch.id}`, () =>
    db.files
      .find({
        selector: { batchId: batch.id },
        sort: [{ batchId: "asc" }, { code: "asc" }],
        index: ["batchId", "code"],
      })
      .$.pipe(
        map((found) =>
          found.map((file) => file.toJSON() as ArchiveFile).filter((file) => file.withdrawn === ""),
        ),
      ),
  );
  const captures = may(profile.role, "capture");
  const checks = may(profile.role, "check") || may(profile.role, "accept");
  return (
    <Stack>
      <PageHeader
        title={`${batch.number} · ${batch.name}`}
        subtitle={
          <Group gap="sm">
            <BatchStateBadge state={batch.state} />
            {nameOf(batch.scope)}
          </Group>
        }
        back={{ to: "/batches", label: words.title }}
        actions={
          <>
            <Button component={Link} href={`/batches/${batch.id}/handovers`} variant="default">
              {all.handovers.open}
            </Button>
            <BatchPapers batchId={batch.id} empty={files?.length === 0} />
            {captures && ["received", "preparing", "capturing"].includes(batch.state) && (
              <Button component={Link} href={`/capture/${batch.id}`} variant="light">
                {words.openCapture}
              </Button>
            )}
            {checks && (batch.state === "capturing" || batch.state === "checking") && (
              <Button component={Link} href={`/check/${batch.id}`} variant="light">
                {words.openCheck}
              </Button>
            )}
            <BatchMoves batch={batch} empty={files?.length === 0} />
          </>
        }
      />
      <ClaimControl batch={batch} claims={claims} />
      <ConflictNotice id={batch.id} />
      <ReworkNotice batchId={batch.id} />
      <BarrierPart batch={batch} />
      <FondsBarrier batch={batch} />
      {batch.state === "returned" && (
        <Alert
          color="red"
          variant="light"
          icon={<IconArrowBackUp aria-hidden />}
          title={all.common.batchStates.returned}
        >
          {words.reasonGiven(batch.reason)}
        </Alert>
      )}
      {isAccepted(batch.state) && batch.reason !== "" && <Text>{words.reasonGiven(batch.reason)}</Text>}
      <BatchRefused batch={batch} />
      <Section title={words.progress}>
        <BatchTimeline batch={batch} />
        <HoldControl collection="batches" record={batch} />
        {isAccepted(batch.state) && <BatchFreeing batchId={batch.id} />}
        {batch.note !== "" && (
          <Text mt="md" style={{ whiteSpace: "pre-line" }}>
            {batch.note}
          </Text>
        )}
      </Section>
      <BatchDues batch={batch} />
      <BatchFiles batch={batch} files={files ?? []} />
      <Section title={all.notes.title}>
        <NotesPanel subject="batches" subjectId={batch.id} />
      </Section>
    </Stack>
  );
}
