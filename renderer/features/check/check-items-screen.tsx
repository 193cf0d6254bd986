import { Button, Group, Kbd, Stack, Text } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { IconCircleCheck, IconFileOff, IconFileTypePdf } from "@tabler/icons-react";
import { useState } from "react";
import { useLocation, useParams } from "wouter";
import { type Batch, refuseMove } from "#shared/archive/batch.ts";
import { checksOwnWork, refuseChecking } from "#shared/archive/check.ts";
import { refuseSendingBack } from "#shared/archive/rework.ts";
import { DocumentWindow } from "#renderer/app/document-window.tsx";
import { ItemNotes } from "#renderer/app/item-threads.tsx";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { RenditionChecks } from "#renderer/app/rendition-report.tsx";
import { SaveRendition } from "#renderer/app/save-rendition.tsx";
import { ItemSignature } from "#renderer/app/signature-list.tsx";
import { useDesk, useWork } from "#renderer/app/session.tsx";
import { useNarrow } from "#renderer/app/use-narrow.ts";
import { usePageLook } from "#renderer/app/use-page-look.ts";
import { useRuleData } from "#renderer/app/use-rule-profile.ts";
import { useWords } from "#renderer/app/words.tsx";
import { useLive } from "#renderer/db/use-live.ts";
import { EmptyState } from "#renderer/ui/empty-state.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import { PageView } from "#renderer/ui/page-view.tsx";
import { ReasonDialog } from "#renderer/ui/reason-dialog.tsx";
import type { Document } from "#renderer/work/batch-documents.ts";
import { checkItem, uncheckItem } from "#renderer/work/check-item.ts";
import { moveBatch } from "#renderer/work/move-batch.ts";
import { decideReturn } from "#renderer/work/seal-batch.ts";
import { watchBatch, watchBatchDocuments, watchItemPages } from "#renderer/work/watch-documents.ts";
import classes from "./check.module.css";
import { ItemFields } from "./item-fields.tsx";
import { PassMany } from "./pass-many.tsx";
import { NotTaken } from "./not-taken.tsx";
import { PassedBadge } from "./passed-badge.tsx";
import { SendBack } from "./send-back.tsx";
import { useShownPdf } from "./use-shown-pdf.ts";

/** The items of a batch one by one: pages beside fields, and a decision on each, from the keyboard. */
export function CheckItemsScreen() {
  const { batchId, itemId } = useParams<{ batchId: string; itemId?: string }>();
  const words = useWords();
  const { check } = words;
  const work = useWork();
  const { count } = useFormat();
  const documents = useLive(`documents/${batchId}`, () => watchBatchDocuments(work, batchId));
  const batch = useLive(`batch/${batchId}`, () => watchBatch(work, batchId));
  const back = { to: `/check/${batchId}`, label: check.completeness };
  const [asking, onAsk] = useState(false);
  if (!documents || batch === undefined) return <PageHeader title={words.common.loading} back={back} />;
  const at = documents.findIndex(({ item }) => (itemId ? item.id === itemId : item.checkedAt === ""));
  const document = documents[Math.max(0, at)];
  const checked = documents.filter(({ item }) => item.checkedAt !== "").length;
  return (
    <>
      <PageHeader
        title={check.item.title}
        subtitle={
          documents.length > 0 && (
            <Group gap="md" className="figures">
              <Text span>{check.item.position(count(Math.max(0, at) + 1), count(documents.length))}</Text>
              <Text span>{check.item.progress(count(checked), count(documents.length))}</Text>
            </Group>
          )
        }
        back={back}
      />
      {batch && <PassMany {...{ batch, documents, asking, onAsk }} file={document?.file} />}
      {document && batch ? (
        <ItemCheck
          key={document.item.id}
          batch={batch}
          document={document}
          isAskedBeside={asking}
          previous={documents[at - 1]?.item.id}
          next={documents[Math.max(0, at) + 1]?.item.id}
        />
      ) : (
        <EmptyState Icon={IconFileOff} title={check.item.none} hint={check.item.noneHint} />
      )}
    </>
  );
}

