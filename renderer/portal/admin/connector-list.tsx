import { Group, List, Stack, Table, Text, Title } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck, IconLoader } from "@tabler/icons-react";
import { ownReasonCode, type PortalConnector } from "#shared/contract/portal-connectors.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { StateBadge } from "#renderer/ui/state-badge.tsx";

/** The ways to other systems: what each carries, what was taken in there by its receipts, and what is not there and why. */
export function ConnectorList({ connectors }: { connectors: readonly PortalConnector[] }) {
  const words = useWords().portal.admin.connectors;
  return (
    <Stack component="section" aria-label={words.title} gap={0} mt="xl">
      <Title order={2} size="h3">
        {words.title}
      </Title>
      <Text c="dimmed" size="sm" mt="xs">
        {words.subtitle}
      </Text>
      {connectors.length === 0 && (
        <Text size="sm" mt="sm">
          {words.none}
        </Text>
      )}
      {connectors.map((connector) => (
        <ConnectorRow key={connector.id} connector={connector} />
      ))}
    </Stack>
  );
}

function ConnectorRow({ connector }: { connector: PortalConnector }) {
  const { portal } = useWords();
  const words = portal.admin.connectors;
  const { time, count } = useFormat();
  const { name, runningSince, refusedCount, upTo } = connector;
  const carried = [words.descriptions, ...connector.carries.map((kind) => words.carried[kind])].join(", ");
  const isLacking = refusedCount > 0;
  return (
    <Stack
      component="article"
      aria-label={name}
      gap="0.35rem"
      py="md"
      style={{ borderBottom: "1px solid var(--mantine-color-default-border)" }}
    >
      <Group gap="sm">
        <Text fw={600} style={{ overflowWrap: "anywhere" }}>
          {name}
        </Text>
        {runningSince !== "" && (
          <StateBadge Icon={IconLoader} color="blue" label={words.running(time(runningSince))} />
        )}
        {(upTo !== "" || isLacking) && (
          <StateBadge
            Icon={isLacking ? IconAlertTriangle : IconCircleCheck}
            color={isLacking ? "orange" : "green"}
            label={isLacking ? words.lacks(count(refusedCount)) : words.whole}
          />
        )}
      </Group>
      <Text size="sm">{words.givenOf(connector.unitName, portal.find.levels[connector.level])}</Text>
      <Text size="sm">{`${words.carries}: ${carried}`}</Text>
      <Text size="sm" c="dimmed" style={{ overflowWrap: "anywhere" }}>
        {`${words.means[connector.means]}: ${connector.target}`}
      </Text>
      <Text size="sm" c="dimmed" className="figures">
        {upTo === "" ? words.never : words.upTo(time(upTo))}
      </Text>
      {connector.receipts.length > 0 && <Receipts receipts={connector.receipts} />}
      {isLacking && <Refused connector={connector} />}
    </Stack>
  );
}

function Receipts({ receipts }: Pick<PortalConnector, "receipts">) {
  const { columns, kinds } = useWords().portal.admin.connectors;
  const { time, count, bytes } = useFormat();
  return (
    <Table.ScrollContainer type="native" minWidth={520} tabIndex={0} role="group" aria-label={columns.last}>
      <Table className="figures" verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{columns.kind}</Table.Th>
            <Table.Th ta="right">{columns.taken}</Table.Th>
            <Table.Th ta="right">{columns.removed}</Table.Th>
            <Table.Th ta="right">{columns.bytes}</Table.Th>
            <Table.Th>{columns.last}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {receipts.map(({ kind, taken, removed, bytes: size, lastAt, lastId }) => (
            <Table.Tr key={kind}>
              <Table.Td>{kinds[kind]}</Table.Td>
              <Table.Td ta="right">{count(taken)}</Table.Td>
              <Table.Td ta="right">{count(removed)}</Table.Td>
              <Table.Td ta="right">{size === 0 ? "–" : bytes(size)}</Table.Td>
              <Table.Td style={{ overflowWrap: "anywhere" }}>
                {[time(lastAt), lastId].filter((part) => part !== "").join(" · ")}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Refused({ connector }: { connector: PortalConnector }) {
  const words = useWords().portal.admin.connectors;
  const { count } = useFormat();
  const { refused, refusedCount } = connector;
  const sayReason = (reason: string) => {
    const code = ownReasonCode(reason);
    return code ? words.own[code] : words.said(reason);
  };
  return (
    <Stack gap="0.15rem">
      <Text size="sm" fw={600}>
        {words.refused}
      </Text>
      <List size="sm">
        {refused.map(({ kind, id, reason }) => (
          <List.Item key={`${kind} ${id}`} style={{ overflowWrap: "anywhere" }}>
            {`${words.kinds[kind]} ${id}. ${sayReason(reason)}`}
          </List.Item>
        ))}
      </List>
      <Text size="sm" c="dimmed">
        {words.refusedHint(count(refused.length), count(refusedCount))}
      </Text>
    </Stack>
  );
}
