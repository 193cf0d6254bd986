import { Group, Image, Select, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMemo, useState } from "react";
import type { Unmatched } from "#shared/contract/capture.ts";
import { foldedWords, fold } from "#shared/base/fold.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { Section } from "#renderer/ui/section.tsx";
import { VirtualList } from "#renderer/ui/virtual-list.tsx";
import type { Document } from "#renderer/work/batch-documents.ts";
import { importStored } from "#renderer/work/import-scans.ts";

/** Objects whose names fit no item: a person looks at each and says where it belongs. */
export function UnmatchedTray(props: {
  batchId: string;
  unmatched: readonly Unmatched[];
  documents: readonly Document[];
  onAttached: () => void;
}) {
  const { tray } = useWords().capture;
  const { count } = useFormat();
  const { unmatched, documents } = props;
  const choices = useMemo(
    () =>
      documents.map(({ file, item }) => ({
        value: item.id,
        label: `${file.code}.${item.ordinal} · ${item.subject}`,
      })),
    [documents],
  );
  return (
    <Section title={tray.title} hint={tray.hint(count(unmatched.length))}>
      <VirtualList
        label={tray.title}
        count={unmatched.length}
        rowHeight={7}
        height="30rem"
        keyOf={(at) => unmatched[at]?.digest ?? ""}
        renderRow={(at) => {
          const object = unmatched[at];
          return (
            object && (
              <Row object={object} choices={choices} batchId={props.batchId} onAttached={props.onAttached} />
            )
          );
        }}
      />
    </Section>
  );
}

type Choice = { value: string; label: string };

function Row(props: { object: Unmatched; choices: Choice[]; batchId: string; onAttached: () => void }) {
  const words = useWords();
  const { tray } = words.capture;
  const { count } = useFormat();
  const desk = useDesk();
  const [itemId, setItemId] = useState<string | null>(null);
  const { object, choices, batchId } = props;
  const attach = async () => {
    if (!itemId) return;
    const answer = await importStored(desk, [object], { batchId, itemId }, () => undefined);
    const [refused] = answer.refused;
    if (refused) notifications.show({ color: "red", ...faultWords(words.faults[refused.code]) });
    else notifications.show({ message: tray.attached(object.name) });
    props.onAttached();
  };
  return (
    <Group gap="md" py="xs" wrap="nowrap" align="center">
      {object.thumbDigest !== "" && (
        <Image
          src={desk.objectUrl(object.thumbDigest)}
          alt={tray.thumbnail(object.name)}
          w="4.5rem"
          h="6rem"
          fit="contain"
        />
      )}
      <Stack gap={0} flex={1} miw={0}>
        <Text fw={600} style={{ overflowWrap: "anywhere" }}>
          {object.name}
        </Text>
        <Text c="dimmed">{tray.pages(count(object.pages))}</Text>
      </Stack>
      <Select
        aria-label={`${tray.pick}: ${object.name}`}
        placeholder={tray.pickHint}
        data={choices}
        value={itemId}
        onChange={setItemId}
        searchable
        limit={50}
        nothingFoundMessage={tray.nothing}
        filter={({ options, search, limit }) => {
          const wanted = foldedWords(search);
          const met = options.filter(
            (option) => "label" in option && wanted.every((word) => fold(option.label).includes(word)),
          );
          return met.slice(0, limit);
        }}
        w="24rem"
      />
      <ExplainedButton reason={itemId ? undefined : tray.pickFirst} onClick={() => void attach()}>
        {tray.attach}
      </ExplainedButton>
    </Group>
  );
}

function faultWords(fault: { what: string; safe: string; next: string }) {
  return { title: fault.what, message: `${fault.safe} ${fault.next}` };
}
