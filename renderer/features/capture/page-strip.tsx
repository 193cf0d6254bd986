import { Group, Text, UnstyledButton } from "@mantine/core";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useEffect, useRef } from "react";
import type { Page } from "#shared/archive/page.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { moveInThumbs } from "#renderer/ui/move-in-thumbs.ts";
import { ThumbImage } from "#renderer/ui/thumb-image.tsx";
import classes from "./capture.module.css";
import { PageMark } from "./page-mark.tsx";

/** The room of a thumbnail in the strip, in rem. */
const cellWidth = 9.5;

/** Thumbnails of an item's pages in a row, of which only those in sight are drawn; keys go from page to page. */
export function PageStrip(props: {
  pages: readonly Page[];
  chosen: number;
  working: boolean;
  onChoose: (at: number) => void;
}) {
  const words = useWords();
  const { pages, chosen, onChoose } = props;
  const frame = useRef<HTMLDivElement>(null);
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize || "16");
  // eslint-disable-next-line react-hooks/incompatible-library -- no React Compiler is used here
  const strip = useVirtualizer({
    horizontal: true,
    count: pages.length,
    getScrollElement: () => frame.current,
    estimateSize: () => cellWidth * rem,
    overscan: 4,
    initialRect: { width: 800, height: 200 },
  });
  useEffect(() => strip.measure(), [strip, rem]);
  useEffect(() => strip.scrollToIndex(chosen), [strip, chosen]);
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const inSight = Math.floor((frame.current?.clientWidth ?? 0) / (cellWidth * rem));
    const to = moveInThumbs(event.key, chosen, { count: pages.length, columns: 1, rows: inSight });
    if (to === undefined) return;
    event.preventDefault();
    // The thumbnail that had the focus may be out of sight, and gone.
    frame.current?.focus();
    onChoose(to);
  };
  return (
    <div
      ref={frame}
      className={classes["strip"]}
      tabIndex={0}
      role="region"
      aria-label={words.capture.items.strip}
      onKeyDown={press}
    >
      <div style={{ width: strip.getTotalSize(), height: "100%", position: "relative" }}>
        {strip.getVirtualItems().map(({ index, start }) => {
          const page = pages[index];
          return (
            page && (
              <Cell
                key={page.id}
                page={page}
                working={props.working}
                start={start}
                chosen={index === chosen}
                onChoose={() => onChoose(index)}
              />
            )
          );
        })}
      </div>
    </div>
  );
}

function Cell(props: { page: Page; working: boolean; start: number; chosen: boolean; onChoose: () => void }) {
  const texts = useWords().capture.page;
  const desk = useDesk();
  const { page, start, chosen } = props;
  return (
    <UnstyledButton
      className={classes["cell"]}
      style={{ transform: `translateX(${start}px)` }}
      data-chosen={chosen || undefined}
      aria-pressed={chosen}
      onClick={props.onChoose}
    >
      <ThumbImage
        src={page.thumbDigest === "" ? "" : desk.objectUrl(page.thumbDigest)}
        className={classes["thumb"]}
      />
      <Group gap="0.25rem" wrap="nowrap" justify="space-between">
        <Text span size="sm" fw={600} className="figures" style={{ whiteSpace: "nowrap" }}>
          {texts.name(page.ordinal)}
        </Text>
        <Text span size="xs" c="dimmed" className="figures" style={{ whiteSpace: "nowrap" }}>
          {page.blank === "" || page.dpi === 0 ? "" : texts.dpiValue(page.dpi)}
        </Text>
      </Group>
      <PageMark page={page} working={props.working} />
    </UnstyledButton>
  );
}
