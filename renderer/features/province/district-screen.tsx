import { Table, Text } from "@mantine/core";
import { IconPackageOff } from "@tabler/icons-react";
import { useParams } from "wouter";
import { type BatchState, batchStates } from "#shared/archive/batch.ts";
import type { ProvinceBatch } from "#shared/contract/province.ts";
import { BatchStateBadge } from "#renderer/app/batch-state.tsx";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useUnitNames } from "#renderer/app/unit-names.ts";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";
import { useWords } from "#renderer/app/words.tsx";
import { EmptyState } from "#renderer/ui/empty-state.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import { CountBar } from "./count-bar.tsx";

/** The batches of one district, as the province holds them. */
export function DistrictScreen() {
  const { scope } = useParams<{ scope: string }>();
  const { batches: texts } = useWords().province;
  const desk = useDesk();
  const nameOf = useUnitNames();
  const { value, error, ask } = useAskedAgain(
    `batches/${scope}`,
    () => desk.call("province.batches", { scope }),
    ["sync.changed"],
  );
  return (
    <>
      <PageHeader title={texts.title(nameOf(scope) || scope)} back={{ to: "/province", label: texts.back }} />
      {error !== undefined && <FaultView error={error} onRetry={ask} />}
      {value?.batches.length === 0 && (
        <EmptyState Icon={IconPackageOff} title={texts.none} hint={texts.noneHint} />
      )}
      {value && value.batches.length > 0 && <BatchesTable batches={value.batches} />}
    </>
  );
}

function BatchesTable({ batches }: { batches: readonly ProvinceBatch[] }) {
  const { province } = useWords();
  const { table, columns } = province.batches;
  const { count, time } = useFormat();
  return (
    <Table.ScrollContainer minWidth={720} tabIndex={0} role="group" aria-label={table}>
      <Table verticalSpacing="sm" aria-label={table}>
        <Table.Thead>
          <Table.Tr>
            {Object.entries(columns).map(([column, name]) => (
              <Table.Th key={column}>{name}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {batches.map((batch) => (
            <Table.Tr key={batch.id}>
              <Table.Td style={{ whiteSpace: "nowrap" }}>{batch.number}</Table.Td>
              <Table.Td>
                <Text fw={600}>{batch.name}</Text>
              </Table.Td>
              <Table.Td>{batch.unitName}</Table.Td>
              <Table.Td>{isState(batch.state) && <BatchStateBadge state={batch.state} />}</Table.Td>
              <Table.Td>{count(batch.files)}</Table.Td>
              <Table.Td>
                <CountBar
                  name={`${columns.renditions}: ${batch.number}`}
                  value={batch.renditions}
                  total={batch.items}
                  shown={province.of(count(batch.renditions), count(batch.items))}
                />
              </Table.Td>
              <Table.Td>{batch.lastAt === "" ? province.never : time(batch.lastAt)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function isState(state: string): state is BatchState {
  return batchStates.some((known) => known === state);
}
