import { Anchor, Group, Stack, Text } from "@mantine/core";
import { IconFileCertificate } from "@tabler/icons-react";
import { Link } from "wouter";
import { dayNumber } from "#shared/base/moment.ts";
import { dayOfMoment } from "#shared/base/vietnam-time.ts";
import { type CopyLine, copyListSchema } from "#shared/contract/portal-copies.ts";
import { isOpenCopy } from "#shared/portal/copy-request.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { EmptyState } from "#renderer/ui/empty-state.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import { CopyStateBadge } from "./copy-state-badge.tsx";
import { PortalFaultView } from "./portal-fault.tsx";
import { useAnswer } from "./use-answer.ts";
import { usePortal } from "./use-portal.tsx";

/** The requests for copies: of an archivist those of their scope with the age of each, of an official their own. */
export function CopiesScreen() {
  const words = useWords().portal.copies;
  const { may } = usePortal();
  const { value, error, again } = useAnswer(copyListSchema, "copies");
  return (
    <Stack gap="lg">
      <PageHeader title={words.title} subtitle={may("serve-copies") ? words.subtitle : words.own} />
      {error !== undefined && <PortalFaultView error={error} onRetry={again} />}
      {value?.requests.length === 0 && (
        <EmptyState Icon={IconFileCertificate} title={words.none} hint={words.noneHint} />
      )}
      {value && value.requests.length > 0 && (
        <Stack component="section" aria-label={words.title} gap={0}>
          {value.requests.map((request) => (
            <CopyRow key={request.id} request={request} now={value.now} />
          ))}
        </Stack>
      )}
    </Stack>
  );
}

function CopyRow({ request, now }: { request: CopyLine; now: string }) {
  const words = useWords().portal.copies;
  const { time } = useFormat();
  const { number, state, wish, askedAt, asker, title } = request;
  const days = dayNumber(dayOfMoment(now)) - dayNumber(dayOfMoment(askedAt));
  return (
    <Stack
      component="article"
      aria-label={`${number} ${title}`}
      gap="0.2rem"
      py="md"
      style={{ borderBottom: "1px solid var(--mantine-color-default-border)" }}
    >
      <Group gap="xs">
        <CopyStateBadge state={state} />
        <Text size="sm" c="dimmed" className="figures">
          {[number, isOpenCopy(state) ? words.waits(days) : time(request.lastAt)].join(" · ")}
        </Text>
      </Group>
      <Anchor component={Link} href={`/copies/${encodeURIComponent(request.id)}`} fw={600}>
        {title || number}
      </Anchor>
      <Text size="sm" c="dimmed">
        {[asker, words.kinds[wish.kind], words.ways[wish.way]].join(" · ")}
      </Text>
    </Stack>
  );
}
