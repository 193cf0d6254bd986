import { Button, Group, Stack, Text } from "@mantine/core";
import {
  IconBan,
  IconCircleCheck,
  IconClock,
  IconClockExclamation,
  IconClockPause,
  IconFileAlert,
} from "@tabler/icons-react";
import { isOff, type MeasuredClock } from "#shared/base/clock-drift.ts";
import type { PortalDevice } from "#shared/contract/portal-admin.ts";
import type { RulesEdition } from "#shared/rules/signed-pack.ts";
import { useFormat } from "#renderer/app/format.ts";
import { tellSpan } from "#renderer/app/tell-span.ts";
import { useWords } from "#renderer/app/words.tsx";
import { StateBadge } from "#renderer/ui/state-badge.tsx";
import { tellEdition } from "./tell-edition.ts";

export const deviceStates = ["active", "quiet", "never", "revoked"] as const;

export type DeviceState = (typeof deviceStates)[number];

const looks = {
  active: { Icon: IconCircleCheck, color: "green" },
  quiet: { Icon: IconClockPause, color: "yellow" },
  never: { Icon: IconClock, color: "gray" },
  revoked: { Icon: IconBan, color: "red" },
} as const satisfies Record<DeviceState, object>;

/** A machine: whose it is, when it last asked, what of it is not in the store; why it was shut out where it was. */
export function DeviceRow(props: {
  device: PortalDevice;
  state: DeviceState;
  /** What the province hands out. */
  handed: RulesEdition & { needs: string };
  onRevoke: () => void;
}) {
  const { device, state } = props;
  const { portal, common } = useWords();
  const words = portal.admin.devices;
  const name = device.name || device.id;
  const { Icon, color } = looks[state];
  return (
    <Group
      component="article"
      aria-label={name}
      align="flex-start"
      justify="space-between"
      gap="md"
      py="md"
      style={{ borderBottom: "1px solid var(--mantine-color-default-border)" }}
    >
      <Stack gap="0.35rem" flex="1 1 20rem" miw={0}>
        <Group gap="sm">
          <Text fw={600} style={{ overflowWrap: "anywhere" }}>
            {name}
          </Text>
          <StateBadge Icon={Icon} color={color} label={words.states[state]} />
        </Group>
        <Text size="sm">
          {device.unitName} · {common.roles[device.role]}
        </Text>
        <Facts device={device} />
        {state !== "revoked" && (device.tooOld || device.rules?.behind === true) && (
          <OldRules handed={props.handed} tooOld={device.tooOld} />
        )}
        {state !== "revoked" && device.clock && <WrongClock clock={device.clock} />}
        {state === "revoked" && <Left device={device} />}
      </Stack>
      {state !== "revoked" && (
        <Button
          variant="default"
          size="compact-md"
          aria-label={words.revokeOf(name)}
          onClick={props.onRevoke}
        >
          {words.revoke}
        </Button>
      )}
    </Group>
  );
}

function Facts({ device }: { device: PortalDevice }) {
  const words = useWords().portal.admin.devices;
  const { count, time } = useFormat();
  const { held, refused, clock, rules } = device;
  const applied = rules === undefined ? "" : tellEdition(rules, words, count);
  const facts = [
    [words.seen, device.seenAt === "" ? words.neverSeen : time(device.seenAt)],
    [words.version, device.version || words.unknown],
    [words.rules, applied],
    [words.aside, held + refused === 0 ? words.allIn : words.asideOf(count(held), count(refused))],
    [words.clock, clock === undefined || isOff(clock.aheadMs) ? "" : words.clockRight(time(clock.at))],
    [words.enrolled, time(device.enrolledAt)],
    [words.id, device.id],
  ];
  return (
    <Group gap="0.15rem 1.25rem">
      {facts
        .filter(([, value]) => value !== "")
        .map(([name, value]) => (
          <Text key={name} size="sm" c="dimmed" className="figures" style={{ overflowWrap: "anywhere" }}>
            {name}: {value}
          </Text>
        ))}
    </Group>
  );
}

/** What the province handed out since has not come here, or cannot be applied by so old a program: told, for who plans by it. */
function OldRules({ handed, tooOld }: { handed: RulesEdition & { needs: string }; tooOld: boolean }) {
  const words = useWords().portal.admin.devices;
  const { count } = useFormat();
  return (
    <Group gap="0.4rem" wrap="nowrap" align="flex-start">
      <IconFileAlert
        size="1.15rem"
        color="var(--mantine-color-yellow-text)"
        aria-hidden
        style={{ flexShrink: 0, marginTop: "0.1rem" }}
      />
      <Text size="sm">
        {tooOld ? words.tooOld(handed.needs) : words.rulesBehind(tellEdition(handed, words, count))}
      </Text>
    </Group>
  );
}

/** A clock that is off, in words, with when that was seen; nothing of what the machine sends is held up by it. */
function WrongClock({ clock: { aheadMs, at } }: { clock: MeasuredClock }) {
  const { portal, clock } = useWords();
  const { time } = useFormat();
  if (!isOff(aheadMs)) return null;
  const words = portal.admin.devices;
  const told = aheadMs > 0 ? words.clockFast : words.clockSlow;
  return (
    <Group gap="0.4rem" wrap="nowrap" align="flex-start">
      <IconClockExclamation
        size="1.15rem"
        color="var(--mantine-color-yellow-text)"
        aria-hidden
        style={{ flexShrink: 0, marginTop: "0.1rem" }}
      />
      <Text size="sm">{told(tellSpan(aheadMs, clock), time(at))}</Text>
    </Group>
  );
}

function Left({ device: { revokedAt, revokedBy, reason } }: { device: PortalDevice }) {
  const words = useWords().portal.admin.devices;
  const { time } = useFormat();
  const by = revokedBy === "" ? words.unknown : revokedBy === "command" ? words.byCommand : revokedBy;
  return (
    <Text size="sm">
      {words.revoked(time(revokedAt), by)}
      {reason !== "" && `. ${words.reasonOf(reason)}`}
    </Text>
  );
}
