import { Text } from "@mantine/core";
import {
  type KeyboardEvent,
  lazy,
  type ReactNode,
  Suspense,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { useKeptNumber } from "./kept-number.ts";
import { PagePicture } from "./page-picture.tsx";
import { PageTools, type PageViewTexts } from "./page-tools.tsx";
import classes from "./page-view.module.css";
import {
  actOf,
  keptOf,
  keptZooms,
  scaleOf,
  type Size,
  stepZoom,
  type Zone,
  type Zoom,
  zoomOf,
} from "./page-zoom.ts";
import type { DeepPicture } from "./tile-view.ts";
import { useKeptPlace } from "./use-kept-place.ts";
import { usePan } from "./use-pan.ts";
import type { Point } from "./watch-gestures.ts";

/** Loaded with the first picture that is too large for one. */
const PageTiles = lazy(async () => ({ default: (await import("./page-tiles.tsx")).PageTiles }));

/** A page that stands beside the one looked at; `src` is empty while there is no picture. */
export type BesidePage = { src: string; alt: string; size?: Size | undefined };

export type PageViewProps = {
  /** Address of the preview; empty while there is no picture. */
  src: string;
  alt: string;
  caption: string;
  texts: PageViewTexts;
  /** The page's real size in pixels, which 100 % is of; without it the preview's. */
  size?: Size | undefined;
  /** Answers the address of the page's own pixels (empty where they cannot be had); asked when the preview is too coarse. */
  askFull?: (() => Promise<string>) | undefined;
  onPrevious?: (() => void) | undefined;
  onNext?: (() => void) | undefined;
  /** The neighbours, where they may be shown beside the page. */
  beside?: { before?: BesidePage | undefined; after?: BesidePage | undefined };
  /** A part of the page that is marked, and moved to when it changes. */
  zone?: Zone | undefined;
  /** Lies over the page, as large as it: place things in percent. Stop `pointerdown` there where a drag is not to move the page. */
  overlay?: ReactNode;
  /** Of a page too large for one picture: its tiles, laid over the preview; a wheel and two fingers zoom it too. */
  deep?: DeepPicture | undefined;
  /** Under which name zoom and neighbours are kept on this machine; without it they begin anew. */
  keep?: string;
};

const a4 = { width: 1240, height: 1754 };
const [, largest] = keptZooms;

/**
 * A picture of a page that is looked at closely: fitted or at its own size (space), larger and smaller (+ - 0 W),
 * moved by arrows or by hand, with the pages before and after it (PageUp, PageDown) and beside it (B).
 */
export function PageView(props: PageViewProps) {
  const { src, caption, texts, onPrevious, onNext, beside, zone, deep, keep = "" } = props;
  const frame = useRef<HTMLDivElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const pan = usePan(frame);
  const [kept, setKept] = useKeptNumber(keep && `${keep}.zoom`, 0, keptZooms);
  const [besideKept, setBesideKept] = useKeptNumber(keep && `${keep}.beside`, 0, [0, 1]);
  const [seen, setSeen] = useState<{ src: string; size: Size }>();
  const [coarse, setCoarse] = useState(false);
  const zoom = zoomOf(kept);
  const shown = besideKept === 1 && beside ? [beside.before, beside.after] : [];
  const size = known(deep?.size ?? props.size) ?? (seen?.src === src ? seen.size : undefined) ?? a4;
  const places = shown.length + 1;
  const room = { width: (pan.size.width - places * 16) / places, height: pan.size.height - 16 };
  const density = window.devicePixelRatio || 1;
  const scale = Math.max(0.01, scaleOf(zoom, size, room, density));
  const inCss = { width: size.width * scale, height: size.height * scale };
  const over = {
    x: (inCss.width + 16) * places > pan.size.width + 1,
    y: inCss.height > pan.size.height,
  };
  const setZoom = (next: Zoom) => setKept(keptOf(next));
  const whole = scaleOf("fit", size, room, density);
  const step = (by: 1 | -1) => {
    const next = stepZoom(scale, density, by);
    // The least step is still larger than a plan that is seen whole.
    setZoom(deep && by === -1 && (next >= scale * density || next <= whole * density) ? "fit" : next);
  };
  const hold = useKeptPlace(frame, sheet, scale);
  const wanted = useRef(scale);
  useLayoutEffect(() => {
    wanted.current = scale;
  });
  const zoomBy = (factor: number, at: Point) => {
    const next = Math.min(largest / density, Math.max(whole, wanted.current * factor));
    if (next === wanted.current) return;
    wanted.current = next;
    hold(at);
    setZoom(next <= whole ? "fit" : next * density);
  };
  const panning = useRef(pan);
  useEffect(() => {
    panning.current = pan;
  });
  const [left, top, right, bottom] = zone ?? [];
  useEffect(() => {
    if (left === undefined || top === undefined || right === undefined || bottom === undefined) return;
    if (sheet.current) panning.current.to([left, top, right, bottom], sheet.current);
  }, [left, top, right, bottom, src]);
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target instanceof HTMLButtonElement && event.key === " ") return;
    const act = actOf(event.key, zoom, over);
    if (!act) return;
    event.preventDefault();
    if (act.kind === "zoom") setZoom(act.zoom);
    else if (act.kind === "pan") pan.by(act.x, act.y);
    else if (act.kind === "next") onNext?.();
    else if (act.kind === "previous") onPrevious?.();
    else if (act.kind === "beside") setBesideKept(1 - besideKept);
    else step(act.kind === "larger" ? 1 : -1);
  };
  const see = useCallback((found: Size) => setSeen({ src, size: found }), [src]);
  const neighbour = (page: BesidePage | undefined, go: (() => void) | undefined) => (
    <Neighbour page={page} scale={scale} otherwise={inCss} onClick={go} />
  );
  return (
    <div className={classes["view"]} onKeyDown={press}>
      <div
        ref={frame}
        className={classes["frame"]}
        tabIndex={0}
        role="region"
        aria-label={caption}
        data-over={over.x || over.y || undefined}
        data-deep={deep !== undefined || undefined}
        {...pan.drag}
      >
        {src === "" ? (
          <Text p="lg">{texts.missing}</Text>
        ) : (
          <div className={classes["table"]}>
            {shown.length > 0 && neighbour(shown[0], onPrevious)}
            <div ref={sheet}>
              <PagePicture
                src={src}
                alt={props.alt}
                size={inCss}
                askFull={deep ? undefined : props.askFull}
                layer={
                  deep && (
                    <Suspense fallback={null}>
                      <PageTiles deep={deep} size={inCss} frame={frame} onZoom={zoomBy} />
                    </Suspense>
                  )
                }
                onSeen={see}
                onCoarse={setCoarse}
                zone={zone}
                overlay={props.overlay}
              />
            </div>
            {shown.length > 0 && neighbour(shown[1], onNext)}
          </div>
        )}
      </div>
      <PageTools
        texts={texts}
        caption={caption}
        zoom={zoom}
        percent={Math.round(scale * density * 100)}
        coarse={coarse && src !== ""}
        beside={beside && besideKept === 1}
        onBeside={() => setBesideKept(1 - besideKept)}
        onZoom={setZoom}
        onStep={step}
        onPrevious={onPrevious}
        onNext={onNext}
      />
    </div>
  );
}

/** A page beside the one looked at; a click goes to it. Where there is none its place is kept, so that nothing jumps. */
function Neighbour(props: {
  page: BesidePage | undefined;
  scale: number;
  otherwise: Size;
  onClick: (() => void) | undefined;
}) {
  const { page, scale, otherwise } = props;
  const size = known(page?.size);
  const inCss = size ? { width: size.width * scale, height: size.height * scale } : otherwise;
  return (
    <div className={classes["beside"]} style={inCss} onClick={props.onClick}>
      {page && page.src !== "" && <PagePicture src={page.src} alt={page.alt} size={inCss} />}
    </div>
  );
}

/** A size that was measured; pages carry zeros before. */
function known(size: Size | undefined): Size | undefined {
  return size && size.width > 0 && size.height > 0 ? size : undefined;
}
