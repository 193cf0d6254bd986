import { IconPackageOff } from "@tabler/icons-react";
import { useParams } from "wouter";
import { useWork } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { useLive } from "#renderer/db/use-live.ts";
import { EmptyState } from "#renderer/ui/empty-state.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import { watchBatch } from "#renderer/work/watch-documents.ts";
import { Station } from "./station.tsx";

/** The capture station of one batch: take pages, see the machine work on them, look at every page. */
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
