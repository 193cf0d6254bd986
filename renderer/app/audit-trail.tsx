import { Badge, Group, Skeleton, Stack, Table, Text, Timeline } from "@mantine/core";
import { IconArrowNarrowRight, IconPencil, IconPlus } from "@tabler/icons-react";
import type { CollectionName } from "#shared/archive/collections.ts";
import type { CallOutput } from "#shared/contract/desk.ts";
import type { Words } from "#shared/text/vi.ts";
import { codeOptions } from "#renderer/app/code-options.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { type Format, useFormat } from "#renderer/app/format.ts";
import { useAsked } from "#renderer/app/use-asked.ts";
import { useWords } from "#renderer/app/words.tsx";
import { SideSheet } from "#renderer/ui/side-sheet.tsx";

type Entry = CallOutput<"records.trail">["entries"][number];

/** The sheet that says who changed what of a record, latest first, read from the journal. */
export function AuditTrail(props: {
  collection: CollectionName;
  id: string;
  label: string;
  onClose: () => void;
}) {
  const { collection, id, label, onClose } = props;
  const desk = useDesk();
  const words = useWords();
  const asked = useAsked(`trail ${collection} ${id}`, () => desk.call("records.trail", { collection, id }));
  const entries = asked.value?.entries;
  return (
    <SideSheet title={`${words.trail.title}: ${label}`} close={words.common.close} onClose={onClose}>
      <Stack>
        <Text c="dimmed">{words.trail.hint}</Text>
        {asked.error !== undefined && <Text>{words.trail.failed}</Text>}
        {!entries && asked.error === undefined && <Skeleton h="12rem" />}
        {entries?.length === 0 && <Text>{words.trail.none}</Text>}
        <Timeline bulletSize="1.75rem" lineWidth={2}>
          {entries?.map((entry, at) => (
            <Timeline.Item
              key={at}
              bullet={entry.first ? <IconPlus size="1rem" /> : <IconPencil size="1rem" />}
              title={<EntryTitle entry={entry} />}
            >
              {entry.changes.length > 0 && <Changes collection={collection} changes={entry.changes} />}
            </Timeline.Item>
          ))}
        </Timeline>
        {asked.value?.more && <Text c="dimmed">{words.trail.more}</Text>}
      </Stack>
    </SideSheet>
  );
}

function EntryTitle({ entry }: { entry: Entry }) {
  const words = useWords().trail;
  const format = useFormat();
  return (
    <Group gap="xs">
      <Text fw={600}>{words.by(entry.by || words.unknownPerson, format.time(entry.at))}</Text>
      {entry.first && (
        <Badge variant="light" tt="none">
          {words.made}
        </Badge>
      )}
      <Text size="sm" c="dimmed">
        {`${words.origins[entry.origin]} · ${words.device(entry.deviceId.slice(-6))}`}
      </Text>
    </Group>
  );
}

function Changes({ collection, changes }: { collection: CollectionName; changes: Entry["changes"] }) {
  const words = useWords();
  const format = useFormat();
  return (
    <Table withRowBorders={false} verticalSpacing="0.2rem">
      <Table.Tbody>
        {changes.map(({ field, before, after }) => (
          <Table.Tr key={field}>
            <Table.Th scope="row" w="30%" fw={500} c="dimmed">
              {nameOfField(words, collection, field)}
            </Table.Th>
            <Table.Td>
              <Group gap="xs" wrap="nowrap" align="flex-start">
                <Text td="line-through" c="dimmed">
                  {inWords(words, format, field, before)}
                </Text>
                <IconArrowNarrowRight size="1.1rem" style={{ flexShrink: 0 }} aria-hidden />
                <Text>{inWords(words, format, field, after)}</Text>
              </Group>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** The name of a field as its form calls it; the field's own name where no form shows it. */
function nameOfField(words: Words, collection: CollectionName, field: string): string {
  const forms: Partial<Record<CollectionName, object>> = {
    fonds: words.inventory.fonds,
    files: words.inventory.file,
    items: words.inventory.item,
  };
  const label: unknown = new Map<string, unknown>(Object.entries(forms[collection] ?? {})).get(field);
  return typeof label === "string" ? label : (words.trail.fields[field] ?? field);
}

/** A field's value as people read it: codes by their names, dates as written on paper. */
function inWords(words: Words, format: Format, field: string, value: unknown): string {
  if (value === null || value === "" || value === 0) return words.trail.empty;
  if (typeof value === "boolean") return value ? words.common.yes : words.common.no;
  if (typeof value !== "string") return typeof value === "number" ? String(value) : JSON.stringify(value);
  const list = new Map<string, readonly { value: string; label: string }[]>(
    Object.entries(codeOptions(words)),
  ).get(field);
  const named = list?.find((option) => option.value === value)?.label;
  if (named !== undefined) return named;
  return /^\d{4}-\d{2}(-\d{2})?$/.test(value) ? format.date(value) : value;
}
