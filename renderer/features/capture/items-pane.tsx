import { Group, Stack, Text, TextInput, UnstyledButton } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck, IconFileOff, IconLoader2 } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { fold, foldedWords } from "#shared/base/fold.ts";
import type { Counted } from "#shared/archive/count-leaves.ts";
import type { Matching } from "#shared/contract/capture.ts";
import type { CallOutput } from "#shared/contract/desk.ts";
import type { ShownDocument } from "#renderer/app/document-window.tsx";
import { useWork } from "#renderer/app/session.tsx";
import { useNarrow } from "#renderer/app/use-narrow.ts";
import { useWords } from "#renderer/app/words.tsx";
import { useLive } from "#renderer/db/use-live.ts";
import { EmptyState } from "#renderer/ui/empty-state.tsx";
import { Section } from "#renderer/ui/section.tsx";
import { VirtualList } from "#renderer/ui/virtual-list.tsx";
import type { Document } from "#renderer/work/batch-documents.ts";
import { watchItemPages } from "#renderer/work/watch-documents.ts";
import { CountedBadge } from "./counted-badge.tsx";
import { readTrayDrag, trayDrag } from "./tray-drag.ts";
import classes from "./capture.module.css";
import { ItemPages } from "./item-pages.tsx";

type ItemJobs = CallOutput<"jobs.summary">["items"];

/** The items of the batch at the left, the pages of the chosen one at the right. */
export function ItemsPane(props: {
  batchId: string;
  documents: readonly Document[];
  jobs: ItemJobs;
  matching: Matching | undefined;
  chosenId: string | undefined;
  onChoose: (itemId: string) => void;
  onDropTray: (keys: readonly string[], document: Document) => void;
  open: boolean;
  onShow: (shown: ShownDocument) => void;
  onImported: () => void;
}) {
  const words = useWords();
  const narrow = useNarrow();
  const { items } = words.capture;
  const { documents, jobs, matching, chosenId } = props;
  const [filter, setFilter] = useState("");
  const active = useMemo(() => new Set(jobs.map(({ itemId }) => itemId)), [jobs]);
  const listed = useMemo(() => {
    const wanted = foldedWords(filter);
    return documents.filter(({ file, item }) => {
      const text = fold(`${file.code}.${item.ordinal} ${item.subject} ${item.number} ${item.symbol}`);
      return wanted.every((word) => text.includes(word));
    });
  }, [documents, filter]);
  const counted = useMemo(
    () => new Map(matching?.items.map((one, at) => [one.itemId, { ...one, at }])),
    [matching],
  );
  // The last item that has pages: what lies before it has been passed by.
  const reached = matching?.items.findLastIndex(({ pages }) => pages > 0) ?? -1;
  const files = useMemo(() => new Map(matching?.files.map((one) => [one.fileId, one])), [matching]);
  const chosen = documents.find(({ item }) => item.id === (chosenId ?? documents[0]?.item.id));
  return (
    <Section title={items.title}>
      {documents.length === 0 ? (
        <EmptyState Icon={IconFileOff} title={items.none} hint={items.noneHint} />
      ) : (
        <div className={classes["panes"]} data-narrow={narrow || undefined}>
          <Stack gap="sm" miw={0}>
            <TextInput
              label={items.filter}
              placeholder={items.filterHint}
              value={filter}
              onChange={(event) => setFilter(event.currentTarget.value)}
            />
            {listed.length === 0 && <Text c="dimmed">{items.noneMatch}</Text>}
            <VirtualList
              label={items.title}
              count={listed.length}
              rowHeight={5}
              height="40rem"
              keyOf={(at) => listed[at]?.item.id ?? ""}
              renderRow={(at) => {
                const document = listed[at];
                return (
                  document && (
                    <Row
                      document={document}
                      working={active.has(document.item.id)}
                      chosen={document.item.id === chosen?.item.id}
                      counted={counted.get(document.item.id)}
                      ended={!props.open || (counted.get(document.item.id)?.at ?? reached) < reached}
                      onChoose={() => props.onChoose(document.item.id)}
                      onDropTray={(keys) => props.onDropTray(keys, document)}
                    />
                  )
                );
              }}
            />
          </Stack>
          {chosen ? (
            <ItemPages
              counted={files.get(chosen.file.id)}
              key={chosen.item.id}
              batchId={props.batchId}
              document={chosen}
              working={active.has(chosen.item.id)}
              open={props.open}
              onShow={props.onShow}
              onImported={props.onImported}
            />
          ) : (
            <Text c="dimmed">{items.choose}</Text>
          )}
        </div>
      )}
    </Section>
  );
}

function Row(props: {
  document: Document;
  working: boolean;
  chosen: boolean;
  counted: Counted | undefined;
  ended: boolean;
  onChoose: () => void;
  onDropTray: (keys: readonly string[]) => void;
}) {
  const work = useWork();
  const { document, working, chosen, counted, ended, onChoose } = props;
  const [over, setOver] = useState(false);
  const { file, item } = document;
  const pages = useLive(`pages/${item.id}`, () => watchItemPages(work, item.id));
  const held = item.hold !== "" || pages?.some((page) => page.hold !== "");
  return (
    <UnstyledButton
      className={classes["row"]}
      data-chosen={chosen || over || undefined}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(trayDrag)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        props.onDropTray(readTrayDrag(event.dataTransfer));
      }}
      aria-pressed={chosen}
      onClick={onChoose}
    >
      <Group gap="xs" wrap="nowrap" justify="space-between">
        <Text fw={600} className="figures" truncate>
          {`${file.code}.${item.ordinal}`}
        </Text>
        {counted && <CountedBadge counted={counted} ended={ended} />}
      </Group>
      <Text lineClamp={1}>{item.subject}</Text>
      <Group gap="0.3rem" wrap="nowrap">
        <State
          held={held ?? false}
          working={working}
          ready={item.renditionDigest !== ""}
          sent={item.receiptAt !== ""}
        />
      </Group>
    </UnstyledButton>
  );
}

function State(props: { held: boolean; working: boolean; ready: boolean; sent: boolean }) {
  const { items, page } = useWords().capture;
  if (props.held) return <Mark Icon={IconAlertTriangle} color="red" text={page.held} />;
  if (props.working) return <Mark Icon={IconLoader2} color="blue" text={items.working} />;
  if (props.ready)
    return <Mark Icon={IconCircleCheck} color="lacquer" text={props.sent ? items.sent : items.ready} />;
  return null;
}

function Mark(props: { Icon: typeof IconLoader2; color: string; text: string }) {
  const { Icon, color, text } = props;
  return (
    <>
      <Icon size="1rem" color={`var(--mantine-color-${color}-text)`} aria-hidden />
      <Text size="sm">{text}</Text>
    </>
  );
}
