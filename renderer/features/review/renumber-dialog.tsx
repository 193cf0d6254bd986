import { Alert, Button, Group, Modal, SegmentedControl, Select, Stack, Table, Text } from "@mantine/core";
import { IconInfoCircle } from "@tabler/icons-react";
import { useState } from "react";
import type { Item } from "#shared/archive/item.ts";
import { writeDate } from "#shared/archive/date-text.ts";
import { type FileOrder, fileOrders, renumberLeaves, renumberOrdinals } from "#shared/rules/renumber.ts";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useHistory } from "#renderer/app/use-history.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import type { Edit } from "#renderer/work/history.ts";
import { useItemsOfFile } from "./use-items.ts";

type Change = { id: string; from: string; to: string; edit: Edit };

/** Renumbers the leaves or ordinals of a file's items: every change is shown before it is made, as one step. */
export function RenumberDialog(props: { fileId: string; code: string; onClose: () => void }) {
  const all = useWords();
  const words = all.review.renumber;
  const { count } = useFormat();
  const { record } = useHistory();
  const items = useItemsOfFile(props.fileId);
  const [what, setWhat] = useState<"leaves" | "ordinals">("leaves");
  const [order, setOrder] = useState<FileOrder>("place");
  const { changes, unknown } = planChanges(items ?? [], what, order);
  const blocked =
    unknown > 0 ? words.unknown(count(unknown)) : changes.length === 0 ? words.nothing : undefined;
  const confirm = () => {
    props.onClose();
    const edits = changes.map(({ edit }) => edit);
    record(words.done(props.code), edits, true).catch((error: unknown) => notifyFault(all, error));
  };
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={words.title(props.code)}
      size="xl"
      centered
      closeButtonProps={{ "aria-label": all.common.close }}
    >
      <Stack>
        <Group align="flex-end">
          <Stack gap="0.2rem">
            <Text size="sm" fw={500} id="renumber-what">
              {words.what}
            </Text>
            <SegmentedControl
              data-autofocus
              aria-labelledby="renumber-what"
              value={what}
              onChange={(value) => setWhat(value === "ordinals" ? "ordinals" : "leaves")}
              data={[
                { value: "leaves", label: words.leaves },
                { value: "ordinals", label: words.ordinals },
              ]}
            />
          </Stack>
          {what === "ordinals" && (
            <Select
              label={words.order}
              data={fileOrders.map((value) => ({ value, label: words.orders[value] }))}
              value={order}
              onChange={(value) => setOrder(fileOrders.find((one) => one === value) ?? "place")}
              allowDeselect={false}
              w="20rem"
            />
          )}
        </Group>
        {what === "leaves" && (
          <Alert variant="light" color="blue" icon={<IconInfoCircle aria-hidden />}>
            {words.paper}
          </Alert>
        )}
        {items === undefined ? (
          <Text role="status">{words.loading}</Text>
        ) : blocked === undefined ? (
          <Preview changes={changes} items={items} />
        ) : (
          <Text role="status">{blocked}</Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={props.onClose}>
            {all.common.cancel}
          </Button>
          <ExplainedButton reason={items === undefined ? words.loading : blocked} onClick={confirm}>
            {words.confirm(count(changes.length))}
          </ExplainedButton>
        </Group>
      </Stack>
    </Modal>
  );
}

function Preview({ changes, items }: { changes: readonly Change[]; items: readonly Item[] }) {
  const words = useWords().review.renumber;
  const known = new Map(items.map((item) => [item.id, item]));
  return (
    <div style={{ maxHeight: "40vh", overflow: "auto" }} tabIndex={0} role="group" aria-label={words.preview}>
      <Table stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="7rem">{words.from}</Table.Th>
            <Table.Th w="7rem">{words.to}</Table.Th>
            <Table.Th>{words.item}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {changes.map(({ id, from, to }) => (
            <Table.Tr key={id}>
              <Table.Td className="figures">{from}</Table.Td>
              <Table.Td className="figures" fw={600}>
                {to}
              </Table.Td>
              <Table.Td>{lineOf(known.get(id))}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function planChanges(items: readonly Item[], what: "leaves" | "ordinals", order: FileOrder) {
  if (what === "leaves") {
    const { changes, unknown } = renumberLeaves(items);
    return {
      unknown: unknown.length,
      changes: changes.map(({ id, from, to }): Change => ({
        id,
        from,
        to,
        edit: { collection: "items", id, fields: { leaves: to } },
      })),
    };
  }
  return {
    unknown: 0,
    changes: renumberOrdinals(items, order).map(({ id, from, to }): Change => ({
      id,
      from: String(from),
      to: String(to),
      edit: { collection: "items", id, fields: { ordinal: to } },
    })),
  };
}

function lineOf(item: Item | undefined): string {
  if (!item) return "";
  const symbol = [item.number, item.symbol].filter((part) => part !== "").join("/");
  return [symbol, writeDate(item.issuedDate), item.subject].filter((part) => part !== "").join(" · ");
}
