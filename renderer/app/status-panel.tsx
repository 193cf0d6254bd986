import { Button, Drawer, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { Link } from "wouter";
import type { SyncStatus } from "#shared/contract/session.ts";
import { faultCodes } from "#shared/contract/fault.ts";
import { toKeeping, toOutbox } from "#renderer/app/addresses.ts";
import { ClockNotice } from "#renderer/app/clock-notice.tsx";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { PauseUploads } from "#renderer/app/pause-uploads.tsx";
import { useUploads } from "#renderer/app/use-uploads.ts";
import { RefusedRecords } from "#renderer/app/refused-records.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { Line } from "#renderer/app/status-line.tsx";
import { forwardedLine, sayingsOf, type StatusLine } from "#renderer/app/status-words.ts";
import type { Asked } from "#renderer/app/use-asked.ts";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { FaultNotice } from "#renderer/ui/fault-notice.tsx";
import { KeyValues } from "#renderer/ui/key-values.tsx";

/** All figures of saving and sending, the last problem in words, and a button to sync now. */
export function StatusPanel(props: {
  opened: boolean;
  onClose: () => void;
  asked: Asked<SyncStatus>;
  saved: StatusLine;
  sent: StatusLine;
}) {
  const { opened, onClose, asked, saved, sent } = props;
  const words = useWords();
  const desk = useDesk();
  const [round, setRound] = useState<{ busy: boolean; error?: unknown }>({ busy: false });
  const status = asked.value;
  const forwarded = forwardedLine(words.hub.forwarded, useFormat(), status);
  const busy = round.busy || status?.state === "working";
  const syncNow = () => {
    setRound({ busy: true });
    desk
      .call("sync.now", {})
      .then(
        () => setRound({ busy: false }),
        (error: unknown) => setRound({ busy: false, error }),
      )
      .finally(asked.ask);
  };
  const reason = busy
    ? words.shell.status.alreadySyncing
    : status?.state === "off"
      ? words.shell.status.noProvinceReason
      : undefined;
  const problem = faultCodes.find((code) => code === status?.problem);
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      title={words.shell.status.details}
      closeButtonProps={{ "aria-label": words.common.close }}
    >
      <Stack>
        <Line line={saved} wrap />
        <Line line={sent} wrap />
        {forwarded && <Line line={forwarded} wrap />}
        {status && <ClockNotice status={status} />}
        {problem && <FaultNotice {...words.faults[problem]} />}
        {round.error !== undefined && <FaultView error={round.error} />}
        {status && <Figures status={status} />}
        {status && <RefusedRecords status={status} />}
        {status && status.state !== "off" && <Uploading />}
        <ExplainedButton reason={reason} onClick={syncNow}>
          {busy ? words.shell.status.syncing : words.shell.status.syncNow}
        </ExplainedButton>
        <Button component={Link} href={toOutbox} variant="default" onClick={onClose}>
          {words.outbox.open}
        </Button>
        <Button component={Link} href={toKeeping} variant="default" onClick={onClose}>
          {words.keeping.open}
        </Button>
      </Stack>
    </Drawer>
  );
}

function Uploading() {
  return <PauseUploads asked={useUploads()} />;
}

function Figures({ status }: { status: SyncStatus }) {
  const words = sayingsOf(useWords(), status);
  const format = useFormat();
  const of = (sent: number, total: number) => `${format.count(sent)} / ${format.count(total)}`;
  return (
    <>
      <KeyValues
        rows={[
          { name: words.savedRecords, value: format.count(status.savedRecords) },
          { name: words.lastSaved, value: status.savedAt ? format.time(status.savedAt) : words.never },
          { name: words.sentRecords, value: of(status.sentRecords, status.totalRecords) },
          { name: words.sentObjects, value: of(status.sentObjects, status.totalObjects) },
          {
            name: words.sentBytes,
            value: `${format.bytes(status.sentBytes)} / ${format.bytes(status.totalBytes)}`,
          },
          { name: words.refusedRecords, value: format.count(status.refusedRecords) },
          ...(status.heldRecords
            ? [{ name: words.heldRecords, value: format.count(status.heldRecords) }]
            : []),
          ...(status.asideRecords
            ? [{ name: words.aside, value: words.asideCount(format.count(status.asideRecords)) }]
            : []),
          {
            name: words.lastRound,
            value: status.lastRoundAt ? format.time(status.lastRoundAt) : words.never,
          },
        ]}
      />
      {status.state !== "off" && <Text c="dimmed">{status.equal ? words.equal : words.notEqual}</Text>}
    </>
  );
}
