import { Button } from "@mantine/core";
import { IconClipboardCheck } from "@tabler/icons-react";
import { Link } from "wouter";
import { lateFirst } from "#shared/rules/deadlines.ts";
import { BatchTable } from "#renderer/app/batch-table.tsx";
import { useWork } from "#renderer/app/session.tsx";
import { useRuleData } from "#renderer/app/use-rule-profile.ts";
import { useToday } from "#renderer/app/use-today.ts";
import { useWords } from "#renderer/app/words.tsx";
import { useLive } from "#renderer/db/use-live.ts";
import { EmptyState } from "#renderer/ui/empty-state.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import { watchBatches } from "#renderer/work/watch-documents.ts";

/** The batches a checker looks after: those in work, and those decided. */
export function CheckListScreen() {
  const { check } = useWords();
  const work = useWork();
  const today = useToday();
  const rules = useRuleData();
  const batches = useLive("check/batches", () =>
    watchBatches(work, ["received", "preparing", "capturing", "checking", "accepted", "returned"]),
  );
  return (
    <>
      <PageHeader title={check.title} subtitle={check.subtitle} />
      {batches?.length === 0 && (
        <EmptyState Icon={IconClipboardCheck} title={check.noBatches} hint={check.noBatchesHint} />
      )}
      {batches && batches.length > 0 && (
        <BatchTable
          label={check.title}
          batches={lateFirst(batches, today, rules)}
          renderAction={(batch) => (
            <Button component={Link} href={`/check/${batch.id}`} variant="light">
              {check.open}
            </Button>
          )}
        />
      )}
    </>
  );
}
