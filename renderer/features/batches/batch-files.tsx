import { Button, Group, Text } from "@mantine/core";
import { IconFiles, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { may } from "#shared/archive/permissions.ts";
import type { Batch } from "#shared/archive/batch.ts";
import type { ArchiveFile } from "#shared/archive/file.ts";
import { ClaimControl } from "#renderer/app/claim-control.tsx";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { HoldControl } from "#renderer/app/hold-control.tsx";
import { useWork } from "#renderer/app/session.tsx";
import { useClaims } from "#renderer/app/use-claims.ts";
import { useWords } from "#renderer/app/words.tsx";
import { receiveFiles } from "#renderer/work/receive-files.ts";
import { EmptyState } from "#renderer/ui/empty-state.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { Section } from "#renderer/ui/section.tsx";
import { SideSheet } from "#renderer/ui/side-sheet.tsx";
import { ChooseFiles } from "./choose-files.tsx";
import { FileChecklist } from "./file-checklist.tsx";
import { HeldFiles } from "./held-files.tsx";
import { OddRetention } from "./odd-retention.tsx";
import { openForFiles, takeOutFiles } from "./put-files.ts";
import { useTakingBack } from "./use-taking-back.ts";

/** The files of a batch: its author puts them in and takes them out, the center counts them in. */
export function BatchFiles({ batch, files }: { batch: Batch; files: readonly ArchiveFile[] }) {
  const work = useWork();
  const all = useWords();
  const words = all.batches;
  const format = useFormat();
  const [adding, setAdding] = useState(false);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const { role } = work.profile;
  const fills = openForFiles(batch.state) && may(role, "make-batch");
  const receives = openForCounting(batch.state) && may(role, "receive");
  const chosen = files.filter((file) => picked.has(file.id));
  const received = files.filter((file) => file.receivedAt !== "");
  const claims = useClaims(batch.id);
  const tell = useTakingBack(batch.id);
  const run = (task: Promise<void>) => {
    setBusy(true);
    task.catch((error: unknown) => notifyFault(all, error)).finally(() => setBusy(false));
  };
  const takeOut = () =>
    run(
      takeOutFiles(
        work,
        batch.id,
        chosen.map((file) => file.id),
      ).then(({ changed, changes }) => {
        setPicked(new Set());
        tell(words.takenOut(format.count(changed)), changes, openForFiles);
      }),
    );
  const receive = (ids: readonly string[], now: boolean) =>
    run(
      receiveFiles(work, ids, now).then(({ changed, changes }) => {
        // One tick is taken back by the same box.
        if (ids.length > 1) tell(words.receivedNow(format.count(changed)), changes, openForCounting);
      }),
    );
  const waiting = files.filter((file) => file.receivedAt === "").map((file) => file.id);
  const add = fills && (
    <Button leftSection={<IconPlus size="1.1rem" />} onClick={() => setAdding(true)}>
      {words.addFiles}
    </Button>
  );
  return (
    <Section
      title={words.files}
      hint={receives ? words.receiveHint : openForFiles(batch.state) ? "" : words.closedForFiles}
      actions={
        files.length > 0 && (
          <>
            {fills && (
              <ExplainedButton
                variant="default"
                loading={busy}
                reason={chosen.length === 0 ? words.takeOutNone : undefined}
                onClick={takeOut}
              >
                {words.takeOut(format.count(chosen.length))}
              </ExplainedButton>
            )}
            {add}
            {receives && waiting.length > 0 && (
              <Button variant="light" loading={busy} onClick={() => receive(waiting, true)}>
                {words.receiveAll}
              </Button>
            )}
          </>
        )
      }
    >
      {files.length === 0 ? (
        <EmptyState Icon={IconFiles} title={words.noFiles} hint={words.noFilesHint}>
          {add}
        </EmptyState>
      ) : (
        <>
          <Group gap="lg" mb="xs">
            <Text c="dimmed" className="figures" role="status">
              {openForFiles(batch.state)
                ? words.fileCount(format.count(files.length))
                : words.receivedCount(format.count(received.length), format.count(files.length))}
            </Text>
          </Group>
          <HeldFiles files={files} />
          <OddRetention files={files} onPick={fills ? (ids) => setPicked(new Set(ids)) : undefined} />
          <FileChecklist
            files={files}
            label={words.files}
            height="32rem"
            isTicked={(file) => (fills ? picked.has(file.id) : file.receivedAt !== "")}
            nameTick={fills ? words.select : words.received}
            reason={words.notCounting}
            renderEnd={(file) => (
              <Group gap="xs">
                <ClaimControl batch={batch} file={file} claims={claims} />
                <HoldControl compact collection="files" record={file} />
              </Group>
            )}
            onTick={
              fills
                ? (file, ticked) => setPicked(withMember(picked, file.id, ticked))
                : receives
                  ? (file, ticked) => receive([file.id], ticked)
                  : undefined
            }
          />
        </>
      )}
      {adding && (
        <SideSheet title={words.addFiles} close={all.common.close} onClose={() => setAdding(false)}>
          <ChooseFiles batchId={batch.id} onDone={() => setAdding(false)} />
        </SideSheet>
      )}
    </Section>
  );
}

function openForCounting(state: Batch["state"]): boolean {
  return state === "received" || state === "capturing";
}

function withMember(members: ReadonlySet<string>, id: string, member: boolean): ReadonlySet<string> {
  const next = new Set(members);
  if (member) next.add(id);
  else next.delete(id);
  return next;
}
