import { Paper, Stack, Text, Title } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { useLocation } from "wouter";
import type { Batch } from "#shared/archive/batch.ts";
import { shortestJustification } from "#shared/archive/check.ts";
import { type Area, cropTo } from "#shared/capture/corrections.ts";
import type { JudgedPage } from "#shared/contract/quality.ts";
import { mayJustify } from "#shared/rules/capture-quality.ts";
import { ItemNotes } from "#renderer/app/item-threads.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useWork } from "#renderer/app/session.tsx";
import { useNarrow } from "#renderer/app/use-narrow.ts";
import { usePageLook } from "#renderer/app/use-page-look.ts";
import { useWords } from "#renderer/app/words.tsx";
import { useLive } from "#renderer/db/use-live.ts";
import { PageView } from "#renderer/ui/page-view.tsx";
import { ReasonDialog } from "#renderer/ui/reason-dialog.tsx";
import { watchItemPages } from "#renderer/work/watch-documents.ts";
import { moveArea } from "./crop-area.ts";
import { BringPages } from "./bring-pages.tsx";
import { CropFrame } from "./crop-frame.tsx";
import { JudgeTools } from "./judge-tools.tsx";
import { keepOrder, nextToJudge } from "./judge-order.ts";
import { PageFindings } from "./page-findings.tsx";
import classes from "./quality.module.css";
import { RejectReasons, rejectReasons } from "./reject-reasons.tsx";
import { type Bringing, useBringing } from "./use-bringing.ts";
import { useVerdicts } from "./use-verdicts.ts";

const wholePage: Area = { left: 0.03, top: 0.03, right: 0.97, bottom: 0.97 };

