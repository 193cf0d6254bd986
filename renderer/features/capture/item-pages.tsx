import { Box, Button, Group, Stack, Text, Title } from "@mantine/core";
import { IconFileTypePdf, IconPlus } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { Link } from "wouter";
import { notifications } from "@mantine/notifications";
import { type Counted, sidesOf, type StackSides } from "#shared/archive/count-leaves.ts";
import { holdCode } from "#shared/archive/paper-hold.ts";
import type { Page } from "#shared/archive/page.ts";
import type { ImportAnswer } from "#shared/contract/capture.ts";
import type { ShownDocument } from "#renderer/app/document-window.tsx";
import { toReading } from "#renderer/app/addresses.ts";
import { RenditionChecks } from "#renderer/app/rendition-report.tsx";
import { HoldControl } from "#renderer/app/hold-control.tsx";
import { SaveRendition } from "#renderer/app/save-rendition.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk, useSteps, useWork } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { useLive } from "#renderer/db/use-live.ts";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import type { Document } from "#renderer/work/batch-documents.ts";
import { importScans } from "#renderer/work/import-scans.ts";
import { saySides } from "#renderer/work/say-sides.ts";
import { watchItemPages } from "#renderer/work/watch-documents.ts";
import { CountedBadge } from "./counted-badge.tsx";
import { ImportResults } from "./import-results.tsx";
import { LookAtPages } from "./look-at-pages.tsx";
import { nameScans } from "./name-scans.ts";
import { SidesChoice } from "./sides-choice.tsx";

/** The pages of one item, with what can be done with them. */
export function ItemPages(props: {
  batchId: string;
  document: Document;
  /** The whole file against its list. */
  counted: Counted | undefined;
  working: boolean;
  open: boolean;
  onShow: (shown: ShownDocument) => void;
  onImported: () => void;
}) {
  const words = useWords();
  const { items } = words.capture;
  const desk = useDesk();
  const work = useWork();
  const { file, item } = props.document;
  const pages = useLive(`pages/${item.id}`, () => watchItemPages(work, item.id));
  const title = `${file.code}.${item.ordinal}`;
  const held = holdCode(file);
  const itemHeld = holdCode(item);
  return (
    <Stack gap="md" miw={0}>
      <Group justify="space-between" align="flex-start">
        <Stack gap={0} flex="1 1 16rem" miw={0}>
          <Title order={3} fz="1.05rem" className="figures">
            {title}
          </Title>
          <Text>{item.subject}</Text>
          {props.counted && (
            <Group gap="xs">
              <Text size="sm" c="dimmed">
                {words.matching.counted.whole}
              </Text>
              <CountedBadge counted={props.counted} ended={!props.open} />
            </Group>
          )}
          {held !== "" && <Text c="red">{words.holds.captureStopped(words.holds.reasons[held])}</Text>}
          {itemHeld !== "" && <Text c="red">{words.holds.itemStopped(words.holds.reasons[itemHeld])}</Text>}
          {item.hold !== "" && <Text c="red">{words.capture.itemHolds[item.hold]}</Text>}
        </Stack>
        <Group gap="sm">
          <HoldControl compact collection="items" record={item} label={title} />
          {props.open && held === "" && itemHeld === "" && (
            <AddPages batchId={props.batchId} itemId={item.id} onImported={props.onImported} />
          )}
          {item.readingDigest !== "" || item.hold === "secret" ? (
            <Button component={Link} href={toReading(props.batchId, item.id)} variant="light">
              {words.reading.open}
            </Button>
          ) : null}
          <ExplainedButton
            variant="light"
            leftSection={<IconFileTypePdf size="1.1rem" />}
            reason={item.renditionDigest === "" ? items.noPdf : undefined}
            onClick={() =>
              props.onShow({
                title: item.subject === "" ? title : `${title} · ${item.subject}`,
                url: desk.objectUrl(item.renditionDigest),
              })
            }
          >
            {items.openPdf}
          </ExplainedButton>
          <SaveRendition item={item} file={file} reason={items.noPdf} />
        </Group>
      </Group>
      {props.open && pages && pages.length > 0 && <Sides itemId={item.id} pages={pages} />}
      <RenditionChecks item={item} />
      {pages?.length === 0 && <Text c="dimmed">{items.noPages}</Text>}
      {pages && <LookAtPages pages={pages} subject={item.subject} working={props.working} />}
    </Stack>
  );
}

/** Where no scanner told it, a person says whether backs were scanned: the leaves are counted by that. */
function Sides({ itemId, pages }: { itemId: string; pages: readonly Page[] }) {
  const { sides } = useWords().station;
  const { count } = useFormat();
  const work = useWork();
  const history = useSteps();
  const say = async (said: StackSides) => {
    const changed = await saySides(work, { history, label: sides.label }, itemId, said);
    if (changed > 0) notifications.show({ message: sides.said(count(changed)) });
  };
  return (
    <Box maw="20rem">
      <SidesChoice label={sides.item} sides={sidesOf(pages)} onSay={(said) => void say(said)} />
    </Box>
  );
}

function AddPages(props: { batchId: string; itemId: string; onImported: () => void }) {
  const { capture } = useWords();
  const desk = useDesk();
  const work = useWork();
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<ImportAnswer>();
  const take = async (files: readonly File[]) => {
    const scans = nameScans(files);
    if (scans.length === 0) return;
    setBusy(true);
    const { batchId, itemId } = props;
    setAnswer(await importScans(desk, scans, { batchId, itemId, stack: work.id() }, () => undefined));
    setBusy(false);
    props.onImported();
  };
  return (
    <Stack gap="sm">
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={capture.items.add}
        onChange={(event) => {
          const chosen = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = "";
          void take(chosen);
        }}
      />
      <Button
        variant="default"
        leftSection={<IconPlus size="1.1rem" />}
        loading={busy}
        onClick={() => input.current?.click()}
      >
        {capture.items.add}
      </Button>
      {answer && (answer.refused.length > 0 || answer.attached.some(({ sameAs }) => sameAs)) && (
        <ImportResults answer={answer} />
      )}
    </Stack>
  );
}
