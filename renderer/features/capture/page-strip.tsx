import { Group, Text, UnstyledButton } from "@mantine/core";
import { IconAlertTriangle, IconClock, IconCircleCheck, IconLoader2, IconPhoto } from "@tabler/icons-react";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useEffect, useRef } from "react";
import type { Page } from "#shared/archive/page.ts";
import { qualityWarnings } from "#shared/archive/quality.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import classes from "./capture.module.css";
import { type PageProgress, pageProgress } from "./page-progress.ts";

const marks: Record<PageProgress, [typeof IconClock, string]> = {
  waiting: [IconClock, "gray"],
  working: [IconLoader2, "blue"],
  done: [IconCircleCheck, "lacquer"],
  held: [IconAlertTriangle, "red"],
};

/** Thumbnails of an item's pages in a row, of which only those in sight are drawn; arrows go from page to page. */
export function PageStrip(props: {
  pages: readonly Page[];
  chosen: number;
  working: boolean;
  onChoose: (at: number) => void;
}) {
  const words = useWords();
  const { pages, chosen, onChoose } = props;
  const frame = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- no React Compiler is used here
  const strip = useVirtualizer({
    horizontal: true,
    count: pages.length,
    getScrollElement: () => frame.current,
    estimateSize: () => 9.5 * Number.parseFloat(getComputedStyle(document.documentElement).fontSize || "16"),
    overscan: 4,
    initialRect: { width: 800, height: 200 },
  });
  useEffect(() => strip.scrollToIndex(chosen), [strip, chosen]);
  const press = (event: KeyboardEvent) => {
    const to = event.key === "ArrowRight" ? chosen + 1 : event.key === "ArrowLeft" ? chosen - 1 : -1;
    if (to < 0 || to >= pages.length) return;
    event.preventDefault();
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
                progress={pageProgress(page, props.working)}
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

function Cell(props: {
  page: Page;
  progress: PageProgress;
  start: number;
  chosen: boolean;
  onChoose: () => void;
}) {
  const words = useWords();
  const desk = useDesk();
  const { page, progress, start, chosen } = props;
  const texts = words.capture.page;
  const [Icon, color] = marks[progress];
  const warned = qualityWarnings(page).length > 0;
  return (
    <UnstyledButton
      className={classes["cell"]}
      style={{ transform: `translateX(${start}px)` }}
      data-chosen={chosen || undefined}
      aria-pressed={chosen}
      onClick={props.onChoose}
    >
      {page.thumbDigest === "" ? (
        <span className={classes["blank"]}>
          <IconPhoto aria-hidden color="var(--mantine-color-dimmed)" />
        </span>
      ) : (
        <img className={classes["thumb"]} src={desk.objectUrl(page.thumbDigest)} alt="" loading="lazy" />
      )}
      <Group gap="0.25rem" wrap="nowrap" justify="space-between">
        <Text span size="sm" fw={600} className="figures" style={{ whiteSpace: "nowrap" }}>
          {texts.name(page.ordinal)}
        </Text>
        <Text span size="xs" c="dimmed" className="figures" style={{ whiteSpace: "nowrap" }}>
          {page.blank === "" || page.dpi === 0 ? "" : texts.dpiValue(page.dpi)}
        </Text>
      </Group>
      <Group gap="0.25rem" wrap="nowrap">
        <Icon
          size="1rem"
          color={`var(--mantine-color-${color}-text)`}
          className={progress === "working" ? classes["turning"] : undefined}
          aria-hidden
        />
        <Text span size="xs">
          {texts[progress]}
        </Text>
        {warned && progress !== "held" && (
          <IconAlertTriangle size="1rem" color="var(--mantine-color-yellow-text)" aria-hidden />
        )}
      </Group>
    </UnstyledButton>
  );
}
