import { Alert, Button, Group, Text } from "@mantine/core";
import { IconAlertTriangle, IconInfoCircle, IconPlayerPause, IconQrcodeOff } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { Batch } from "#shared/archive/batch.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import type { StationTab } from "./station-tabs.tsx";
import type { StationState } from "./use-station.ts";

/** What an operator must know on every tab, a line each; its details are on the tab it leads to. */
export function StationNotices(props: {
  batch: Batch;
  state: StationState;
  tab: StationTab;
  onGo: (tab: StationTab) => void;
}) {
  const words = useWords();
  const { notices } = words.station;
  const { count } = useFormat();
  const { batch, state, tab, onGo } = props;
  const isOpen = batch.state === "capturing";
  const [latest] = state.sessions;
  const missed = state.matching?.suspected.length ?? 0;
  const look = (to: StationTab) => (
    <Button size="compact-md" variant="default" onClick={() => onGo(to)}>
      {notices.look}
    </Button>
  );
  return (
    <>
      {!isOpen && (
        <Notice Icon={IconInfoCircle} color="yellow">
          {batch.state === "received"
            ? words.capture.notStarted
            : words.capture.closedState(words.common.batchStates[batch.state])}
        </Notice>
      )}
      {state.jobs.value?.paused && (
        <Notice Icon={IconPlayerPause} color="yellow">
          {words.capture.queue.paused}
        </Notice>
      )}
      {isOpen && tab !== "take" && latest?.state === "failed" && latest.fault !== "" && (
        <Notice Icon={IconAlertTriangle} color="red" action={look("take")}>
          {`${latest.deviceName}: ${words.faults[latest.fault].what}`}
        </Notice>
      )}
      {isOpen && tab !== "take" && latest?.state === "interrupted" && (
        <Notice Icon={IconAlertTriangle} color="yellow" action={look("take")}>
          {notices.stoppedEarly(latest.deviceName)}
        </Notice>
      )}
      {isOpen && tab !== "items" && missed > 0 && (
        <Notice Icon={IconQrcodeOff} color="orange" action={look("items")}>
          {notices.missed(count(missed))}
        </Notice>
      )}
    </>
  );
}

function Notice(props: { Icon: typeof IconInfoCircle; color: string; action?: ReactNode; children: string }) {
  const { Icon, color, action, children } = props;
  return (
    <Alert icon={<Icon aria-hidden />} color={color} variant="light" role="status" py="sm">
      <Group justify="space-between" gap="sm">
        <Text miw={0} flex="1 1 16rem">
          {children}
        </Text>
        {action}
      </Group>
    </Alert>
  );
}
