import { Button, Group, Stack, Text } from "@mantine/core";
import { IconBan, IconCircleCheck, IconKey, IconShieldCheck, IconShieldOff } from "@tabler/icons-react";
import type { Reader } from "#shared/portal/reader.ts";
import { useWords } from "#renderer/app/words.tsx";
import { StateBadge } from "#renderer/ui/state-badge.tsx";
import { usePortal } from "./use-portal.tsx";

/**
 * A person of the portal: who they are, how they sign in, and what an administrator may do to them; below one another
 * where there is no room beside.
 */
export function ReaderRow(props: {
  reader: Reader;
  unitName: string;
  onRenew: () => void;
  onReset: () => void;
  onClosed: () => void;
}) {
  const { reader } = props;
  const { portal } = useWords();
  const words = portal.people;
  const isOther = reader.id !== usePortal().reader.id;
  const isIn = reader.closedAt === "";
  const acts = [
    ...(isIn ? [{ name: words.renew, act: props.onRenew }] : []),
    ...(isOther && reader.secondFactor ? [{ name: words.resetFactor, act: props.onReset }] : []),
    ...(isOther ? [{ name: isIn ? words.close : words.reopen, act: props.onClosed }] : []),
  ];
  return (
    <Group
      component="article"
      aria-label={reader.name}
      align="flex-start"
      justify="space-between"
      gap="md"
      py="md"
      style={{ borderBottom: "1px solid var(--mantine-color-default-border)" }}
    >
      <Stack gap="0.35rem" flex="1 1 20rem" miw={0}>
        <Text fw={600} style={{ overflowWrap: "anywhere" }}>
          {reader.name}
        </Text>
        <Text size="sm" style={{ overflowWrap: "anywhere" }}>
          {[portal.roles[reader.role], props.unitName].join(" · ")}
        </Text>
        <Text size="sm" c="dimmed" style={{ overflowWrap: "anywhere" }}>
          {[reader.login, reader.office].filter(Boolean).join(" · ")}
        </Text>
        <Group gap="xs">
          <EntryBadge reader={reader} />
          {isIn && (
            <StateBadge
              Icon={reader.secondFactor ? IconShieldCheck : IconShieldOff}
              color={reader.secondFactor ? "green" : "gray"}
              label={reader.secondFactor ? words.factorOn : words.factorOff}
            />
          )}
        </Group>
      </Stack>
      <Group gap="xs">
        {acts.map(({ name, act }) => (
          <Button
            key={name}
            variant="default"
            size="compact-md"
            aria-label={words.of(name, reader.name)}
            onClick={act}
          >
            {name}
          </Button>
        ))}
      </Group>
    </Group>
  );
}

function EntryBadge({ reader: { closedAt, mustChange } }: { reader: Reader }) {
  const words = useWords().portal.people;
  if (closedAt !== "") return <StateBadge Icon={IconBan} color="red" label={words.closed} />;
  if (mustChange) return <StateBadge Icon={IconKey} color="yellow" label={words.given} />;
  return <StateBadge Icon={IconCircleCheck} color="green" label={words.open} />;
}
