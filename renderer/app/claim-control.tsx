import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconUserCheck, IconUsers } from "@tabler/icons-react";
import { useState } from "react";
import type { Batch } from "#shared/archive/batch.ts";
import { claimStationOf, refuseClaim } from "#shared/archive/claim.ts";
import type { ArchiveFile } from "#shared/archive/file.ts";
import type { HeldClaim } from "#shared/contract/claims.ts";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk, useWork } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { ReasonDialog } from "#renderer/ui/reason-dialog.tsx";
import { StateBadge } from "#renderer/ui/state-badge.tsx";

/**
 * Who works on a batch or on one of its files at the station it is at, on which machine, since when; takes it on, lets it
 * go, or takes it over with a reason. Nothing where a batch is at no station.
 */
export function ClaimControl(props: { batch: Batch; file?: ArchiveFile; claims: readonly HeldClaim[] }) {
  const { batch, file, claims } = props;
  const desk = useDesk();
  const { profile } = useWork();
  const all = useWords();
  const words = all.claims;
  const { time } = useFormat();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const subjectId = file?.id ?? batch.id;
  const label = file ? words.file(file.code) : words.batch(batch.number);
  const station = claimStationOf(batch.state);
  const here = claims.filter(({ note }) => note.subjectId === subjectId);
  const standing = here.filter((one) => one.stand === "standing" && one.station === station);
  const mine = standing.find(({ own }) => own);
  const others = standing.filter(({ own }) => !own);
  const told = here.filter(({ own, stand }) => own && stand !== "standing");
  if (!station && told.length === 0) return null;
  const run = (task: Promise<string | undefined>) => {
    setBusy(true);
    setAsking(false);
    task
      .then(
        (message) => message !== undefined && notifications.show({ message }),
        (error: unknown) => notifyFault(all, error),
      )
      .finally(() => setBusy(false));
  };
  const take = (reason: string) => {
    if (!station) return;
    const subject = file ? ("files" as const) : ("batches" as const);
    run(
      desk
        .call("claims.take", { subject, subjectId, station, reason })
        .then(({ refusal }) => (refusal === "" ? words.taken(label) : words.refusals[refusal])),
    );
  };
  const release = (id: string, said: string) => run(desk.call("claims.release", { id }).then(() => said));
  const refusal =
    station && refuseClaim(batch, station, { by: profile.name, role: profile.role, reason: "-" }, []);
  return (
    <Stack gap="xs" miw={0}>
      {told.map(({ note, stand, other, until }) => (
        <Alert key={note.id} color="orange" variant="light" py="xs" icon={<IconUsers aria-hidden />}>
          <Group gap="sm" justify="space-between">
            <Text size="sm">
              {stand === "expired" || !other
                ? words.expired(time(until))
                : words[stand === "lost" ? "lost" : "takenOver"](other.by, other.machine, time(other.at))}
            </Text>
            <Button
              size="compact-md"
              variant="default"
              loading={busy}
              onClick={() => release(note.id, words.setAside)}
            >
              {words.understood}
            </Button>
          </Group>
        </Alert>
      ))}
      <Group gap="xs">
        {standing.map(({ note, machine, own, until }) => (
          <div key={note.id}>
            <StateBadge
              Icon={own ? IconUserCheck : IconUsers}
              label={own ? words.mine : words.by(note.by)}
              color={own ? "lacquer" : "blue"}
            />
            <Text size="sm" c="dimmed">
              {own ? words.until(time(note.at), time(until)) : words.since(machine, time(note.at))}
            </Text>
          </div>
        ))}
        {station && !mine && (
          <ExplainedButton
            variant="default"
            {...(file ? { size: "compact-sm" } : {})}
            loading={busy}
            aria-label={others.length > 0 ? words.takeOverOf(label) : words.takeOf(label)}
            reason={refusal && words.refusals[refusal]}
            onClick={() => (others.length > 0 ? setAsking(true) : take(""))}
          >
            {others.length > 0 ? words.takeOver : words.take}
          </ExplainedButton>
        )}
        {mine && (
          <Button
            variant="default"
            {...(file ? { size: "compact-sm" } : {})}
            loading={busy}
            aria-label={words.releaseOf(label)}
            onClick={() => release(mine.note.id, words.released(label))}
          >
            {words.release}
          </Button>
        )}
      </Group>
      {asking && (
        <ReasonDialog
          title={words.takeOverOf(label)}
          hint={words.takeOverHint(others.map(({ note }) => note.by).join(", "))}
          label={all.batches.reason}
          confirm={words.takeOver}
          cancel={all.common.cancel}
          maxLength={500}
          onConfirm={take}
          onClose={() => setAsking(false)}
        />
      )}
    </Stack>
  );
}
