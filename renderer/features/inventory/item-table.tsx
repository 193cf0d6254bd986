import { ActionIcon, Button, Group, Table, Text } from "@mantine/core";
import {
  IconCircleCheck,
  IconCircleDashed,
  IconCloudCheck,
  IconEdit,
  IconFileCheck,
  IconHandStop,
  IconTrashX,
} from "@tabler/icons-react";
import { documentTypeName } from "#shared/archive/codes.ts";
import type { Item } from "#shared/archive/item.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { StateBadge } from "#renderer/ui/state-badge.tsx";

/** The items of a file in their order; withdrawn ones are struck through and can be restored. */
export function ItemTable(props: {
  items: readonly Item[];
  edits: boolean;
  onEdit: (item: Item) => void;
  onWithdraw: (item: Item) => void;
  onRestore: (item: Item) => void;
}) {
  const words = useWords().inventory;
  const format = useFormat();
  const { items, edits, onEdit, onWithdraw, onRestore } = props;
  return (
    <Table.ScrollContainer minWidth={760} tabIndex={0} role="group" aria-label={words.items}>
      <Table verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.item.ordinal}</Table.Th>
            <Table.Th>{words.item.type}</Table.Th>
            <Table.Th>{`${words.item.number}, ${words.item.symbol.toLowerCase()}`}</Table.Th>
            <Table.Th>{words.item.issuedDate}</Table.Th>
            <Table.Th>{words.item.subject}</Table.Th>
            <Table.Th>{words.item.leaves}</Table.Th>
            <Table.Th>{words.itemState}</Table.Th>
            {edits && <Table.Th>{words.edit}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((item) => (
            <Table.Tr key={item.id} style={item.withdrawn === "" ? undefined : struck}>
              <Table.Td>{item.ordinal}</Table.Td>
              <Table.Td>{documentTypeName(item.type)}</Table.Td>
              <Table.Td>{[item.number, item.symbol].filter((part) => part !== "").join("/")}</Table.Td>
              <Table.Td>{format.date(item.issuedDate)}</Table.Td>
              <Table.Td>
                {item.subject}
                {item.withdrawn !== "" && <Text size="sm">{words.withdrawnBecause(item.withdrawn)}</Text>}
              </Table.Td>
              <Table.Td>{item.leaves}</Table.Td>
              <Table.Td>
                <ItemState item={item} />
              </Table.Td>
              {edits && (
                <Table.Td>
                  {item.withdrawn === "" ? (
                    <Group gap="0.25rem" wrap="nowrap">
                      <ActionIcon
                        variant="subtle"
                        size="2.1rem"
                        aria-label={`${words.edit} ${item.ordinal}`}
                        onClick={() => onEdit(item)}
                      >
                        <IconEdit size="1.2rem" />
                      </ActionIcon>
                      <ActionIcon
                        variant="subtle"
                        color="gray"
                        size="2.1rem"
                        aria-label={`${words.withdraw} ${item.ordinal}`}
                        onClick={() => onWithdraw(item)}
                      >
                        <IconTrashX size="1.2rem" />
                      </ActionIcon>
                    </Group>
                  ) : (
                    <Button size="compact-md" variant="light" onClick={() => onRestore(item)}>
                      {words.restore}
                    </Button>
                  )}
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

const struck = { color: "var(--mantine-color-dimmed)" };

function ItemState({ item }: { item: Item }) {
  const words = useWords().inventory.itemStates;
  if (item.receiptDigest !== "")
    return <StateBadge Icon={IconCloudCheck} label={words.sent} color="lacquer" />;
  if (item.hold !== "") return <StateBadge Icon={IconHandStop} label={words.held} color="red" />;
  if (item.checkedAt !== "")
    return <StateBadge Icon={IconCircleCheck} label={words.checked} color="lacquer" />;
  if (item.renditionDigest !== "") return <StateBadge Icon={IconFileCheck} label={words.made} color="blue" />;
  return <StateBadge Icon={IconCircleDashed} label={words.none} color="gray" />;
}
