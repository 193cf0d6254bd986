import { Stack } from "@mantine/core";
import type { KeepingStatus } from "#shared/contract/keeping.ts";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import { BackupsPart } from "./backups-part.tsx";
import { DiagnosisPart } from "./diagnosis-part.tsx";
import { DiskPart } from "./disk-part.tsx";
import { JournalPart } from "./journal-part.tsx";
import { ObjectsPart } from "./objects-part.tsx";
import { RestorePart } from "./restore-part.tsx";
import { SealingPart } from "./sealing-part.tsx";
import { TaskLine } from "./task-line.tsx";
import { useKeeping } from "./use-keeping.ts";
import { Verdict } from "./verdict.tsx";

/** The health of this machine's data: what was checked, what is wrong, what is safe, and what to do. */
export function KeepingScreen() {
  const all = useWords();
  const words = all.keeping;
  const { value: status, error } = useKeeping();
  return (
    <Stack maw="62rem">
      <PageHeader
        title={words.title}
        subtitle={words.subtitle}
        back={{ to: "/settings", label: all.settings.title }}
      />
      {error !== undefined && <FaultView error={error} />}
      {status && (
        <>
          <Summary status={status} />
          {status.task && <TaskLine task={status.task} />}
          <BackupsPart status={status} />
          <RestorePart status={status} />
          <JournalPart status={status} />
          <ObjectsPart status={status} />
          <SealingPart sealing={status.sealing} />
          <DiskPart room={status.room} />
          <DiagnosisPart />
        </>
      )}
    </Stack>
  );
}

/** All that wants a look, in one line. */
function Summary({ status }: { status: KeepingStatus }) {
  const words = useWords().keeping;
  const { chain, objects, places, room, drill, sealing } = status;
  const wrong = [
    places.length === 0 && words.backups.none,
    ...places.map((place) =>
      place.present && place.problem === "" ? false : `${place.folder}: ${words.backups.absent}`,
    ),
    places.length > 0 &&
      places.every(({ present, sameDisk }) => !present || sameDisk) &&
      words.backups.sameDisk,
    chain !== null && chain.brokenAt !== null && words.journal.broken(String(chain.brokenAt)),
    objects.damaged + objects.missing > 0 &&
      words.objects.wrongText(String(objects.damaged + objects.missing)),
    sealing.state === "locked" && words.sealing.locked,
    room.state !== "good" && words.disk.states[room.state],
    drill !== null && !drill.whole && words.backups.drillBroken,
  ].filter((line) => line !== false);
  if (wrong.length === 0) return <Verdict kind="good" title={words.good} />;
  return <Verdict kind="note" title={words.attention(wrong.length)} more={wrong} />;
}
