import { Stack, Table, Text, Title } from "@mantine/core";
import type { HubAsideRow } from "#shared/contract/hub.ts";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { LackingLines } from "#renderer/app/lacking-lines.tsx";
import { useReason } from "#renderer/app/refusal-words.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";
import { useWords } from "#renderer/app/words.tsx";

/** What paired machines sent and this hub does not hold: why, since when, and what is to be done. */
export function AsidePart() {
  const words = useWords().hub.aside;
  const { count } = useFormat();
  const desk = useDesk();
  const asked = useAskedAgain("hub-aside", () => desk.call("hub.aside", {}), ["hub.changed", "sync.changed"]);
  if (asked.error !== undefined) return <FaultView error={asked.error} onRetry={asked.ask} />;
  if (!asked.value) return null;
  const { held, refused } = asked.value;
  const total = held.total + refused.total;
  const rows = [...refused.rows, ...held.rows];
  return (
    <Stack gap="xs">
      <Title order={3} fz="1rem">
        {words.title}
      </Title>
      {total === 0 ? (
        <Text c="dimmed">{words.none}</Text>
      ) : (
        <>
          <Text size="sm" c="dimmed">
            {words.hint}
          </Text>
          <AsideTable rows={rows} />
          {total > rows.length && <Text size="sm">{words.latest(count(rows.length), count(total))}</Text>}
        </>
      )}
    </Stack>
  );
}

function AsideTable({ rows }: { rows: readonly HubAsideRow[] }) {
  const all = useWords();
  const words = all.hub.aside;
  const format = useFormat();
  const reasonOf = useReason();
  const kinds = all.refused.collections;
  return (
    <Table.ScrollContainer type="native" minWidth="46rem" tabIndex={0} role="group" aria-label={words.title}>
      <Table aria-label={words.title} verticalSpacing="sm" striped>
        <Table.Thead>
          <Table.Tr>
            {Object.entries(words.columns).map(([column, name]) => (
              <Table.Th key={column}>{name}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={`${row.collection} ${row.id} ${row.device} ${row.at} ${row.code}`}>
              <Table.Th scope="row" fw={500}>
                {kinds[row.collection]}
                <Text size="sm" c="dimmed" className="figures" style={{ overflowWrap: "anywhere" }}>
                  {row.label === "" ? row.id : row.label}
                </Text>
              </Table.Th>
              <Table.Td>{row.device}</Table.Td>
              <Table.Td>
                {row.waitsFor
                  ? row.collection === "batches"
                    ? words.waitsForContent
                    : words.waitsFor(kinds[row.waitsFor.collection])
                  : reasonOf(row.code, row.detail)}
                {row.lacks && <LackingLines lacks={row.lacks} />}
              </Table.Td>
              <Table.Td className="figures">{format.time(row.at)}</Table.Td>
              <Table.Td>
                {words.next[row.waitsFor && row.collection === "batches" ? "content" : row.code] ?? ""}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
