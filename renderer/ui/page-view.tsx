import { ActionIcon, Group, Text, Tooltip } from "@mantine/core";
import {
  IconArrowsMaximize,
  IconChevronLeft,
  IconChevronRight,
  IconMinus,
  IconPlus,
} from "@tabler/icons-react";
import { type ComponentType, type KeyboardEvent, useState } from "react";
import classes from "./page-view.module.css";

export type PageViewTexts = {
  zoomIn: string;
  zoomOut: string;
  fit: string;
  previous: string;
  next: string;
  /** Why there is no page before or after the one shown. */
  isFirst: string;
  isLast: string;
  missing: string;
};

/** `fit` shows the whole page; a number is a share of the picture's own size. */
type Zoom = "fit" | number;

const steps = [0.25, 0.5, 0.75, 1, 1.5, 2, 3];

/**
 * A picture of a page that is looked at closely: fitted or at its own size (space), larger and smaller (+ -), and
 * the pages beside it (arrows). `src` is empty while there is no picture.
 */
export function PageView(props: {
  src: string;
  alt: string;
  caption: string;
  texts: PageViewTexts;
  onPrevious?: (() => void) | undefined;
  onNext?: (() => void) | undefined;
}) {
  const { src, alt, caption, texts, onPrevious, onNext } = props;
  const [zoom, setZoom] = useState<Zoom>("fit");
  const [natural, setNatural] = useState({ src: "", width: 0 });
  const step = (by: 1 | -1) => {
    const from = zoom === "fit" ? 0.5 : zoom;
    const at = steps.findIndex((known) => known >= from);
    setZoom(steps[Math.min(steps.length - 1, Math.max(0, at + by))] ?? 1);
  };
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target instanceof HTMLButtonElement && event.key === " ") return;
    const act = keys(event.key, zoom);
    if (!act) return;
    event.preventDefault();
    if (act === "next") onNext?.();
    else if (act === "previous") onPrevious?.();
    else if (act === "fit" || act === "own") setZoom(act === "fit" ? "fit" : 1);
    else step(act === "larger" ? 1 : -1);
  };
  const width = zoom === "fit" || natural.src !== src ? undefined : natural.width * zoom;
  return (
    <div className={classes["view"]} onKeyDown={press}>
      <div className={classes["frame"]} tabIndex={0} role="region" aria-label={caption}>
        {src === "" ? (
          <Text p="lg">{texts.missing}</Text>
        ) : (
          <img
            src={src}
            alt={alt}
            className={zoom === "fit" ? classes["fitted"] : classes["sized"]}
            style={width === undefined ? undefined : { width }}
            onLoad={(event) => setNatural({ src, width: event.currentTarget.naturalWidth })}
          />
        )}
      </div>
      <Group justify="space-between" gap="xs" p="xs" wrap="wrap">
        <Group gap="xs">
          <Tool label={texts.previous} Icon={IconChevronLeft} onClick={onPrevious} reason={texts.isFirst} />
          <Text className="figures" aria-live="polite">
            {caption}
          </Text>
          <Tool label={texts.next} Icon={IconChevronRight} onClick={onNext} reason={texts.isLast} />
        </Group>
        <Group gap="xs">
          <Tool label={texts.zoomOut} Icon={IconMinus} onClick={() => step(-1)} />
          <Text className="figures" miw="5.5rem" ta="center" style={{ whiteSpace: "nowrap" }}>
            {zoom === "fit" ? texts.fit : `${Math.round(zoom * 100)} %`}
          </Text>
          <Tool label={texts.zoomIn} Icon={IconPlus} onClick={() => step(1)} />
          <Tool
            label={texts.fit}
            Icon={IconArrowsMaximize}
            onClick={() => setZoom(zoom === "fit" ? 1 : "fit")}
          />
        </Group>
      </Group>
    </div>
  );
}

type Act = "next" | "previous" | "fit" | "own" | "larger" | "smaller";

function keys(key: string, zoom: Zoom): Act | undefined {
  if (key === " ") return zoom === "fit" ? "own" : "fit";
  if (key === "+" || key === "=") return "larger";
  if (key === "-") return "smaller";
  // Arrows scroll a page that is larger than its frame.
  if (zoom !== "fit") return undefined;
  if (key === "ArrowRight") return "next";
  if (key === "ArrowLeft") return "previous";
  return undefined;
}

function Tool(props: {
  label: string;
  Icon: ComponentType<{ size?: number | string }>;
  onClick: (() => void) | undefined;
  /** Why the tool cannot be used, where it has nothing to do. */
  reason?: string;
}) {
  const { label, Icon, onClick, reason = "" } = props;
  return (
    <Tooltip label={onClick ? label : reason} events={{ hover: true, focus: true, touch: true }}>
      <ActionIcon
        variant="default"
        size="2.25rem"
        aria-label={label}
        {...(onClick ? {} : { "data-disabled": true, "aria-disabled": true, "aria-description": reason })}
        onClick={() => onClick?.()}
      >
        <Icon size="1.1rem" />
      </ActionIcon>
    </Tooltip>
  );
}
