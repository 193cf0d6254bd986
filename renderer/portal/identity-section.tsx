import { Badge, Button, Group, Table, Text } from "@mantine/core";
import { useState } from "react";
import { portalIdentitiesSchema, type PortalIdentity } from "#shared/contract/portal-provider.ts";
import type { Reader } from "#shared/portal/reader.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { ReasonDialog } from "#renderer/ui/reason-dialog.tsx";
import { Section } from "#renderer/ui/section.tsx";
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
    <Section title={words.title} hint={words.hint}>
      {failed !== undefined && <PortalFaultView error={failed} />}
      <Table.ScrollContainer type="native" minWidth={640} tabIndex={0} role="group" aria-label={words.title}>
        <Table aria-label={words.title} verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.name}</Table.Th>
              <Table.Th>{words.noted}</Table.Th>
              <Table.Th>{words.state}</Table.Th>
              <Table.Td />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
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
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
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
  const act = identity ? words.change : words.note;
  return (
    <Table.Tr>
      <Table.Td>
        <Text fw={600}>{reader.name}</Text>
        <Text size="sm" c="dimmed">
          {reader.login}
        </Text>
      </Table.Td>
      <Table.Td style={{ overflowWrap: "anywhere" }}>{identity?.noted}</Table.Td>
      <Table.Td>
        <IdentityState identity={identity} />
      </Table.Td>
      <Table.Td>
        {!isOwn && (
          <Group gap="xs" justify="flex-end">
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={words.of(act, reader.name)}
              onClick={props.onNote}
            >
              {act}
            </Button>
            {identity && identity.boundAt !== "" && (
              <Button
                variant="subtle"
                size="compact-sm"
                aria-label={words.of(words.unbind, reader.name)}
                onClick={props.onUnbind}
              >
                {words.unbind}
              </Button>
            )}
          </Group>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function IdentityState({ identity }: { identity: PortalIdentity | undefined }) {
  const words = useWords().portal.provider;
  const { time } = useFormat();
  if (!identity)
    return (
      <Text size="sm" c="dimmed">
        {words.none}
      </Text>
    );
  const isBound = identity.boundAt !== "";
  return (
    <Badge variant={isBound ? "light" : "default"} tt="none">
      {isBound ? words.bound(time(identity.boundAt)) : words.waits}
    </Badge>
  );
}
