import { Table, Text } from "@mantine/core";
import type { ReactNode } from "react";
import type { Batch } from "#shared/archive/batch.ts";
import { BatchStateBadge } from "#renderer/app/batch-state.tsx";
import { DueBadge } from "#renderer/app/due-badge.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useClaims } from "#renderer/app/use-claims.ts";
import { useUnitNames } from "#renderer/app/unit-names.ts";
import { useWords } from "#renderer/app/words.tsx";

/** Batches as a table, each with what can be done with it. */
export function BatchTable(props: {
  label: string;
  batches: readonly Batch[];
  renderAction: (batch: Batch) => ReactNode;
  /** The tick of a row, where rows are selected. */
  renderTick?: ((batch: Batch) => ReactNode) | undefined;
}) {
  const { capture, dues, claims: words } = useWords();
  const claims = useClaims();
  const { time } = useFormat();
  const { columns } = capture;
  const nameOf = useUnitNames();
  return (
    <Table.ScrollContainer minWidth={760} tabIndex={0} role="group" aria-label={props.label}>
      <Table verticalSpacing="sm" aria-label={props.label}>
        <Table.Thead>
          <Table.Tr>
            {props.renderTick && <Table.Td />}
            <Table.Th>{columns.number}</Table.Th>
            <Table.Th>{columns.name}</Table.Th>
            <Table.Th>{columns.unit}</Table.Th>
            <Table.Th>{columns.state}</Table.Th>
            <Table.Th>{dues.column}</Table.Th>
            <Table.Th>{columns.action}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {props.batches.map((batch) => (
            <Table.Tr key={batch.id}>
              {props.renderTick && <Table.Td w="3rem">{props.renderTick(batch)}</Table.Td>}
              <Table.Td style={{ whiteSpace: "nowrap" }}>{batch.number}</Table.Td>
              <Table.Td>
                <Text fw={600}>{batch.name}</Text>
                {claims
                  .filter(({ note, stand }) => note.subjectId === batch.id && stand === "standing")
                  .map(({ note, machine, own }) => (
                    <Text key={note.id} size="sm" c="dimmed">
                      {own ? words.mine : `${words.by(note.by)} · ${words.since(machine, time(note.at))}`}
                    </Text>
                  ))}
              </Table.Td>
              <Table.Td>{nameOf(batch.scope)}</Table.Td>
              <Table.Td>
                <BatchStateBadge state={batch.state} />
              </Table.Td>
              <Table.Td>
                <DueBadge batch={batch} />
              </Table.Td>
              <Table.Td>{props.renderAction(batch)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