/** The pages of a batch, looked at and judged one after the other by keyboard alone, those that most want it first. */
export function JudgePane(props: {
  batch: Batch;
  judged: readonly JudgedPage[];
  /** The page to begin with, where one was asked for. */
  firstId?: string | undefined;
  onGone: () => void;
}) {
  const { batch, judged } = props;
  const words = useWords();
  const { quality } = words;
  const { count } = useFormat();
  const narrow = useNarrow();
  const work = useWork();
  const [, go] = useLocation();
  const [order] = useState(() => judged.map(({ id }) => id));
  const pages = useMemo(() => keepOrder(order, judged), [order, judged]);
  const [chosen, setChosen] = useState(
    () => props.firstId ?? (judged.find(({ verdict }) => verdict === "") ?? judged[0])?.id,
  );
  const [asking, setAsking] = useState<"reject" | "justify" | "withdraw" | "note" | Bringing>();
  const [area, setArea] = useState<Area>();
  const view = useRef<HTMLDivElement>(null);

  const at = Math.max(
    0,
    pages.findIndex(({ id }) => id === chosen),
  );
  const row = pages[at];
  const itemId = row?.itemId ?? "";
  const siblings = useLive(`pages/${itemId}`, () => watchItemPages(work, itemId)) ?? [];
  const place = siblings.findIndex(({ id }) => id === row?.id);
  const page = siblings[place];
  const label = row?.label ?? "";
  const look = usePageLook(siblings, place, ({ ordinal }) => quality.image(label, ordinal));

  const choose = (id: string | undefined) => {
    if (id === undefined) return;
    setAsking(undefined);
    setArea(undefined);
    setChosen(id);
  };
  const afterVerdict = () => {
    setAsking(undefined);
    const next = nextToJudge(pages, at);
    if (next) choose(next.id);
    else notifications.show({ message: quality.done });
  };
  const acts = useVerdicts(page, afterVerdict);
  const bringing = useBringing(page, siblings);
  const brought = (how: Bringing, laid: string[] | undefined) => {
    if (!laid) return;
    setAsking(undefined);
    // What replaces a page comes to be judged once it has been measured.
    if (how === "replace") afterVerdict();
  };
  const walk = (by: 1 | -1) => choose(pages[at + by]?.id);
  const mayKeep = row !== undefined && mayJustify(row.findings, work.profile.role);
  const startCrop = () => setArea(wholePage);
  const finishCrop = () => {
    if (area) acts.crop((correction) => cropTo(correction, area));
    setArea(undefined);
  };
  const toStation = () => go(`/capture/${batch.id}/items/${itemId}`);
  // Keys act on the page itself; while a reason is asked for or a crop is drawn they mean that.
  const free = (act: () => unknown) => () => asking === undefined && area === undefined && void act();
  useHotkeys([
    ["A", free(acts.accept)],
    ["R", free(() => setAsking("reject"))],
    ["E", free(() => mayKeep && setAsking("justify"))],
    ["J", free(() => walk(1))],
    ["K", free(() => walk(-1))],
    ["[", free(() => acts.turn(270))],
    ["]", free(() => acts.turn(90))],
    ["S", free(acts.straighten)],
    ["D", free(acts.despeckle)],
    ["C", free(startCrop)],
    ["V", free(acts.uncrop)],
    ["X", free(acts.split)],
    ["P", free(() => setAsking("replace"))],
    ["I", free(() => setAsking("behind"))],
    ["shift+I", free(() => setAsking("before"))],
    ["shift+J", free(() => bringing.move(1))],
    ["shift+K", free(() => bringing.move(-1))],
    ["Delete", free(() => setAsking("withdraw"))],
    ["Q", free(toStation)],
    ...rejectReasons.map((defect, index): [string, () => void] => [
      String((index + 1) % 10),
      () => asking === "reject" && void acts.reject(defect),
    ]),
    ["Escape", () => asking === "reject" && setAsking(undefined)],
  ]);
  const isHere = page !== undefined;
  // The page takes the keys of a page (space, + -, B) without being clicked first, unless a dialog has them.
  const isFree = asking === undefined;
  useEffect(() => {
    if (isFree) view.current?.querySelector<HTMLElement>('[role="region"]')?.focus();
  }, [chosen, isHere, isFree]);

  const cropKeys = (event: KeyboardEvent) => {
    if (!area) return;
    const moved = moveArea(area, event.key, event.shiftKey);
    if (moved) setArea(moved);
    else if (event.key === "Enter") finishCrop();
    else if (event.key === "Escape") setArea(undefined);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const done = pages.filter(({ verdict }) => verdict !== "").length;
  const must = pages.filter((one) => one.must && one.verdict !== "accepted").length;
  return (
    <div className={classes["split"]} data-narrow={narrow || undefined}>
      <div className={classes["look"]} ref={view} onKeyDownCapture={cropKeys}>
        <PageView
          {...look}
          caption={quality.page(label, row?.ordinal ?? 0)}
          texts={words.viewer}
          overlay={area && <CropFrame area={area} label={quality.cropArea} onChange={setArea} />}
          onPrevious={place > 0 ? () => choose(siblings[place - 1]?.id) : undefined}
          onNext={
            place >= 0 && place < siblings.length - 1 ? () => choose(siblings[place + 1]?.id) : undefined
          }
        />
      </div>
      <Stack gap="md">
        <Stack gap={0}>
          <Title order={2} fz="1.1rem" className="figures">
            {quality.page(label, row?.ordinal ?? 0)}
          </Title>
          <Text aria-live="polite">{quality.place(count(at + 1), count(pages.length))}</Text>
          <Text size="sm" c="dimmed">
            {quality.progress(count(done), count(pages.length), count(must))}
          </Text>
        </Stack>
        {row && page && <PageFindings page={page} judged={row} />}
        {area && (
          <Paper withBorder p="sm" role="status">
            {quality.cropping}
          </Paper>
        )}
        {asking === "reject" && <RejectReasons onReject={(defect) => void acts.reject(defect)} />}
        {page && asking !== "reject" && !area && (
          <JudgeTools
            page={page}
            mayKeep={mayKeep}
            hasErrors={row?.findings.some(({ severity }) => severity === "error") ?? false}
            acts={acts}
            onReject={() => setAsking("reject")}
            onJustify={() => setAsking("justify")}
            onCrop={startCrop}
            onStation={toStation}
            onBring={setAsking}
            onMove={(by) => void bringing.move(by)}
            onWithdraw={() => setAsking("withdraw")}
          />
        )}
        {page && (
          <ItemNotes
            {...{ title: label, itemId, pageId: page.id, opened: asking === "note" }}
            onOpened={(opened) => setAsking(opened ? "note" : undefined)}
          />
        )}
        <Text size="sm" c="dimmed">
          {quality.undoHint}
        </Text>
      </Stack>
      {(asking === "replace" || asking === "before" || asking === "behind") && (
        <BringPages
          how={asking}
          name={quality.page(label, row?.ordinal ?? 0)}
          busy={bringing.busy}
          onFiles={(files) => void bringing.files(asking, files).then((laid) => brought(asking, laid))}
          onWaiting={(one) => void bringing.waiting(asking, one).then((laid) => brought(asking, laid))}
          onClose={() => setAsking(undefined)}
        />
      )}
      {asking === "withdraw" && (
        <ReasonDialog
          {...quality.bring.withdrawDialog}
          cancel={words.common.cancel}
          maxLength={300}
          onConfirm={(reason) => void bringing.withdraw(reason).then(afterVerdict)}
          onClose={() => setAsking(undefined)}
        />
      )}
      {asking === "justify" && (
        <ReasonDialog
          {...quality.justifyDialog}
          cancel={words.common.cancel}
          maxLength={300}
          shortest={shortestJustification}
          onConfirm={(reason) => void acts.justify(reason)}
          onClose={() => setAsking(undefined)}
        />
      )}
    </div>
  );
}
