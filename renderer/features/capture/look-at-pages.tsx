import { Group, SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { useParams } from "wouter";
import type { Page } from "#shared/archive/page.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { usePageLook } from "#renderer/app/use-page-look.ts";
import { useWords } from "#renderer/app/words.tsx";
import { useKeptNumber } from "#renderer/ui/kept-number.ts";
import { PageView } from "#renderer/ui/page-view.tsx";
import { ThumbGrid } from "#renderer/ui/thumb-grid.tsx";
import { ThumbSize, thumbWidths } from "#renderer/ui/thumb-size.tsx";
import classes from "./capture.module.css";
import { PageMark } from "./page-mark.tsx";
import { PageQuality } from "./page-quality.tsx";
import { PageStrip } from "./page-strip.tsx";

/** An item's pages: a strip of thumbnails with the chosen page and its figures, or all of them in a grid. */
export function LookAtPages(props: { pages: readonly Page[]; subject: string; working: boolean }) {
  const { pages, subject, working } = props;
  const words = useWords();
  const desk = useDesk();
  const { page: asked = "1" } = useParams<{ page?: string }>();
  const [chosen, setChosen] = useState(() => Math.max(0, (Number.parseInt(asked) || 1) - 1));
  const [inGrid, setInGrid] = useKeptNumber("mucluc.capture.grid", 0, [0, 1]);
  const [width, setWidth] = useKeptNumber("mucluc.capture.thumbs", 9, thumbWidths);
  const last = pages.length - 1;
  const at = Math.min(chosen, last);
  const page = pages[at];
  const look = usePageLook(pages, at, ({ ordinal }) => words.check.item.image(ordinal, subject));
  if (!page) return null;
  return (
    <>
      <Group justify="space-between">
        <SegmentedControl
          aria-label={words.viewer.arrangement}
          value={String(inGrid)}
          data={[
            { value: "0", label: words.viewer.strip },
            { value: "1", label: words.viewer.grid },
          ]}
          onChange={(value) => setInGrid(Number(value))}
        />
        {inGrid === 1 && <ThumbSize label={words.viewer.thumbSize} value={width} onChange={setWidth} />}
      </Group>
      {inGrid === 1 ? (
        <ThumbGrid
          label={words.capture.items.strip}
          count={pages.length}
          thumbAt={(index) => ({
            key: pages[index]?.id ?? "",
            src: pages[index]?.thumbDigest ? desk.objectUrl(pages[index].thumbDigest) : "",
            name: words.capture.page.name(pages[index]?.ordinal ?? 0),
          })}
          foot={(index) => pages[index] && <PageMark page={pages[index]} working={working} />}
          footLines={1}
          width={width}
          height="40rem"
          current={at}
          onCurrent={setChosen}
          onOpen={() => setInGrid(0)}
        />
      ) : (
        <>
          <PageStrip pages={pages} chosen={at} working={working} onChoose={setChosen} />
          <div className={classes["look"]}>
            <PageView
              {...look}
              caption={words.viewer.page(at + 1, pages.length)}
              texts={words.viewer}
              onPrevious={at > 0 ? () => setChosen(at - 1) : undefined}
              onNext={at < last ? () => setChosen(at + 1) : undefined}
            />
          </div>
        </>
      )}
      <PageQuality page={page} />
    </>
  );
}
