import { Group, Select, Stack, Text } from "@mantine/core";
import { IconInbox } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { keyOfArrival } from "#shared/capture/arrival-key.ts";
import { fold, foldedWords } from "#shared/base/fold.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useHistory } from "#renderer/app/use-history.tsx";
import { useNarrow } from "#renderer/app/use-narrow.ts";
import { useWords } from "#renderer/app/words.tsx";
import { EmptyState } from "#renderer/ui/empty-state.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { Section } from "#renderer/ui/section.tsx";
import type { Document } from "#renderer/work/batch-documents.ts";
import { ItemList } from "./item-list.tsx";
import { ProposedOrder } from "./proposed-order.tsx";
import { SeparatorsMet } from "./separators-met.tsx";
import classes from "./station.module.css";
import { TrayCells } from "./tray-cells.tsx";
import type { StationState } from "./use-station.ts";

/** Pages of which nobody knows the item: a person looks at each and says where it belongs. */
export function UnmatchedTray(props: { documents: readonly Document[]; state: StationState }) {
  const words = useWords();
  const { tray } = words.capture;
  const texts = words.matching.tray;
  const { count } = useFormat();
  const { undo } = useHistory();
  const narrow = useNarrow();
  const { documents, state } = props;
  const { tray: unmatched, lay, matching } = state;
  const waiting = useMemo(() => unmatched.filter(({ kind }) => kind === "pages"), [unmatched]);
  const separators = unmatched.filter(({ kind }) => kind === "separator");
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [itemId, setItemId] = useState<string>();
  const chosen = waiting.filter((one) => selected.has(keyOfArrival(one)));
  const pages = count(chosen.reduce((sum, one) => sum + one.pages, 0));
  const target = documents.find(({ item }) => item.id === itemId);
  const attach = async () => {
    if (target && chosen.length > 0 && (await lay(chosen, target))) setSelected(new Set());
  };
  const drop = (keys: readonly string[], document: Document) => {
    const arrivals = waiting.filter((one) => keys.includes(keyOfArrival(one)));
    if (arrivals.length > 0) void lay(arrivals, document);
  };
  const why = chosen.length === 0 ? texts.chooseFirst : target ? undefined : tray.pickFirst;
  const { empty, emptyHint, into, intoHint } = words.station.tray;
  if (unmatched.length === 0) return <EmptyState Icon={IconInbox} title={empty} hint={emptyHint} />;
  return (
    <div className={classes["trayPanes"]} data-narrow={narrow || undefined}>
      <Stack gap="md" miw={0}>
        {waiting.length > 0 && (
          <Section title={tray.title} hint={texts.hint(count(waiting.length))}>
            <Stack gap="md">
              <ProposedOrder
                proposed={matching?.proposed ?? []}
                waiting={waiting}
                documents={documents}
                lay={lay}
              />
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
                <PickItem documents={documents} itemId={itemId} onPick={setItemId} />
                <ExplainedButton reason={why} onClick={() => void attach()}>
                  {tray.attach}
                </ExplainedButton>
                <Text className="figures" role="status">
                  {chosen.length > 0 ? texts.selected(count(chosen.length), pages) : ""}
                </Text>
              </Group>
            </Stack>
          </Section>
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
      <Section title={into} hint={intoHint}>
        <ItemList
          documents={documents}
          jobs={state.jobs.value?.items ?? []}
          matching={matching}
          open
          chosenId={itemId}
          height="34rem"
          onChoose={setItemId}
          onDropTray={drop}
        />
      </Section>
    </div>
  );
}

/** Picks an item by typing; what is picked in the list stands here too. */
function PickItem(props: {
  documents: readonly Document[];
  itemId: string | undefined;
  onPick: (itemId: string | undefined) => void;
}) {
  const { tray } = useWords().capture;
  const { documents, itemId, onPick } = props;
  const choices = useMemo(
    () =>
      documents.map(({ file, item }) => ({
        value: item.id,
        label: `${file.code}.${item.ordinal} · ${item.subject}`,
      })),
    [documents],
  );
  return (
    <Select
      label={tray.pick}
      placeholder={tray.pickHint}
      data={choices}
      value={itemId ?? null}
      onChange={(value) => onPick(value ?? undefined)}
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
      flex="1 1 20rem"
    />
  );
}
