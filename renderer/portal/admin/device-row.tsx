import { Button, Group, Stack, Text } from "@mantine/core";
import { IconBan, IconCircleCheck, IconClock, IconClockPause } from "@tabler/icons-react";
import type { PortalDevice } from "#shared/contract/portal-admin.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { StateBadge } from "#renderer/ui/state-badge.tsx";

export const deviceStates = ["active", "quiet", "never", "revoked"] as const;

export type DeviceState = (typeof deviceStates)[number];

const looks = {
  active: { Icon: IconCircleCheck, color: "green" },
  quiet: { Icon: IconClockPause, color: "yellow" },
  never: { Icon: IconClock, color: "gray" },
  revoked: { Icon: IconBan, color: "red" },
} as const satisfies Record<DeviceState, object>;

/** A machine: whose it is, when it last asked, what of it is not in the store; why it was shut out where it was. */
export function DeviceRow(props: { device: PortalDevice; state: DeviceState; onRevoke: () => void }) {
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
  const { held, refused } = device;
  const facts = [
    [words.seen, device.seenAt === "" ? words.neverSeen : time(device.seenAt)],
    [words.version, device.version || words.unknown],
    [words.aside, held + refused === 0 ? words.allIn : words.asideOf(count(held), count(refused))],
    [words.enrolled, time(device.enrolledAt)],
    [words.id, device.id],
  ];
  return (
    <Group gap="0.15rem 1.25rem">
      {facts.map(([name, value]) => (
        <Text key={name} size="sm" c="dimmed" className="figures" style={{ overflowWrap: "anywhere" }}>
          {name}: {value}
        </Text>
      ))}
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
