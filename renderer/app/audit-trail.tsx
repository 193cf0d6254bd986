import { Badge, Group, Skeleton, Stack, Table, Text, Timeline } from "@mantine/core";
import { IconArrowNarrowRight, IconPencil, IconPlus } from "@tabler/icons-react";
import type { CollectionName } from "#shared/archive/collections.ts";
import type { CallOutput } from "#shared/contract/desk.ts";
import { inWords, nameOfField } from "#renderer/app/field-words.ts";
import { ConflictNotice } from "#renderer/app/conflict-notice.tsx";
import { OutcomeLine } from "#renderer/app/outcome-line.tsx";
import { useDesk } from "#renderer/app/session.tsx";
import { useFormat } from "#renderer/app/format.ts";
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
        <ConflictNotice id={id} />
        <OutcomeLine collection={collection} id={id} />
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
