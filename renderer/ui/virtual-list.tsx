import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useEffect, useRef } from "react";

/**
 * A scrolling list that draws only what is seen. `onEnd` is called when the last row comes near, to fetch more.
 * `rowHeight` is a first guess in rem; rows are measured.
 */
export function VirtualList(props: {
  label: string;
  count: number;
  rowHeight: number;
  height: string;
  keyOf: (index: number) => string;
  renderRow: (index: number) => ReactNode;
  onEnd?: () => void;
  header?: ReactNode;
  /** `table` where header and rows carry the roles of a table's; else a plain group. */
  role?: "group" | "table";
}) {
  const { label, count, rowHeight, height, keyOf, renderRow, onEnd, header } = props;
  const frame = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- no React Compiler is used here
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => frame.current,
    estimateSize: () =>
      rowHeight * Number.parseFloat(getComputedStyle(document.documentElement).fontSize || "16"),
    overscan: 8,
    getItemKey: keyOf,
    initialRect: { width: 800, height: 600 },
  });
  const rows = virtual.getVirtualItems();
  const last = rows.at(-1)?.index ?? -1;
  useEffect(() => {
    if (last >= count - 10) onEnd?.();
  }, [last, count, onEnd]);
  return (
    <div
      ref={frame}
      style={{ maxHeight: height, overflow: "auto" }}
      tabIndex={0}
      onKeyDown={(event) => {
        // The browser's own leap ends where the end was before the rows on the way were measured.
        if (event.target !== frame.current || event.key !== "End" || count === 0) return;
        event.preventDefault();
        virtual.scrollToIndex(count - 1, { align: "end" });
      }}
      role={props.role ?? "group"}
      aria-label={label}
    >
      {header}
      <div role="presentation" style={{ height: virtual.getTotalSize(), position: "relative" }}>
        {rows.map((row) => (
          <div
            key={row.key}
            ref={virtual.measureElement}
            data-index={row.index}
            role="presentation"
            style={{ position: "absolute", insetInline: 0, top: 0, transform: `translateY(${row.start}px)` }}
          >
            {renderRow(row.index)}
          </div>
        ))}
      </div>
    </div>
  );
}
