import { Box, Button, Group, Stack, Text } from "@mantine/core";
import { IconHourglass, IconLink, IconUserOff } from "@tabler/icons-react";
import { useState } from "react";
import { portalIdentitiesSchema, type PortalIdentity } from "#shared/contract/portal-provider.ts";
import type { Reader } from "#shared/portal/reader.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { ReasonDialog } from "#renderer/ui/reason-dialog.tsx";
import { Section } from "#renderer/ui/section.tsx";
import { StateBadge } from "#renderer/ui/state-badge.tsx";
import { tell } from "./ask.ts";
import { IdentityDialog } from "./identity-dialog.tsx";
import { PortalFaultView } from "./portal-fault.tsx";
import { useAnswer } from "./use-answer.ts";
import { usePortal } from "./use-portal.tsx";

/** As whom the people of the portal are known at the province's accounts; nothing where there are none to sign in by. */
export function IdentitySection({ readers }: { readers: readonly Reader[] }) {
  const words = useWords().portal.provider;
  const { value, error, again } = useAnswer(portalIdentitiesSchema, "identities");
  const [noting, setNoting] = useState<Reader>();
  const [unbinding, setUnbinding] = useState<Reader>();
  const [failed, setFailed] = useState<unknown>();
  if (error !== undefined) return <PortalFaultView error={error} onRetry={again} />;
  if (value?.on !== true) return null;
  const identities = new Map(value.identities.map((identity) => [identity.readerId, identity]));
  return (
    <Box mt="lg">
      <Section title={words.title} hint={words.hint}>
        {failed !== undefined && <PortalFaultView error={failed} />}
        {readers
          .filter(({ closedAt }) => closedAt === "")
          .map((reader) => (
            <IdentityRow
              key={reader.id}
              reader={reader}
              identity={identities.get(reader.id)}
              onNote={() => setNoting(reader)}
              onUnbind={() => setUnbinding(reader)}
            />
          ))}
        {noting && (
          <IdentityDialog
            reader={noting}
            noted={identities.get(noting.id)?.noted ?? ""}
            onClose={() => setNoting(undefined)}
            onNoted={() => {
              setNoting(undefined);
              again();
            }}
          />
        )}
        {unbinding && (
          <ReasonDialog
            title={words.of(words.unbind, unbinding.name)}
            hint={words.unbindHint(unbinding.name)}
            label={words.reason}
            confirm={words.unbind}
            cancel={words.cancel}
            maxLength={500}
            shortest={5}
            onConfirm={(reason) => {
              setUnbinding(undefined);
              setFailed(undefined);
              tell(`readers/${unbinding.id}/identity/unbound`, { reason }).catch(setFailed).finally(again);
            }}
            onClose={() => setUnbinding(undefined)}
          />
        )}
      </Section>
    </Box>
  );
}

function IdentityRow(props: {
  reader: Reader;
  identity: PortalIdentity | undefined;
  onNote: () => void;
  onUnbind: () => void;
}) {
  const words = useWords().portal.provider;
  const { reader, identity } = props;
  const isOwn = usePortal().reader.id === reader.id;
  const acts = [
    { name: identity ? words.change : words.note, act: props.onNote },
    ...(identity && identity.boundAt !== "" ? [{ name: words.unbind, act: props.onUnbind }] : []),
  ];
  return (
    <Group
      component="article"
      aria-label={words.of(words.noted, reader.name)}
      align="flex-start"
      justify="space-between"
      gap="md"
      py="md"
      style={{ borderTop: "1px solid var(--mantine-color-default-border)" }}
    >
      <Stack gap="0.35rem" flex="1 1 20rem" miw={0}>
        <Text fw={600} style={{ overflowWrap: "anywhere" }}>
          {reader.name}
        </Text>
        <Text size="sm" c="dimmed" style={{ overflowWrap: "anywhere" }}>
          {reader.login}
        </Text>
        {identity && (
          <Text size="sm" style={{ overflowWrap: "anywhere" }}>
            {words.of(words.noted, identity.noted)}
          </Text>
        )}
        <Group gap="xs">
          <IdentityBadge identity={identity} />
        </Group>
      </Stack>
      {!isOwn && (
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
      )}
    </Group>
  );
}

function IdentityBadge({ identity }: { identity: PortalIdentity | undefined }) {
  const words = useWords().portal.provider;
  const { time } = useFormat();
  if (!identity) return <StateBadge Icon={IconUserOff} color="gray" label={words.none} />;
  if (identity.boundAt === "") return <StateBadge Icon={IconHourglass} color="yellow" label={words.waits} />;
  return <StateBadge Icon={IconLink} color="green" label={words.bound(time(identity.boundAt))} />;
}
