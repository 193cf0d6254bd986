import { type CSSProperties, type KeyboardEvent, type PointerEvent, type Ref, useId, useState } from "react";
import { inZone, moveWord, type Placed, type Zone } from "./place-words.ts";
import classes from "./zone-layer.module.css";

/**
 * The words of a page lying over its picture: one is taken with a click, several by dragging a zone, and with the
 * keyboard by the arrows (Shift takes those in between) and Enter. Escape leaves. Places are shares of the page.
 */
export function ZoneLayer(props: {
  words: readonly Placed[];
  /** The words that the field in focus was read from. */
  marked: readonly Zone[];
  label: string;
  onTake: (text: string) => void;
  onLeave: () => void;
  ref?: Ref<HTMLDivElement>;
}) {
  const { words, marked, label, onTake, onLeave, ref } = props;
  const id = useId();
  const [range, setRange] = useState<{ from: number; to: number }>();
  const [drag, setDrag] = useState<Zone>();
  const picked = range && [Math.min(range.from, range.to), Math.max(range.from, range.to)];
  const take = (taken: readonly Placed[]) => {
    if (taken.length > 0) onTake(taken.map(({ text }) => text).join(" "));
  };
  const press = (event: KeyboardEvent) => {
    const { key, shiftKey } = event;
    const next = moveWord(words, range?.to, key);
    if (next !== undefined) setRange({ from: shiftKey && range ? range.from : next, to: next });
    else if (key === "Enter" && picked) take(words.slice(picked[0], (picked[1] ?? 0) + 1));
    else if (key === "Escape") onLeave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const down = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    const [x, y] = placeOf(event);
    setDrag([x, y, x, y]);
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const move = (event: PointerEvent<HTMLDivElement>) => {
    if (!drag) return;
    const [x, y] = placeOf(event);
    setDrag([drag[0], drag[1], x, y]);
  };
  const up = () => {
    if (!drag) return;
    setDrag(undefined);
    take(inZone(words, drag));
  };
  return (
    <div
      ref={ref}
      role="listbox"
      aria-label={label}
      aria-multiselectable
      tabIndex={0}
      className={classes["layer"]}
      {...(range && { "aria-activedescendant": `${id}-${range.to}` })}
      onKeyDown={press}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={up}
    >
      {words.map((word, at) => {
        const isPicked = picked !== undefined && at >= (picked[0] ?? 0) && at <= (picked[1] ?? -1);
        return (
          <div
            key={at}
            id={`${id}-${at}`}
            role="option"
            aria-selected={isPicked}
            aria-label={word.text}
            title={word.text}
            className={classes["word"]}
            data-picked={isPicked || undefined}
            data-marked={marked.some((zone) => isWithin(word.zone, zone)) || undefined}
            style={placed(word.zone)}
          />
        );
      })}
      {drag && <div className={classes["drag"]} style={placed(drag)} />}
    </div>
  );
}

function placeOf(event: PointerEvent<HTMLDivElement>): [number, number] {
  const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
  return [(event.clientX - left) / Math.max(1, width), (event.clientY - top) / Math.max(1, height)];
}

function placed([x0, y0, x1, y1]: Zone): CSSProperties {
  const percent = (value: number) => `${value * 100}%`;
  return {
    left: percent(Math.min(x0, x1)),
    top: percent(Math.min(y0, y1)),
    width: percent(Math.abs(x1 - x0)),
    height: percent(Math.abs(y1 - y0)),
  };
}

function isWithin(inner: Zone, outer: Zone): boolean {
  const [x, y] = [(inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2];
  return x >= outer[0] && x <= outer[2] && y >= outer[1] && y <= outer[3];
}
