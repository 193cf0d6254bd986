import { Anchor, Badge, Button, Group, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { Link } from "wouter";
import type { HeldClaim } from "#shared/contract/claims.ts";
import { toBatch } from "#renderer/app/addresses.ts";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useClaims } from "#renderer/app/use-claims.ts";
import { useWords } from "#renderer/app/words.tsx";
import { Section } from "#renderer/ui/section.tsx";

/** What the person at work took on, with the way to it, and what another has instead; nothing where there is none. */
export function MyWork() {
  const words = useWords().claims;
  const { count } = useFormat();
  const mine = useClaims().filter(({ own }) => own);
  if (mine.length === 0) return null;
  const standing = mine.filter(({ stand }) => stand === "standing").length;
  return (
    <Section title={words.myWork(count(standing))} hint={words.myWorkHint}>
      <Stack gap="sm">
        {mine.map((claim) => (
          <Line key={claim.note.id} claim={claim} />
        ))}
      </Stack>
    </Section>
  );
}

const places = {
  preparing: toBatch,
  capturing: (batchId: string) => `/capture/${batchId}`,
  checking: (batchId: string) => `/check/${batchId}`,
};

function Line({ claim }: { claim: HeldClaim }) {
  const { note, station, stand, batch, fileCode, other, until } = claim;
  const desk = useDesk();
  const all = useWords();
  const words = all.claims;
  const { time } = useFormat();
  const stands = stand === "standing";
  const label = fileCode === "" ? words.batch(batch.number) : words.file(fileCode);
  const release = () =>
    void desk.call("claims.release", { id: note.id }).then(
      () => notifications.show({ message: stands ? words.released(label) : words.setAside }),
      (error: unknown) => notifyFault(all, error),
    );
  return (
    <Group justify="space-between" gap="sm" wrap="nowrap" align="flex-start">
      <div>
        <Group gap="xs">
          <Badge variant="light" tt="none" color={stands ? "lacquer" : "orange"}>
            {words.stations[station]}
          </Badge>
          <Anchor component={Link} href={places[station](batch.id)} fw={600}>
            {fileCode === ""
              ? `${label} · ${batch.name}`
              : `${label} · ${words.batch(batch.number)} ${batch.name}`}
          </Anchor>
        </Group>
        <Text size="sm" c="dimmed">
          {stands
            ? words.until(time(note.at), time(until))
            : stand === "expired" || !other
              ? words.expired(time(until))
              : words[stand === "lost" ? "lost" : "takenOver"](other.by, other.machine, time(other.at))}
        </Text>
      </div>
      <Button
        size="compact-md"
        variant="default"
        aria-label={stands ? words.releaseOf(label) : `${words.understood}: ${label}`}
        onClick={release}
      >
        {stands ? words.release : words.understood}
      </Button>
    </Group>
  );
}
