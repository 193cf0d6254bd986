import { Badge, Button, Group, Stack, Table, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { givenPassphraseSchema, readerListSchema, type ReaderList } from "#shared/contract/portal.ts";
import { type Reader } from "#shared/portal/reader.ts";
import { useWords } from "#renderer/app/words.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import { ReasonDialog } from "#renderer/ui/reason-dialog.tsx";
import { Section } from "#renderer/ui/section.tsx";
import { ask, tell } from "./ask.ts";
import { GivenSecret } from "./given-secret.tsx";
import { IdentitySection } from "./identity-section.tsx";
import { NewReaderDialog } from "./new-reader-dialog.tsx";
import { PortalFaultView } from "./portal-fault.tsx";
import { useAnswer } from "./use-answer.ts";
import { usePortal } from "./use-portal.tsx";

/** The people of the portal: who they are, and letting them in, out and in again. */
export function ReadersScreen() {
  const words = useWords().portal.people;
  const { value, error, again } = useAnswer(readerListSchema, "readers");
  const [adding, setAdding] = useState(false);
  const [given, setGiven] = useState<{ name: string; passphrase: string }>();
  const [changing, setChanging] = useState<Reader>();
  const [resetting, setResetting] = useState<Reader>();
  const [renewing, setRenewing] = useState<Reader>();
  const [failed, setFailed] = useState<unknown>();
  const doing = (work: Promise<unknown>) => {
    setFailed(undefined);
    work.then(again, setFailed);
  };
  return (
    <Stack gap="lg">
      <PageHeader
        title={words.title}
        subtitle={words.subtitle}
        actions={
          <Button leftSection={<IconPlus size="1.1rem" />} onClick={() => setAdding(true)} disabled={!value}>
            {words.add}
          </Button>
        }
      />
      {error !== undefined && <PortalFaultView error={error} onRetry={again} />}
      {failed !== undefined && <PortalFaultView error={failed} />}
      {value && (
        <Section title={words.list}>
          <ReaderTable list={value} onClosed={setChanging} onReset={setResetting} onRenew={setRenewing} />
        </Section>
      )}
      {value && <IdentitySection readers={value.readers} />}
      {adding && value && (
        <NewReaderDialog
          units={value.units}
          onClose={() => setAdding(false)}
          onAdded={(name, passphrase) => {
            setAdding(false);
            setGiven({ name, passphrase });
            again();
          }}
        />
      )}
      {given && (
        <GivenSecret
          title={words.passphraseTitle}
          hint={words.passphraseHint(given.name)}
          secret={given.passphrase}
          done={words.done}
          onClose={() => setGiven(undefined)}
        />
      )}
      {renewing && (
        <ReasonDialog
          title={words.of(words.renew, renewing.name)}
          hint={words.renewHint(renewing.name)}
          label={words.reason}
          confirm={words.renew}
          cancel={words.cancel}
          maxLength={500}
          shortest={5}
          onConfirm={(reason) => {
            setRenewing(undefined);
            doing(
              ask(givenPassphraseSchema, `readers/${renewing.id}/passphrase`, { reason }).then(
                ({ passphrase }) => setGiven({ name: renewing.name, passphrase }),
              ),
            );
          }}
          onClose={() => setRenewing(undefined)}
        />
      )}
      {resetting && (
        <ReasonDialog
          title={words.of(words.resetFactor, resetting.name)}
          hint={words.resetHint(resetting.name)}
          label={words.reason}
          confirm={words.resetFactor}
          cancel={words.cancel}
          maxLength={500}
          shortest={5}
          onConfirm={(reason) => {
            setResetting(undefined);
            doing(tell(`readers/${resetting.id}/factor-reset`, { reason }));
          }}
          onClose={() => setResetting(undefined)}
        />
      )}
      {changing && (
        <ChangeDialog
          reader={changing}
          onClose={() => setChanging(undefined)}
          onConfirm={(reason) => {
            setChanging(undefined);
            const closed = changing.closedAt === "";
            doing(tell(`readers/${changing.id}/closed`, { closed, reason }));
          }}
        />
      )}
    </Stack>
  );
}

/** Asks why a person is shut out, or let in again; says what happens. */
function ChangeDialog(props: { reader: Reader; onClose: () => void; onConfirm: (reason: string) => void }) {
  const words = useWords().portal.people;
  const { name, closedAt } = props.reader;
  const act = closedAt === "" ? words.close : words.reopen;
  return (
    <ReasonDialog
      title={words.of(act, name)}
      hint={closedAt === "" ? words.closeHint(name) : words.reopenHint(name)}
      label={words.reason}
      confirm={act}
      cancel={words.cancel}
      maxLength={500}
      shortest={5}
      onConfirm={props.onConfirm}
      onClose={props.onClose}
    />
  );
}

function ReaderTable(props: {
  list: ReaderList;
  onClosed: (reader: Reader) => void;
  onReset: (reader: Reader) => void;
  onRenew: (reader: Reader) => void;
}) {
  const { portal } = useWords();
  const words = portal.people;
  const { reader: self } = usePortal();
  const nameOf = (scope: string) => props.list.units.find((unit) => unit.scope === scope)?.name ?? scope;
  return (
    <Table.ScrollContainer minWidth={640}>
      <Table aria-label={words.list} verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.name}</Table.Th>
            <Table.Th>{words.role}</Table.Th>
            <Table.Th>{words.unit}</Table.Th>
            <Table.Th>{words.state}</Table.Th>
            <Table.Td />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {props.list.readers.map((reader) => (
            <Table.Tr key={reader.id}>
              <Table.Td>
                <Text fw={600}>{reader.name}</Text>
                <Text size="sm" c="dimmed">
                  {[reader.login, reader.office].filter(Boolean).join(" · ")}
                </Text>
              </Table.Td>
              <Table.Td>{portal.roles[reader.role]}</Table.Td>
              <Table.Td>{nameOf(reader.scope)}</Table.Td>
              <Table.Td>
                <StateBadge reader={reader} />
              </Table.Td>
              <Table.Td>
                <Group gap="xs" justify="flex-end">
                  {reader.closedAt === "" && (
                    <Button
                      variant="subtle"
                      size="compact-sm"
                      aria-label={words.of(words.renew, reader.name)}
                      onClick={() => props.onRenew(reader)}
                    >
                      {words.renew}
                    </Button>
                  )}
                  {reader.id !== self.id && reader.secondFactor && (
                    <Button
                      variant="subtle"
                      size="compact-sm"
                      aria-label={words.of(words.resetFactor, reader.name)}
                      onClick={() => props.onReset(reader)}
                    >
                      {words.resetFactor}
                    </Button>
                  )}
                  {reader.id !== self.id && (
                    <Button
                      variant="subtle"
                      size="compact-sm"
                      aria-label={words.of(reader.closedAt === "" ? words.close : words.reopen, reader.name)}
                      onClick={() => props.onClosed(reader)}
                    >
                      {reader.closedAt === "" ? words.close : words.reopen}
                    </Button>
                  )}
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function StateBadge({ reader }: { reader: Reader }) {
  const words = useWords().portal.people;
  if (reader.closedAt !== "")
    return (
      <Badge variant="default" tt="none">
        {words.closed}
      </Badge>
    );
  return (
    // A word in its own yellow is too pale to read.
    <Badge
      variant="light"
      tt="none"
      color={reader.mustChange ? "yellow" : "lacquer"}
      c="var(--mantine-color-text)"
    >
      {reader.mustChange ? words.given : words.open}
    </Badge>
  );
}
