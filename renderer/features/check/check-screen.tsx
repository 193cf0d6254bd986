import { Button, Group, Stack } from "@mantine/core";
import {
  IconDownload,
  IconListSearch,
  IconPackageExport,
  IconPackageOff,
  IconPhotoCheck,
  IconSignature,
} from "@tabler/icons-react";
import { useState } from "react";
import { Link, useParams } from "wouter";
import type { Batch } from "#shared/archive/batch.ts";
import { may } from "#shared/archive/permissions.ts";
import { BatchRefused } from "#renderer/app/batch-refused.tsx";
import { BatchStateBadge } from "#renderer/app/batch-state.tsx";
import { ClaimControl } from "#renderer/app/claim-control.tsx";
import { SavePackages } from "#renderer/app/save-packages.tsx";
import { SaveRenditions } from "#renderer/app/save-renditions.tsx";
import { SignDocuments } from "#renderer/app/sign-documents.tsx";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { ReworkNotice } from "#renderer/app/rework-notice.tsx";
import { useDesk, useWork } from "#renderer/app/session.tsx";
import { useClaims } from "#renderer/app/use-claims.ts";
import { useUnitNames } from "#renderer/app/unit-names.ts";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";
import { useWords } from "#renderer/app/words.tsx";
import { useLive } from "#renderer/db/use-live.ts";
import { EmptyState } from "#renderer/ui/empty-state.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import { Section } from "#renderer/ui/section.tsx";
import { watchBatch } from "#renderer/work/watch-documents.ts";
import { BatchGaps } from "./batch-gaps.tsx";
import { DecideBatch } from "./decide-batch.tsx";
import { Decisions } from "./decisions.tsx";
import { LackList } from "./lack-list.tsx";
import { ShortageLetter } from "./shortage-letter.tsx";
import { StageTable } from "./stage-table.tsx";

/** How complete a batch is, what lacks and why, and the decision on it. */
export function CheckScreen() {
  const { batchId } = useParams<{ batchId: string }>();
  const words = useWords();
  const work = useWork();
  const batch = useLive(`batch/${batchId}`, () => watchBatch(work, batchId));
  const back = { to: "/check", label: words.check.title };
  if (batch === undefined) return <PageHeader title={words.common.loading} back={back} />;
  if (batch === null)
    return (
      <>
        <PageHeader title={words.check.title} back={back} />
        <EmptyState
          Icon={IconPackageOff}
          title={words.faults["not-found"].what}
          hint={words.faults["not-found"].next}
        />
      </>
    );
  return <Completeness key={batchId} batch={batch} />;
}

function Completeness({ batch }: { batch: Batch }) {
  const words = useWords();
  const { check, quality } = words;
  const desk = useDesk();
  const nameOf = useUnitNames();
  const { profile } = useWork();
  const claims = useClaims(batch.id);
  const [saving, setSaving] = useState(false);
  const [packing, setPacking] = useState(false);
  const [signing, setSigning] = useState(false);
  const { value, error, ask } = useAskedAgain(
    `completeness/${batch.id}`,
    () => desk.call("batches.completeness", { batchId: batch.id }),
    ["records.changed"],
  );
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
        back={{ to: "/check", label: check.title }}
        actions={
          <>
            <Button
              component={Link}
              href={`/check/${batch.id}/items`}
              variant="light"
              leftSection={<IconListSearch size="1.1rem" />}
            >
              {check.byItem}
            </Button>
            <Button
              variant="default"
              leftSection={<IconDownload size="1.1rem" aria-hidden />}
              onClick={() => setSaving(true)}
            >
              {words.rendition.saveMany}
            </Button>
            {may(profile.role, "pack") && (
              <Button
                variant="default"
                leftSection={<IconPackageExport size="1.1rem" aria-hidden />}
                onClick={() => setPacking(true)}
              >
                {words.packages.open}
              </Button>
            )}
            {may(profile.role, "sign") && (
              <Button
                variant="default"
                leftSection={<IconSignature size="1.1rem" aria-hidden />}
                onClick={() => setSigning(true)}
              >
                {words.signing.open}
              </Button>
            )}
            <Button
              component={Link}
              href={`/quality/${batch.id}`}
              variant="light"
              leftSection={<IconPhotoCheck size="1.1rem" />}
            >
              {quality.open}
            </Button>
            <ShortageLetter batch={batch} lacks={value?.lacks} />
            <DecideBatch batch={batch} />
          </>
        }
      />
      <Stack gap="lg">
        <ClaimControl batch={batch} claims={claims} />
        <BatchRefused batch={batch} />
        <Decisions batch={batch} />
        <ReworkNotice batchId={batch.id} />
        {packing && (
          <SavePackages of="batch" id={batch.id} label={batch.number} onClose={() => setPacking(false)} />
        )}
        {signing && (
          <SignDocuments of="batch" id={batch.id} label={batch.number} onClose={() => setSigning(false)} />
        )}
        {saving && (
          <SaveRenditions of="batch" id={batch.id} label={batch.number} onClose={() => setSaving(false)} />
        )}
        {error !== undefined && <FaultView error={error} onRetry={ask} />}
        {value && (
          <>
            <Section title={check.completeness} hint={check.completenessHint}>
              <StageTable completeness={value} />
            </Section>
            <BatchGaps batchId={batch.id} onChanged={ask} />
            <LackList batchId={batch.id} lacks={value.lacks} />
          </>
        )}
      </Stack>
    </>
  );
}
