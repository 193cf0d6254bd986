import { Alert, Box, Group, Stack, Table, Text, TextInput } from "@mantine/core";
import { IconAlertTriangle, IconCheck, IconInfoCircle } from "@tabler/icons-react";
import { useState } from "react";
import type { FoundUpdate } from "#shared/contract/update.ts";
import type { UpdateStanding } from "#shared/keys/judge-update.ts";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { Section } from "#renderer/ui/section.tsx";
import { StateBadge } from "#renderer/ui/state-badge.tsx";

type State = { busy?: boolean; error?: unknown; enrolled?: boolean; updates?: readonly FoundUpdate[] };

/** Installers on a stick, each held against what the province approved, before anybody runs one. */
export function ProgramUpdates() {
  const words = useWords().update;
  const desk = useDesk();
  const [folder, setFolder] = useState("");
  const [state, setState] = useState<State>({});
  const missing = folder.trim() === "" ? words.folderMissing : undefined;
  const reason = state.busy ? words.looking : missing;
  const look = () => {
    setState({ busy: true });
    desk
      .call("update.look", { folder: folder.trim() })
      .then(setState, (error: unknown) => setState({ error }));
  };
  return (
    <Section title={words.title} hint={words.hint}>
      <Stack>
        {state.error !== undefined && <FaultView error={state.error} />}
        <TextInput
          label={words.folder}
          placeholder={words.folderHint}
          value={folder}
          onChange={(event) => setFolder(event.currentTarget.value)}
          onKeyDown={(event) => event.key === "Enter" && !reason && look()}
          maxLength={1000}
          autoComplete="off"
          spellCheck={false}
        />
        <Group>
          <ExplainedButton reason={reason} onClick={look}>
            {words.look}
          </ExplainedButton>
          {state.busy && <Text role="status">{words.looking}</Text>}
        </Group>
        {state.enrolled === false && (
          <Alert color="yellow" icon={<IconInfoCircle />}>
            {words.notEnrolled}
          </Alert>
        )}
        {state.enrolled && state.updates && <FoundUpdates updates={state.updates} />}
      </Stack>
    </Section>
  );
}

function FoundUpdates({ updates }: { updates: readonly FoundUpdate[] }) {
  const words = useWords().update;
  const { bytes, time } = useFormat();
  if (updates.length === 0) return <Text role="status">{words.none}</Text>;
  return (
    <Table aria-label={words.found} verticalSpacing="sm" layout="fixed">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{words.columns.file}</Table.Th>
          <Table.Th w="9rem">{words.columns.version}</Table.Th>
          <Table.Th w="55%">{words.columns.standing}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {updates.map(({ name, standing, version, at, size }) => (
          <Table.Tr key={name} style={{ verticalAlign: "top" }}>
            <Table.Td style={{ overflowWrap: "anywhere" }}>
              {name}
              {size > 0 && (
                <Text size="sm" c="dimmed">
                  {bytes(size)}
                </Text>
              )}
            </Table.Td>
            <Table.Td>
              {version}
              {at !== "" && (
                <Text size="sm" c="dimmed">
                  {words.approved(time(at))}
                </Text>
              )}
            </Table.Td>
            <Table.Td>
              <StateBadge {...marks[standing]} label={words.standings[standing]} />
              <Box mt="0.25rem">{words.next[standing]}</Box>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

const good = { Icon: IconCheck, color: "teal" };
const idle = { Icon: IconInfoCircle, color: "gray" };
const bad = { Icon: IconAlertTriangle, color: "red" };

const marks: Record<UpdateStanding, typeof good> = {
  ...{ newer: good, same: idle, older: bad, altered: bad, "not-there": idle },
  ...{ "not-signed": bad, "not-a-sheet": bad, "no-sheet": bad },
};
