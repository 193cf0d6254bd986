import { type PointerEvent, useRef } from "react";
import type { Area } from "#shared/capture/corrections.ts";
import { areaBetween } from "./crop-area.ts";
import classes from "./quality.module.css";

/** The part of a page that a crop keeps, drawn over it; another is drawn by dragging. */
export function CropFrame(props: { area: Area; label: string; onChange: (area: Area) => void }) {
  const { area, label, onChange } = props;
  const start = useRef<{ x: number; y: number }>(undefined);
  const placeOf = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height };
  };
  const percent = (share: number) => `${share * 100}%`;
  return (
    <div
      className={classes["crop"]}
      onPointerDown={(event) => {
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = placeOf(event);
      }}
      onPointerMove={(event) => start.current && onChange(areaBetween(start.current, placeOf(event)))}
      onPointerUp={() => (start.current = undefined)}
    >
      <div
        className={classes["kept"]}
        role="img"
        aria-label={label}
        style={{
          left: percent(area.left),
          top: percent(area.top),
          width: percent(area.right - area.left),
          height: percent(area.bottom - area.top),
        }}
      />
    </div>
  );
}