function ItemCheck(props: {
  batch: Batch;
  document: Document;
  isAskedBeside: boolean;
  previous: string | undefined;
  next: string | undefined;
}) {
  const words = useWords();
  const narrow = useNarrow();
  const texts = words.check.item;
  const work = useWork();
  const desk = useDesk();
  const { quality, batchSteps } = useRuleData();
  const [, go] = useLocation();
  const [page, setPage] = useState(0);
  const [returning, setReturning] = useState(false);
  const [sending, setSending] = useState(false);
  const [noting, setNoting] = useState(false);
  const { batch, document, isAskedBeside, previous, next } = props;
  const batchId = batch.id;
  const closed = refuseChecking(batch.state, work.profile.role);
  const notReturned = refuseMove(batch.state, "returned", work.profile.role, "-");
  const notSent = refuseSendingBack(batch.state, work.profile.role);
  const { file, item } = document;
  const { shown, open, close } = useShownPdf(document);
  const pages = useLive(`pages/${item.id}`, () => watchItemPages(work, item.id));
  const look = usePageLook(pages ?? [], page, ({ ordinal }) => texts.image(ordinal, item.subject));
  const title = `${file.code}.${item.ordinal}`;
  const passed = item.checkedAt !== "";
  const goTo = (id: string | undefined) => {
    if (id) go(`/check/${batchId}/items/${id}`);
  };
  const own = checksOwnWork(work.profile.name, pages?.map(({ capturedBy }) => capturedBy) ?? []);
  const notPassed = closed ?? (own ? "own-work" : undefined);
  const pass = async () => {
    if (notPassed) return;
    const answer = await checkItem(work, item.id, work.profile.role, quality);
    if (answer.ok) goTo(next);
    else notifications.show({ color: "red", message: words.check.refusals[answer.fault] });
  };
  const giveBack = async (reason: string) => {
    setReturning(false);
    const decided = await decideReturn(desk, batchId);
    const why = `${title}: ${reason}`;
    const answer = await moveBatch(work, batchId, "returned", why, undefined, {
      ...{ quality, decided, list: batchSteps },
    });
    if (answer.ok) go(`/check/${batchId}`);
    else notifications.show({ color: "red", message: words.common.batchRefusals[answer.fault] });
  };
  const free = !shown && !returning && !sending && !noting && !isAskedBeside;
  useHotkeys([
    ["A", () => free && void pass()],
    ["J", () => free && goTo(next)],
    ["K", () => free && goTo(previous)],
    ["P", () => free && open()],
    ["R", () => free && !notReturned && setReturning(true)],
    ["M", () => free && !notSent && setSending(true)],
  ]);
  return (
    <div className={classes["split"]} data-narrow={narrow || undefined}>
      <div className={classes["look"]}>
        <PageView
          {...look}
          caption={words.viewer.page(Math.min(page + 1, pages?.length ?? 0), pages?.length ?? 0)}
          texts={words.viewer}
          onPrevious={page > 0 ? () => setPage(page - 1) : undefined}
          onNext={pages && page < pages.length - 1 ? () => setPage(page + 1) : undefined}
        />
      </div>
      <Stack gap="md">
        <Group gap="sm">
          <ExplainedButton
            leftSection={<IconCircleCheck size="1.1rem" />}
            reason={notPassed && words.check.refusals[notPassed]}
            onClick={() => void pass()}
          >
            {texts.pass}
          </ExplainedButton>
          <ExplainedButton
            variant="default"
            reason={previous ? undefined : texts.isFirst}
            onClick={() => goTo(previous)}
          >
            {texts.previous}
          </ExplainedButton>
          <ExplainedButton
            variant="default"
            reason={next ? undefined : texts.isLast}
            onClick={() => goTo(next)}
          >
            {texts.next}
          </ExplainedButton>
        </Group>
        <Group gap="sm">
          <ExplainedButton
            variant="light"
            leftSection={<IconFileTypePdf size="1.1rem" />}
            reason={item.renditionDigest === "" ? words.check.refusals["no-rendition"] : undefined}
            onClick={open}
          >
            {texts.pdf}
          </ExplainedButton>
          <SaveRendition item={item} file={file} reason={words.check.refusals["no-rendition"]} />
          <ExplainedButton
            variant="default"
            reason={notReturned && words.common.batchRefusals[notReturned]}
            onClick={() => setReturning(true)}
          >
            {texts.return}
          </ExplainedButton>
          <ExplainedButton
            variant="default"
            reason={notSent && words.rework.refusals[notSent]}
            onClick={() => setSending(true)}
          >
            {words.rework.sendKey}
          </ExplainedButton>
        </Group>
        <Group gap="sm">
          <ItemNotes
            {...{ title, itemId: item.id, pageId: pages?.[page]?.id, opened: noting, onOpened: setNoting }}
          />
          <PassedBadge item={item} />
          {passed && !closed && (
            <Button variant="subtle" size="compact-md" onClick={() => void uncheckItem(work, item.id)}>
              {texts.undo}
            </Button>
          )}
        </Group>
        <NotTaken item={item} />
        <RenditionChecks item={item} />
        {item.renditionDigest !== "" && (
          <ItemSignature itemId={item.id} fileId={file.id} digest={item.renditionDigest} />
        )}
        <ItemFields document={document} pageCount={pages?.length ?? 0} />
        <Text size="sm" c="dimmed">
          <Kbd>{texts.keys}</Kbd>
        </Text>
      </Stack>
      <DocumentWindow shown={shown} onClose={close} />
      {sending && (
        <SendBack
          batchId={batchId}
          document={document}
          pages={pages ?? []}
          page={pages?.[page]}
          onClose={() => setSending(false)}
        />
      )}
      {returning && (
        <ReasonDialog
          title={words.check.returnDialog.title}
          hint={words.check.returnDialog.hint}
          label={words.check.returnDialog.reason}
          confirm={words.check.returnDialog.confirm}
          cancel={words.common.cancel}
          maxLength={1800}
          onConfirm={(reason) => void giveBack(reason).catch((error: unknown) => notifyFault(words, error))}
          onClose={() => setReturning(false)}
        />
      )}
    </div>
  );
}
