import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconScan } from "@tabler/icons-react";
import { Link, useLocation } from "wouter";
import type { Batch } from "#shared/archive/batch.ts";
import { refuseMove } from "#shared/archive/batch.ts";
import { lateFirst } from "#shared/rules/deadlines.ts";
import { refuseByList } from "#shared/rules/own-steps.ts";
import { BatchTable } from "#renderer/app/batch-table.tsx";
import { useWork } from "#renderer/app/session.tsx";
import { useRuleData } from "#renderer/app/use-rule-profile.ts";
import { useToday } from "#renderer/app/use-today.ts";
import { useWords } from "#renderer/app/words.tsx";
import { useLive } from "#renderer/db/use-live.ts";
import { EmptyState } from "#renderer/ui/empty-state.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import { moveBatch } from "#renderer/work/move-batch.ts";
import { watchBatches } from "#renderer/work/watch-documents.ts";

/** The batches whose paper lies at the center: those to begin with, and those in work. */
export function CaptureListScreen() {
  const words = useWords();
  const work = useWork();
  const today = useToday();
  const rules = useRuleData();
  const batches = useLive("capture/batches", () =>
    watchBatches(work, ["received", "preparing", "capturing", "checking"]),
  );
  return (
    <>
      <PageHeader title={words.capture.title} subtitle={words.capture.subtitle} />
      {batches?.length === 0 && (
        <EmptyState Icon={IconScan} title={words.capture.noBatches} hint={words.capture.noBatchesHint} />
      )}
      {batches && batches.length > 0 && (
        <BatchTable
          label={words.capture.title}
          batches={lateFirst(batches, today, rules)}
          renderAction={(batch) => <Action batch={batch} />}
        />
      )}
    </>
  );
}

function Action({ batch }: { batch: Batch }) {
  const words = useWords();
  const work = useWork();
  const [, go] = useLocation();
  const { batchSteps } = useRuleData();
  const address = `/capture/${batch.id}`;
  if (batch.state !== "received")
    return (
      <Button component={Link} href={address} variant="light">
        {words.capture.openStation}
      </Button>
    );
  const { role } = work.profile;
  const refusal =
    refuseMove(batch.state, "capturing", role, "") ??
    refuseByList(batchSteps, batch.scope, "capturing", role);
  const start = async () => {
    const answer = await moveBatch(work, batch.id, "capturing", "", undefined, { list: batchSteps });
    if (answer.ok) go(address);
    else notifications.show({ color: "red", message: words.common.batchRefusals[answer.fault] });
  };
  return (
    <ExplainedButton reason={refusal && words.common.batchRefusals[refusal]} onClick={() => void start()}>
      {words.capture.start}
    </ExplainedButton>
  );
}
