import { Anchor, Button, Group, Stack, Text } from "@mantine/core";
import { IconBan, IconCircleCheck, IconClockOff, IconEyeOff, IconLock } from "@tabler/icons-react";
import { Link } from "wouter";
import type { PortalLink } from "#shared/contract/portal-links.ts";
import type { LinkState } from "#shared/portal/share-link.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { StateBadge } from "#renderer/ui/state-badge.tsx";

const signs: Record<LinkState, { Icon: typeof IconBan; color: string }> = {
  valid: { Icon: IconCircleCheck, color: "green" },
  closed: { Icon: IconLock, color: "yellow" },
  "used-up": { Icon: IconEyeOff, color: "gray" },
  expired: { Icon: IconClockOff, color: "gray" },
  withdrawn: { Icon: IconBan, color: "red" },
};

/** A link: for whom and to what, how it stands, how often and when it was opened, and withdrawing it while that ends anything. */
export function LinkRow(props: { link: PortalLink; isMaker: boolean; onWithdraw: () => void }) {
  const { link, isMaker, onWithdraw } = props;
  const words = useWords().portal.links;
  const { count, time } = useFormat();
  const { state, recipient, title } = link;
  const facts = [
    words.list.openings(count(link.openings), count(link.most)),
    link.openedAt === "" ? words.list.never : words.list.last(time(link.openedAt)),
    words.list.until(time(link.until)),
    words.list.made(time(link.at)),
    ...(isMaker ? [] : [words.list.by(link.by)]),
    words.list.reason(link.reason),
  ];
  // A used-up one may still be read for half an hour.
  const isOver = state === "withdrawn" || state === "expired";
  return (
    <Group
      component="article"
      aria-label={`${recipient} ${title}`}
      align="flex-start"
      justify="space-between"
      gap="md"
      py="md"
      style={{ borderBottom: "1px solid var(--mantine-color-default-border)" }}
    >
      <Stack gap="0.35rem" flex="1 1 20rem" miw={0}>
        <Group gap="sm">
          <Text fw={600} style={{ overflowWrap: "anywhere" }}>
            {words.list.of(recipient)}
          </Text>
          <StateBadge {...signs[state]} label={words.states[state]} />
        </Group>
        <Anchor
          component={Link}
          href={`/item/${encodeURIComponent(link.itemId)}`}
          style={{ overflowWrap: "anywhere" }}
        >
          {title || link.itemId}
        </Anchor>
        <Group gap="0.15rem 1.25rem">
          {facts.map((fact) => (
            <Text key={fact} size="sm" c="dimmed" className="figures" style={{ overflowWrap: "anywhere" }}>
              {fact}
            </Text>
          ))}
        </Group>
        {state === "closed" && <Text size="sm">{words.closedWhy}</Text>}
        {state === "withdrawn" && (
          <Text size="sm" style={{ overflowWrap: "anywhere" }}>
            {words.list.withdrawn(time(link.withdrawnAt), link.withdrawnBy, link.withdrawnWhy)}
          </Text>
        )}
      </Stack>
      {!isOver && (
        <Button
          variant="default"
          size="compact-md"
          aria-label={words.list.withdrawOf(recipient)}
          onClick={onWithdraw}
        >
          {words.list.withdraw}
        </Button>
      )}
    </Group>
  );
}
