import { Anchor, Button, Group, Paper, Progress, Stack, Text } from "@mantine/core";
import {
  IconAlertTriangle,
  IconCheck,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerStop,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import { Link } from "wouter";
import type { ScanSession } from "#shared/contract/scan.ts";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";
import { useWords } from "#renderer/app/words.tsx";
import { useCountedLook } from "./counted-badge.tsx";
import classes from "./station.module.css";
import type { StationState } from "./use-station.ts";

/** What happens now, in one line of sight above every tab: what is taken, into what, how far, and the machine's work. */
export function StationNow(props: {
  batchId: string;
  state: StationState;
  toItem: (itemId: string) => string;
}) {
  const { now } = useWords().station;
  const { batchId, state, toItem } = props;
  return (
    <Paper component="section" withBorder radius="md" aria-label={now.title} className={classes["now"]}>
      <Taking sessions={state.sessions} />
      <Receiving state={state} toItem={toItem} />
      <Whole batchId={batchId} />
      <Machine jobs={state.jobs.value} onChanged={state.jobs.ask} />
    </Paper>
  );
}

function Part({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
  return (
    <Stack gap="0.3rem" className={classes["part"]} role="group" aria-label={title}>
      <Group justify="space-between" wrap="nowrap" gap="xs" mih="1.9rem">
        <Text size="sm" c="dimmed">
          {title}
        </Text>
        {action}
      </Group>
      {children}
    </Stack>
  );
}

function Figure({ children, color }: { children: ReactNode; color?: string | undefined }) {
  return (
    <Text
      span
      className="figures"
      fz="1.35rem"
      fw={700}
      lh={1.25}
      style={{ whiteSpace: "nowrap" }}
      {...(color ? { c: color } : {})}
    >
      {children}
    </Text>
  );
}

function Taking({ sessions }: { sessions: readonly ScanSession[] }) {
  const words = useWords();
  const { station, scan } = words;
  const { count, time } = useFormat();
  const desk = useDesk();
  const feeding = sessions.filter(({ state }) => state === "feeding");
  const [latest] = sessions;
  if (feeding.length > 0)
    return (
      <Part title={station.now.taking}>
        {feeding.map((one) => (
          <Group key={one.id} justify="space-between" wrap="nowrap" gap="xs" align="flex-start">
            <Stack gap={0} miw={0}>
              <Group gap="0.4rem" wrap="nowrap">
                <span className={classes["pulse"]} aria-hidden />
                <Figure>{scan.saved(count(one.saved))}</Figure>
              </Group>
              <Text size="sm" truncate title={one.deviceName}>
                {one.deviceName}
              </Text>
            </Stack>
            <Button
              size="compact-md"
              color="red"
              variant="outline"
              flex="none"
              leftSection={<IconPlayerStop size="1rem" aria-hidden />}
              aria-label={`${scan.stop}: ${one.deviceName}`}
              onClick={() => {
                desk
                  .call("scan.stop", { sessionId: one.id })
                  .catch((error: unknown) => notifyFault(words, error));
              }}
            >
              {scan.stop}
            </Button>
          </Group>
        ))}
      </Part>
    );
  if (!latest)
    return (
      <Part title={station.now.taking}>
        <Text fw={600}>{station.now.quiet}</Text>
        <Text size="sm" c="dimmed">
          {station.now.quietHint}
        </Text>
      </Part>
    );
  return (
    <Part title={station.now.last}>
      <Figure>{scan.saved(count(latest.saved))}</Figure>
      <Text size="sm" truncate title={latest.deviceName}>
        {[scan.states[latest.state], time(latest.endedAt || latest.startedAt), latest.deviceName].join(" · ")}
      </Text>
    </Part>
  );
}

/** The item that pages go into, with the counter an operator lives by: 37/40 leaves. */
function Receiving({ state, toItem }: { state: StationState; toItem: (itemId: string) => string }) {
  const { now } = useWords().station;
  const { sessions, matching, documents } = state;
  const feeding = sessions.find((one) => one.state === "feeding");
  const itemId = feeding && feeding.itemId !== "" ? feeding.itemId : (matching?.latestItemId ?? "");
  const counted = matching?.items.find((one) => one.itemId === itemId);
  const document = documents?.find(({ item }) => item.id === itemId);
  if (!counted || !document)
    return (
      <Part title={now.item}>
        <Text fw={600}>{now.noItem}</Text>
        <Text size="sm" c="dimmed">
          {now.noItemHint}
        </Text>
      </Part>
    );
  // While pages still come, too few is no fault yet.
  return (
    <Part title={now.item}>
      <Counter counted={counted} ended={!feeding && counted.state === "over"} />
      <Anchor component={Link} href={toItem(itemId)} size="sm" lineClamp={1} title={document.item.subject}>
        {`${document.file.code}.${document.item.ordinal} · ${document.item.subject}`}
      </Anchor>
    </Part>
  );
}

function Counter(props: Parameters<typeof useCountedLook>[0]) {
  const { text, color, isWrong, isWhole, said } = useCountedLook(props);
  return (
    <Group gap="0.4rem" wrap="nowrap" title={said}>
      {isWrong && <IconAlertTriangle size="1.2rem" color="var(--mantine-color-red-text)" aria-hidden />}
      {isWhole && <IconCheck size="1.2rem" color="var(--mantine-color-lacquer-text)" aria-hidden />}
      <Figure color={color === "gray" ? undefined : `var(--mantine-color-${color}-text)`}>{text}</Figure>
    </Group>
  );
}

function Whole({ batchId }: { batchId: string }) {
  const { now } = useWords().station;
  const { count } = useFormat();
  const desk = useDesk();
  const whole = useAskedAgain(
    `completeness/${batchId}`,
    () => desk.call("batches.completeness", { batchId }),
    ["records.changed"],
  ).value;
  const { items: found = 0, pages = 0 } = whole?.captured ?? {};
  const { items: listed = 0, pages: listedPages = 0 } = whole?.listed ?? {};
  const items = now.batchItems(count(found), count(listed));
  return (
    <Part title={now.batch}>
      <Figure>{now.batchPages(count(pages), count(listedPages))}</Figure>
      <Bar value={found} total={listed} label={items} />
      <Text size="sm" className="figures">
        {items}
      </Text>
    </Part>
  );
}

function Machine(props: { jobs: StationState["jobs"]["value"]; onChanged: () => void }) {
  const words = useWords();
  const { now } = words.station;
  const { queue } = words.capture;
  const { count } = useFormat();
  const desk = useDesk();
  const { jobs, onChanged } = props;
  if (!jobs) return <Part title={now.machine}>{null}</Part>;
  const { total, paused } = jobs;
  const open = total.waiting + total.running;
  const all = open + total.done + total.held;
  const note = open === 0 ? queue.idle : queue.progress(count(total.done), count(all));
  const pause = () => {
    desk
      .call("jobs.pause", { paused: !paused })
      .then(onChanged, (error: unknown) => notifyFault(words, error));
  };
  return (
    <Part
      title={now.machine}
      action={
        <Button
          size="compact-sm"
          variant="default"
          flex="none"
          leftSection={
            paused ? <IconPlayerPlay size="1rem" aria-hidden /> : <IconPlayerPause size="1rem" aria-hidden />
          }
          onClick={pause}
        >
          {paused ? queue.resume : queue.pause}
        </Button>
      }
    >
      <Text fw={600} className="figures">
        {note}
      </Text>
      <Bar value={open === 0 ? 1 : total.done} total={open === 0 ? 1 : all} label={note} />
      {total.running > 0 && (
        <Text size="sm" className="figures">
          {queue.running(count(total.running))}
        </Text>
      )}
    </Part>
  );
}

function Bar({ value, total, label }: { value: number; total: number; label: string }) {
  return (
    <Progress
      value={total > 0 ? Math.min(100, (value / total) * 100) : 0}
      color={total > 0 && value >= total ? "lacquer" : "yellow"}
      size="md"
      aria-label={label}
    />
  );
}
