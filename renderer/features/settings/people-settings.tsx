import { Badge, Button, Group, Stack, Table, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import type { Lock, Person } from "#shared/contract/people.ts";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useDesk } from "#renderer/app/session.tsx";
import { useUnitNames } from "#renderer/app/unit-names.ts";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { Section } from "#renderer/ui/section.tsx";
import { LockAfter } from "./lock-after.tsx";
import { PersonDialog } from "./person-dialog.tsx";
import { PinDialog, type PinWish } from "./pin-dialog.tsx";

type Open = { kind: "person"; person: Person | undefined } | { kind: "pin"; wish: PinWish };

/** The people of a shared machine: who they are, their PINs, and when the screen locks itself. */
export function PeopleSettings({ lock }: { lock: Lock }) {
  const words = useWords().people;
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const listed = lock.people.length > 0;
  const isHead = !listed || lock.people.some(({ id, head }) => id === lock.person && head);
  const reason = isHead ? undefined : words.onlyHeads;
  return (
    <Section title={words.title} hint={words.hint}>
      <Stack>
        {listed ? (
          <PeopleTable lock={lock} isHead={isHead} onOpen={setOpen} />
        ) : (
          <Text c="dimmed">{words.none}</Text>
        )}
        <Group>
          <ExplainedButton
            variant="default"
            reason={reason}
            onClick={() => setOpen({ kind: "person", person: undefined })}
          >
            {words.add}
          </ExplainedButton>
          <ExplainedButton
            variant={lock.asksPins ? "default" : "filled"}
            reason={reason}
            onClick={() => setOpen({ kind: "pin", wish: { kind: lock.asksPins ? "turn-off" : "turn-on" } })}
          >
            {lock.asksPins ? words.turnOff : words.turnOn}
          </ExplainedButton>
          <Text>{lock.asksPins ? words.on : words.off}</Text>
        </Group>
        {lock.asksPins && <LockAfter key={lock.lockAfter} minutes={lock.lockAfter} reason={reason} />}
        <Text size="sm" c="dimmed">
          {words.protects}
        </Text>
      </Stack>
      {open?.kind === "person" && <PersonDialog lock={lock} person={open.person} onClose={close} />}
      {open?.kind === "pin" && <PinDialog lock={lock} wish={open.wish} onClose={close} />}
    </Section>
  );
}

function PeopleTable(props: { lock: Lock; isHead: boolean; onOpen: (open: Open) => void }) {
  const { lock, isHead, onOpen } = props;
  const all = useWords();
  const words = all.people;
  const nameOf = useUnitNames();
  const desk = useDesk();
  const [leaving, setLeaving] = useState("");
  const [error, setError] = useState<unknown>();
  const leave = (person: string) => {
    setError(undefined);
    setLeaving("");
    desk.call("people.leave", { person }).then(() => notifications.show({ message: words.saved }), setError);
  };
  return (
    <Stack gap="sm">
      {error !== undefined && <FaultView error={error} />}
      <Table.ScrollContainer minWidth={520}>
        <Table aria-label={words.list} verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.columns.name}</Table.Th>
              <Table.Th>{words.columns.role}</Table.Th>
              <Table.Th>{words.columns.pin}</Table.Th>
              <Table.Th>{words.columns.actions}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lock.people.map((person) => {
              const isSelf = person.id === lock.person;
              return (
                <Table.Tr key={person.id}>
                  <Table.Td>
                    <Text fw={600}>{person.name}</Text>
                    <Group gap="xs">
                      {isSelf && <Mark text={words.now} />}
                      {person.head && <Mark text={words.head} />}
                    </Group>
                  </Table.Td>
                  <Table.Td>
                    {all.common.roles[person.role]}
                    <Text size="sm" c="dimmed">
                      {person.fits ? nameOf(person.scope) : words.lock.outside}
                    </Text>
                  </Table.Td>
                  <Table.Td>{person.hasPin ? words.hasPin : words.noPin}</Table.Td>
                  <Table.Td>
                    <Group gap="xs">
                      <ExplainedButton
                        variant="default"
                        size="compact-sm"
                        reason={isHead ? undefined : words.onlyHeads}
                        onClick={() => onOpen({ kind: "person", person })}
                      >
                        {words.edit}
                      </ExplainedButton>
                      <ExplainedButton
                        variant="default"
                        size="compact-sm"
                        reason={isHead || isSelf ? undefined : words.onlyHeads}
                        onClick={() => onOpen({ kind: "pin", wish: { kind: "set", person } })}
                      >
                        {words.setPin}
                      </ExplainedButton>
                      <ExplainedButton
                        variant="default"
                        size="compact-sm"
                        reason={isSelf ? words.leaveSelf : isHead ? undefined : words.onlyHeads}
                        onClick={() => setLeaving(person.id)}
                      >
                        {words.leave}
                      </ExplainedButton>
                    </Group>
                    {leaving === person.id && (
                      <Group mt="xs" gap="xs">
                        <Text size="sm">{words.leaveAsk(person.name)}</Text>
                        <Button size="compact-sm" color="red" onClick={() => leave(person.id)}>
                          {words.leave}
                        </Button>
                        <Button size="compact-sm" variant="default" onClick={() => setLeaving("")}>
                          {all.common.cancel}
                        </Button>
                      </Group>
                    )}
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Stack>
  );
}

function Mark({ text }: { text: string }) {
  return (
    <Badge variant="default" tt="none" fw={500}>
      {text}
    </Badge>
  );
}
