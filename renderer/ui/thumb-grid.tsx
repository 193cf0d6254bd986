import { useVirtualizer } from "@tanstack/react-virtual";
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { moveInThumbs, placesBetween } from "./move-in-thumbs.ts";
import classes from "./thumb-grid.module.css";
import { ThumbImage } from "./thumb-image.tsx";

/** One thumbnail: `src` is empty while there is no picture, `name` stands under it. */
export type Thumb = { key: string; src: string; name: string };

export type ThumbGridProps = {
  label: string;
  count: number;
  /** Asked for those in sight alone; cheap, and total for every place below `count`. */
  thumbAt: (index: number) => Thumb;
  /** Width of a picture in rem (see `ThumbSize`). */
  width: number;
  /** A length of CSS; the grid scrolls within it. */
  height: string;
  /** The place in focus; the grid scrolls to it when it changes. */
  current: number;
  onCurrent: (index: number) => void;
  /** Keys of those selected. Without `onSelect` the one in focus is the one selected. */
  selected?: ReadonlySet<string>;
  onSelect?: (keys: ReadonlySet<string>) => void;
  /** Enter, or a double click. */
  onOpen?: (index: number) => void;
  /** Signs over the upper edge of the picture: findings, a verdict. Words or icons with words, nothing that is clicked. */
  badges?: (index: number) => ReactNode;
  /** What stands under the name, `footLines` lines of it. */
  foot?: (index: number) => ReactNode;
  footLines?: number;
  /** Keys the caller has its own use for, asked first; true where it took the key. */
  onKey?: (event: KeyboardEvent, index: number) => boolean;
};

/** Space around a picture and between thumbnails, and the height of a line under it, in rem. */
const space = { cell: 1, gap: 0.5, line: 1.5 } as const;
/** Height ÷ width of the picture's place: a little over A4's, so that upright pages fill it. */
const slant = 1.42;

/**
 * A grid of thumbnails of which only the rows in sight exist: thousands cost what a screenful costs. Arrows, Home, End,
 * PageUp and PageDown go through it; Shift and Ctrl select as in a file manager; Enter opens.
 */
