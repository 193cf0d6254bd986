import { Button, Stack, Table, Text, Title } from "@mantine/core";
import { useState } from "react";
import type { HubState } from "#shared/contract/hub.ts";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useUnitNames } from "#renderer/app/unit-names.ts";
import { useDoing } from "#renderer/app/use-doing.ts";
import { useWords } from "#renderer/app/words.tsx";
import { AskFirst } from "#renderer/ui/ask-first.tsx";

type Machine = HubState["serving"]["machines"][number];

/** The machines that this hub took in, and the way to let one in no longer. */
export function MachineTable({ machines, onDone }: { machines: readonly Machine[]; onDone: () => void }) {
  const all = useWords();
  const words = all.hub.machines;
  const format = useFormat();
  const unitOf = useUnitNames();
  const desk = useDesk();
  const doing = useDoing<HubState>();
  const [asking, setAsking] = useState<Machine>();
  const { columns } = words;
  return (
    <Stack gap="xs">
      <Title order={3} fz="1rem">
        {words.title}
      </Title>
      {doing.error !== undefined && <FaultView error={doing.error} />}
      {machines.length === 0 ? (
        <Text c="dimmed">{words.none}</Text>
      ) : (
        <Table.ScrollContainer minWidth="38rem">
          <Table aria-label={words.title}>
            <Table.Thead>
              <Table.Tr>
                {[columns.name, columns.person, columns.unit, columns.role, columns.seen, columns.act].map(
                  (name) => (
                    <Table.Th key={name}>{name}</Table.Th>
                  ),
                )}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {machines.map((machine) => (
                <Table.Tr key={machine.deviceId}>
                  <Table.Td fw={600}>{machine.name}</Table.Td>
                  <Table.Td>{machine.person}</Table.Td>
                  <Table.Td>{unitOf(machine.scope)}</Table.Td>
                  <Table.Td>{all.common.roles[machine.role]}</Table.Td>
                  <Table.Td>{machine.seenAt === "" ? words.never : format.time(machine.seenAt)}</Table.Td>
                  <Table.Td>
                    <Button
                      size="xs"
                      variant="default"
                      aria-label={words.unpairNamed(machine.name)}
                      loading={doing.busy}
                      onClick={() => setAsking(machine)}
                    >
                      {words.unpair}
                    </Button>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {asking && (
        <AskFirst
          title={words.ask(asking.name)}
          text={words.effect}
          confirm={words.unpair}
          cancel={all.common.cancel}
          onClose={() => setAsking(undefined)}
          onConfirm={() =>
            doing.start(() => desk.call("hub.unpair", { deviceId: asking.deviceId }).finally(onDone))
          }
        />
      )}
    </Stack>
  );
}
