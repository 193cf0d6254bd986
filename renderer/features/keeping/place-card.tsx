import { Group, Paper, Stack, Text } from "@mantine/core";
import { IconLock, IconPlugConnected, IconPlugConnectedX } from "@tabler/icons-react";
import { faultCodes } from "#shared/contract/fault.ts";
import type { DrillReport, Generation, PlaceReport } from "#shared/contract/keeping.ts";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { FaultNotice } from "#renderer/ui/fault-notice.tsx";
import { KeyValues } from "#renderer/ui/key-values.tsx";
import { StateBadge } from "#renderer/ui/state-badge.tsx";
import { useDoing } from "#renderer/app/use-doing.ts";
import { Verdict } from "./verdict.tsx";

/** One place of backups: whether its disk is here, what is on it, and what can be done with it. */
export function PlaceCard({ place, busy }: { place: PlaceReport; busy: boolean }) {
  const all = useWords();
  const words = all.keeping.backups;
  const format = useFormat();
  const desk = useDesk();
  const { id, folder, generations, present } = place;
  const backing = useDoing<Generation>();
  const drilling = useDoing<DrillReport>();
  const newest = generations[0];
  const reason = busy ? all.keeping.busyReason : present ? undefined : words.absentReason;
  const problem = faultCodes.find((code) => code === place.problem);
  return (
    <Paper withBorder p="md" radius="md" component="article" aria-label={folder}>
      <Stack gap="sm">
        <Group justify="space-between" gap="sm">
          <Text fw={600} style={{ overflowWrap: "anywhere" }}>
            {folder}
          </Text>
          <Group gap="xs">
            {place.sealed && <StateBadge Icon={IconLock} label={words.sealed} color="blue" />}
            <StateBadge
              Icon={present ? IconPlugConnected : IconPlugConnectedX}
              label={present ? words.present : words.absent}
              color={present ? "lacquer" : "red"}
            />
          </Group>
        </Group>
        {place.sealed && place.present && (
          <Text size="sm" c="dimmed">
            {place.recoverable ? words.recoverable : words.unrecoverable}
          </Text>
        )}
        {place.sameDisk && <Verdict kind="note" title={words.sameDisk} />}
        {problem && !backing.busy && <FaultNotice {...all.faults[problem]} />}
        <KeyValues
          rows={[
            { name: words.last, value: place.lastAt === "" ? all.keeping.never : format.time(place.lastAt) },
            { name: words.kept, value: format.count(generations.length) },
            { name: words.free, value: present ? format.bytes(place.free) : "" },
          ]}
        />
        {backing.value && (
          <Verdict
            kind={backing.value.lacking > 0 ? "note" : "good"}
            title={words.done(format.count(backing.value.records), format.count(backing.value.objects))}
            more={backing.value.lacking > 0 ? [words.lacking(format.count(backing.value.lacking))] : []}
          />
        )}
        {drilling.value && <DrillVerdict drill={drilling.value} />}
        {backing.error !== undefined && !problem && <FaultView error={backing.error} />}
        {drilling.error !== undefined && <FaultView error={drilling.error} />}
        <Group>
          <ExplainedButton
            reason={reason}
            loading={backing.busy}
            onClick={() => backing.start(() => desk.call("keeping.backup", { id }))}
          >
            {words.now}
          </ExplainedButton>
          <ExplainedButton
            variant="default"
            reason={reason ?? (newest ? undefined : words.drillReason)}
            loading={drilling.busy}
            onClick={() => drilling.start(() => desk.call("keeping.drill", { id }))}
          >
            {words.drill}
          </ExplainedButton>
          <ExplainedButton
            variant="subtle"
            reason={busy ? all.keeping.busyReason : undefined}
            onClick={() => void desk.call("keeping.leavePlace", { id })}
          >
            {words.leave}
          </ExplainedButton>
        </Group>
        <Text size="sm" c="dimmed">
          {words.drillHint} {words.leaveHint}
        </Text>
      </Stack>
    </Paper>
  );
}

/** What came of a restore drill, in a sentence. */
export function DrillVerdict({ drill }: { drill: DrillReport }) {
  const words = useWords().keeping.backups;
  const format = useFormat();
  const records = format.count(drill.records);
  const objects = format.count(drill.objects);
  if (drill.whole) return <Verdict kind="good" title={words.drilled(records, objects)} />;
  return (
    <Verdict
      kind="bad"
      title={
        drill.chainHolds
          ? words.drillFailed(format.count(drill.wrongCount), records, objects)
          : words.drillBroken
      }
      more={[words.drillNext]}
    />
  );
}