export function ThumbGrid(props: ThumbGridProps) {
  const { count, thumbAt, current, onCurrent, onSelect, onOpen, footLines = 0 } = props;
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const across = useWidth(frame);
  const anchor = useRef(current);
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize || "16");
  const cell = (props.width + space.cell) * rem;
  const columns = Math.max(1, Math.floor((across + space.gap * rem) / (cell + space.gap * rem)));
  const rowHeight = (props.width * slant + space.cell + space.line * (1 + footLines) + space.gap) * rem;
  const currentRow = Math.floor(current / columns);
  // eslint-disable-next-line react-hooks/incompatible-library -- no React Compiler is used here
  const virtual = useVirtualizer({
    count: Math.ceil(count / columns),
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    overscan: 2,
    initialRect: { width: 800, height: 600 },
    // The one in focus exists wherever the grid was scrolled to: a screen reader follows it by its id.
    rangeExtractor: ({ startIndex, endIndex, overscan, count: rows }) => {
      const first = Math.max(0, startIndex - overscan);
      const drawn = placesBetween(first, Math.min(rows - 1, endIndex + overscan));
      if (currentRow < rows && !drawn.includes(currentRow)) drawn.push(currentRow);
      return drawn.sort((one, other) => one - other);
    },
  });
  useEffect(() => virtual.measure(), [virtual, rowHeight, columns]);
  useEffect(() => virtual.scrollToIndex(currentRow), [virtual, currentRow, rowHeight]);

  const keysOf = (places: number[]) => new Set(places.map((place) => thumbAt(place).key));
  const goTo = (index: number, event: KeyboardEvent | MouseEvent) => {
    onCurrent(index);
    if (event.shiftKey) onSelect?.(keysOf(placesBetween(Math.min(anchor.current, count - 1), index)));
    else {
      anchor.current = index;
      if (!event.ctrlKey && !event.metaKey) onSelect?.(keysOf([index]));
    }
  };
  const toggle = (index: number) => {
    const { key } = thumbAt(index);
    const next = new Set(props.selected);
    if (!next.delete(key)) next.add(key);
    anchor.current = index;
    onSelect?.(next);
  };
  const press = (event: KeyboardEvent) => {
    if (count === 0 || event.altKey) return;
    if (props.onKey?.(event, current)) {
      event.preventDefault();
      return;
    }
    const inSight = Math.floor((frame.current?.clientHeight ?? 0) / rowHeight);
    const to = moveInThumbs(event.key, current, { count, columns, rows: inSight });
    if (to !== undefined) goTo(to, event);
    else if (event.key === "Enter" && onOpen) onOpen(current);
    else if (event.key === " " && onSelect) toggle(current);
    else if (event.key.toLowerCase() === "a" && (event.ctrlKey || event.metaKey) && onSelect)
      onSelect(keysOf(placesBetween(0, count - 1)));
    else if (event.key === "Escape" && onSelect && (props.selected?.size ?? 0) > 1)
      onSelect(keysOf([current]));
    else if (!scrolling.has(event.key)) return;
    event.preventDefault();
  };
  const click = (index: number, event: MouseEvent) => {
    if ((event.ctrlKey || event.metaKey) && onSelect) {
      onCurrent(index);
      toggle(index);
    } else goTo(index, event);
  };
  return (
    <div
      ref={frame}
      className={classes["frame"]}
      style={{ height: props.height }}
      tabIndex={0}
      role="listbox"
      aria-label={props.label}
      aria-multiselectable={onSelect !== undefined}
      aria-activedescendant={count > 0 ? `${id}-${current}` : undefined}
      onKeyDown={press}
    >
      <div role="presentation" style={{ height: virtual.getTotalSize(), position: "relative" }}>
        {virtual.getVirtualItems().map((row) => (
          <div
            key={row.key}
            role="presentation"
            className={classes["row"]}
            style={{ transform: `translateY(${row.start}px)`, gap: `${space.gap}rem` }}
          >
            {placesBetween(row.index * columns, Math.min(count, (row.index + 1) * columns) - 1).map(
              (index) => {
                const thumb = thumbAt(index);
                const isSelected = onSelect ? (props.selected?.has(thumb.key) ?? false) : index === current;
                return (
                  <div
                    key={thumb.key}
                    id={`${id}-${index}`}
                    className={classes["cell"]}
                    style={{ width: cell, height: rowHeight - space.gap * rem }}
                    role="option"
                    aria-selected={isSelected}
                    aria-setsize={count}
                    aria-posinset={index + 1}
                    data-current={index === current || undefined}
                    onClick={(event) => click(index, event)}
                    onDoubleClick={() => onOpen?.(index)}
                  >
                    <div className={classes["picture"]}>
                      <ThumbImage src={thumb.src} className={classes["image"]} />
                      {props.badges && <div className={classes["badges"]}>{props.badges(index)}</div>}
                    </div>
                    <div className={classes["name"]}>{thumb.name}</div>
                    {props.foot && (
                      <div className={classes["foot"]} style={{ height: `${space.line * footLines}rem` }}>
                        {props.foot(index)}
                      </div>
                    )}
                  </div>
                );
              },
            )}
          </div>
        ))}
      </div>
    </div>
  );
}

/** Keys that would scroll the grid away from the one in focus. */
const scrolling = new Set([
  "ArrowLeft",
  "ArrowRight",
  "ArrowUp",
  "ArrowDown",
  "PageUp",
  "PageDown",
  "Home",
  "End",
]);

/** The width within a frame, in pixels, as it changes. */
function useWidth(frame: { current: HTMLDivElement | null }): number {
  const [width, setWidth] = useState(800);
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    const measure = () => setWidth(element.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame]);
  return width;
}
