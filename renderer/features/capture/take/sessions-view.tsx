import { Badge, Box, Button, Group, List, Stack, Text } from "@mantine/core";
import { IconCircleCheck, IconPlayerPlay, IconPlayerStop, IconScan } from "@tabler/icons-react";
import { notifications } from "@mantine/notifications";
import type { ScanSession } from "#shared/contract/scan.ts";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";
import { useWords } from "#renderer/app/words.tsx";
import { EmptyState } from "#renderer/ui/empty-state.tsx";
import { FaultNotice } from "#renderer/ui/fault-notice.tsx";
import { SidesChoice } from "#renderer/features/capture/sides-choice.tsx";
import { SavedPages } from "./saved-pages.tsx";

const colours: Record<ScanSession["state"], string> = {
  feeding: "blue",
  ended: "lacquer",
  stopped: "gray",
  failed: "red",
  interrupted: "yellow",
};

/** The stretches of taking pages: those under way and the latest at large, the earlier ones as lines. */
export function SessionsView({ sessions }: { sessions: readonly ScanSession[] }) {
  const { scan } = useWords();
  const shown = sessions.filter((one, at) => at === 0 || one.state === "feeding");
  const earlier = sessions.filter((one) => !shown.includes(one)).slice(0, 5);
  if (sessions.length === 0)
    return <EmptyState Icon={IconScan} title={scan.nothingYet} hint={scan.nothingYetHint} />;
  return (
    <Stack gap="lg" miw={0}>
      {shown.map((session) => (
        <SessionView key={session.id} session={session} />
      ))}
      {earlier.length > 0 && (
        <Stack gap="xs">
          <Text fw={600}>{scan.earlier}</Text>
          <List spacing="0.3rem" listStyleType="none">
            {earlier.map((session) => (
              <List.Item key={session.id}>
                <EarlierLine session={session} />
              </List.Item>
            ))}
          </List>
        </Stack>
      )}
    </Stack>
  );
}

function EarlierLine({ session }: { session: ScanSession }) {
  const { scan } = useWords();
  const { count, time } = useFormat();
  return (
    <Text size="sm">
      {`${time(session.startedAt)} · ${session.deviceName} · ${scan.states[session.state]} · ${scan.saved(count(session.saved))}`}
    </Text>
  );
}

function SessionView({ session }: { session: ScanSession }) {
  const words = useWords();
  const { scan } = words;
  const { count, time } = useFormat();
  const desk = useDesk();
  const pages = useAskedAgain(
    `scan-pages/${session.id}`,
    () => desk.call("scan.pages", { sessionId: session.id, last: 100 }),
    ["scan.changed"],
  );
  const { kind, deviceId, documentClass, settings, batchId, itemId } = session;
  const fail = (error: unknown) => notifyFault(words, error);
  const device = { kind, id: deviceId };
  const goOn = () => {
    const input = { device, documentClass, settings, batchId, itemId, sessionId: session.id };
    desk.call("scan.start", input).catch(fail);
  };
  const again = kind !== "camera" && session.state !== "feeding" && (
    <Button leftSection={<IconPlayerPlay size="1.1rem" />} onClick={goOn}>
      {scan.resume}
    </Button>
  );
  const last = pages.value?.at(-1);
  return (
    <Stack gap="sm" role="group" aria-label={session.deviceName}>
      <Group justify="space-between" gap="sm" align="flex-start">
        <Stack gap={0} miw={0} flex="1 1 12rem">
          <Text fw={600} style={{ overflowWrap: "anywhere" }}>
            {session.deviceName}
          </Text>
          <Text size="sm" c="dimmed">
            {scan.startedBy(session.startedBy, time(session.startedAt))}
          </Text>
        </Stack>
        <Badge color={colours[session.state]} variant="light" size="lg" tt="none">
          {scan.states[session.state]}
        </Badge>
      </Group>
      <Group gap="md" role="status" aria-live="polite">
        <Group gap="0.35rem">
          <IconCircleCheck size="1.3rem" color="var(--mantine-color-lacquer-text)" aria-hidden />
          <Text fw={700} fz="1.25rem" className="figures">
            {scan.saved(count(session.saved))}
          </Text>
        </Group>
        <Text className="figures">{scan.placed(count(session.placed))}</Text>
        {session.refused > 0 && (
          <Text className="figures" c="red">
            {scan.refused(count(session.refused))}
          </Text>
        )}
      </Group>
      {session.saved > 0 && (
        <Box maw="20rem">
          <SidesChoice
            label={words.station.sides.stack}
            sides={session.sides}
            onSay={(sides) => {
              const said = ({ pages: changed }: { pages: number }) =>
                notifications.show({ message: words.station.sides.said(count(changed)) });
              desk.call("scan.saySides", { sessionId: session.id, sides }).then(said, fail);
            }}
          />
        </Box>
      )}
      {session.state === "feeding" && (
        <Group>
          <Button
            color="red"
            variant="outline"
            leftSection={<IconPlayerStop size="1.1rem" />}
            onClick={() => void desk.call("scan.stop", { sessionId: session.id }).catch(fail)}
          >
            {scan.stop}
          </Button>
        </Group>
      )}
      {session.state === "failed" && session.fault !== "" && (
        <FaultNotice {...words.faults[session.fault]} action={again} />
      )}
      {session.state === "interrupted" && (
        <FaultNotice
          what={scan.interrupted}
          safe={[scan.interruptedSafe(count(session.saved)), last && scan.lastSaved(last.name)]
            .filter(Boolean)
            .join(" ")}
          next={scan.interruptedNext}
          action={again}
        />
      )}
      {(session.state === "ended" || session.state === "stopped") && <Group>{again}</Group>}
      {pages.value && pages.value.length > 0 && <SavedPages pages={pages.value} />}
    </Stack>
  );
}
