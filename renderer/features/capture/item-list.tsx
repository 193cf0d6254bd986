import { Group, SegmentedControl, Stack, Text, TextInput, UnstyledButton } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck, IconLoader2 } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { fold, foldedWords } from "#shared/base/fold.ts";
import type { Counted } from "#shared/archive/count-leaves.ts";
import type { Matching } from "#shared/contract/capture.ts";
import type { CallOutput } from "#shared/contract/desk.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWork } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { useLive } from "#renderer/db/use-live.ts";
import { VirtualList } from "#renderer/ui/virtual-list.tsx";
import type { Document } from "#renderer/work/batch-documents.ts";
import { watchItemPages } from "#renderer/work/watch-documents.ts";
import { CountedBadge, isWrongCount } from "./counted-badge.tsx";
import { readTrayDrag, trayDrag } from "./tray-drag.ts";
import classes from "./capture.module.css";

/** The items of the batch with their counters: filtered, chosen, and where pages of the tray can be dropped. */
export function ItemList(props: {
  documents: readonly Document[];
  jobs: CallOutput<"jobs.summary">["items"];
  matching: Matching | undefined;
  open: boolean;
  chosenId: string | undefined;
  height: string;
  onChoose: (itemId: string) => void;
  /** Absent where no tray stands beside the list. */
  onDropTray?: (keys: readonly string[], document: Document) => void;
}) {
  const words = useWords();
  const { items } = words.capture;
  const { show, allMatch } = words.station;
  const { count } = useFormat();
  const { documents, jobs, matching, open } = props;
  const [filter, setFilter] = useState("");
  const [onlyWrong, setOnlyWrong] = useState(false);
  const active = useMemo(() => new Set(jobs.map(({ itemId }) => itemId)), [jobs]);
  const counted = useMemo(() => countedOf(matching, open), [matching, open]);
  const wrong = documents.filter(({ item }) => counted.get(item.id)?.isWrong).length;
  const listed = useMemo(() => {
    const wanted = foldedWords(filter);
    return documents.filter(({ file, item }) => {
      const text = fold(`${file.code}.${item.ordinal} ${item.subject} ${item.number} ${item.symbol}`);
      return (!onlyWrong || counted.get(item.id)?.isWrong) && wanted.every((word) => text.includes(word));
    });
  }, [documents, filter, onlyWrong, counted]);
  return (
    <Stack gap="sm" miw={0}>
      <TextInput
        label={items.filter}
        placeholder={items.filterHint}
        value={filter}
        onChange={(event) => setFilter(event.currentTarget.value)}
      />
      <SegmentedControl
        aria-label={show.label}
        value={onlyWrong ? "wrong" : "all"}
        onChange={(value) => setOnlyWrong(value === "wrong")}
        data={[
          { value: "all", label: show.all },
          { value: "wrong", label: show.wrong(count(wrong)) },
        ]}
      />
      {listed.length === 0 && <Text c="dimmed">{onlyWrong && wrong === 0 ? allMatch : items.noneMatch}</Text>}
      <VirtualList
        label={items.title}
        count={listed.length}
        rowHeight={5}
        height={props.height}
        keyOf={(at) => listed[at]?.item.id ?? ""}
        renderRow={(at) => {
          const document = listed[at];
          if (!document) return null;
          const { id } = document.item;
          const own = counted.get(id);
          return (
            <Row
              document={document}
              working={active.has(id)}
              chosen={id === props.chosenId}
              counted={own?.counted}
              ended={own?.ended ?? false}
              onChoose={() => props.onChoose(id)}
              onDropTray={(keys) => props.onDropTray?.(keys, document)}
            />
          );
        }}
      />
    </Stack>
  );
}

/** Each item's count; one has ended once a later one has pages, or the batch is no longer captured. */
function countedOf(matching: Matching | undefined, open: boolean) {
  const all = matching?.items ?? [];
  const reached = all.findLastIndex(({ pages }) => pages > 0);
  return new Map(
    all.map((counted, at) => {
      const ended = !open || at < reached;
      return [counted.itemId, { counted, ended, isWrong: isWrongCount(counted, ended) }];
    }),
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
