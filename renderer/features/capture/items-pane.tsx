import { Badge, Group, Stack, Text, TextInput, UnstyledButton } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck, IconFileOff, IconLoader2 } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { fold, foldedWords } from "#shared/base/fold.ts";
import type { CallOutput } from "#shared/contract/desk.ts";
import type { ShownDocument } from "#renderer/app/document-window.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useWork } from "#renderer/app/session.tsx";
import { useNarrow } from "#renderer/app/use-narrow.ts";
import { useWords } from "#renderer/app/words.tsx";
import { useLive } from "#renderer/db/use-live.ts";
import { EmptyState } from "#renderer/ui/empty-state.tsx";
import { Section } from "#renderer/ui/section.tsx";
import { VirtualList } from "#renderer/ui/virtual-list.tsx";
import type { Document } from "#renderer/work/batch-documents.ts";
import { watchItemPages } from "#renderer/work/watch-documents.ts";
import classes from "./capture.module.css";
import { ItemPages } from "./item-pages.tsx";

type ItemJobs = CallOutput<"jobs.summary">["items"];

/** The items of the batch at the left, the pages of the chosen one at the right. */
export function ItemsPane(props: {
  batchId: string;
  documents: readonly Document[];
  jobs: ItemJobs;
  open: boolean;
  onShow: (shown: ShownDocument) => void;
  onImported: () => void;
}) {
  const words = useWords();
  const narrow = useNarrow();
  const { items } = words.capture;
  const { documents, jobs } = props;
  const [filter, setFilter] = useState("");
  const [chosenId, setChosenId] = useState<string>();
  const active = useMemo(() => new Set(jobs.map(({ itemId }) => itemId)), [jobs]);
  const listed = useMemo(() => {
    const wanted = foldedWords(filter);
    return documents.filter(({ file, item }) => {
      const text = fold(`${file.code}.${item.ordinal} ${item.subject} ${item.number} ${item.symbol}`);
      return wanted.every((word) => text.includes(word));
    });
  }, [documents, filter]);
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
                      onChoose={() => setChosenId(document.item.id)}
                    />
                  )
                );
              }}
            />
          </Stack>
          {chosen ? (
            <ItemPages
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

function Row(props: { document: Document; working: boolean; chosen: boolean; onChoose: () => void }) {
  const words = useWords();
  const { items } = words.capture;
  const { count } = useFormat();
  const work = useWork();
  const { document, working, chosen, onChoose } = props;
  const { file, item } = document;
  const pages = useLive(`pages/${item.id}`, () => watchItemPages(work, item.id));
  const found = pages?.length ?? 0;
  const held = item.hold !== "" || pages?.some((page) => page.hold !== "");
  const differs = pages !== undefined && item.pageCount > 0 && found !== item.pageCount;
  return (
    <UnstyledButton
      className={classes["row"]}
      data-chosen={chosen || undefined}
      aria-pressed={chosen}
      onClick={onChoose}
    >
      <Group gap="xs" wrap="nowrap" justify="space-between">
        <Text fw={600} className="figures" truncate>
          {`${file.code}.${item.ordinal}`}
        </Text>
        <Badge
          variant="light"
          color={differs ? "red" : "gray"}
          leftSection={differs && <IconAlertTriangle size="0.9rem" aria-hidden />}
          tt="none"
          style={{ flexShrink: 0 }}
        >
          {item.pageCount > 0
            ? items.counter(count(found), count(item.pageCount))
            : items.counterOnly(count(found))}
        </Badge>
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
