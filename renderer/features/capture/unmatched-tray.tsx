import { Group, Select, Stack, Text } from "@mantine/core";
import { useMemo, useState } from "react";
import { keyOfArrival } from "#shared/capture/arrival-key.ts";
import { fold, foldedWords } from "#shared/base/fold.ts";
import type { Matching, Unmatched } from "#shared/contract/capture.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useHistory } from "#renderer/app/use-history.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { Section } from "#renderer/ui/section.tsx";
import type { Document } from "#renderer/work/batch-documents.ts";
import { ProposedOrder } from "./proposed-order.tsx";
import { SeparatorsMet } from "./separators-met.tsx";
import { TrayCells } from "./tray-cells.tsx";
import type { Lay } from "./use-laying.tsx";

/** Pages of which nobody knows the item: a person looks at each and says where it belongs. */
export function UnmatchedTray(props: {
  unmatched: readonly Unmatched[];
  documents: readonly Document[];
  proposed: Matching["proposed"];
  lay: Lay;
}) {
  const words = useWords();
  const { tray } = words.capture;
  const texts = words.matching.tray;
  const { count } = useFormat();
  const { undo } = useHistory();
  const { unmatched, documents, lay } = props;
  const waiting = useMemo(() => unmatched.filter(({ kind }) => kind === "pages"), [unmatched]);
  const separators = unmatched.filter(({ kind }) => kind === "separator");
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [itemId, setItemId] = useState<string | null>(null);
  const choices = useMemo(
    () =>
      documents.map(({ file, item }) => ({
        value: item.id,
        label: `${file.code}.${item.ordinal} · ${item.subject}`,
      })),
    [documents],
  );
  const chosen = waiting.filter((one) => selected.has(keyOfArrival(one)));
  const pages = count(chosen.reduce((sum, one) => sum + one.pages, 0));
  const target = documents.find(({ item }) => item.id === itemId);
  const attach = async () => {
    if (target && chosen.length > 0 && (await lay(chosen, target))) setSelected(new Set());
  };
  const why = chosen.length === 0 ? texts.chooseFirst : target ? undefined : tray.pickFirst;
  return (
    <Section
      title={tray.title}
      {...(waiting.length === 0 ? {} : { hint: texts.hint(count(waiting.length)) })}
    >
      <Stack gap="md">
        {waiting.length > 0 && (
          <>
            <ProposedOrder proposed={props.proposed} waiting={waiting} documents={documents} lay={lay} />
            <TrayCells
              label={tray.title}
              waiting={waiting}
              documents={documents}
              selected={selected}
              onSelect={setSelected}
              onEnter={() => void attach()}
              onUndo={undo}
            />
            <Text size="sm" c="dimmed">
              {texts.keys}
            </Text>
            <Group align="flex-end" gap="sm">
              <Select
                label={tray.pick}
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
                    (option) =>
                      "label" in option && wanted.every((word) => fold(option.label).includes(word)),
                  );
                  return met.slice(0, limit);
                }}
                flex="1 1 20rem"
              />
              <ExplainedButton reason={why} onClick={() => void attach()}>
                {tray.attach}
              </ExplainedButton>
              <Text className="figures" role="status">
                {chosen.length > 0 ? texts.selected(count(chosen.length), pages) : ""}
              </Text>
            </Group>
          </>
        )}
        {separators.length > 0 && (
          <SeparatorsMet
            separators={separators}
            documents={documents}
            target={target}
            pickFirst={tray.pickFirst}
            lay={lay}
          />
        )}
      </Stack>
    </Section>
  );
}
