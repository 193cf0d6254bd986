import { stripBars } from "./strip-bars.ts";
import classes from "./number-strip.module.css";

/**
 * The numbers 1…`last` as a strip: a full bar where a number is there, a low one where it is missing, a taller, marked
 * one where it is there more than once. Of long series each bar stands for several numbers. A click chooses a number;
 * who does not use a mouse needs another way to the same.
 */
export function NumberStrip(props: {
  label: string;
  last: number;
  gaps: readonly (readonly [number, number])[];
  repeats: readonly number[];
  onChoose: (number: number) => void;
}) {
  const { label, last, gaps, repeats, onChoose } = props;
  const bars = stripBars(last, gaps, repeats);
  const width = bars.length;
  return (
    <svg
      className={classes["strip"]}
      viewBox={`0 0 ${String(width)} 10`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
      onClick={(event) => {
        const box = event.currentTarget.getBoundingClientRect();
        const at = box.width > 0 ? (event.clientX - box.left) / box.width : 0;
        onChoose(Math.min(last, Math.max(1, Math.floor(at * last) + 1)));
      }}
    >
      {bars.map(({ state, share, title }, at) => {
        const height = state === "repeat" ? 10 : state === "present" ? 7.5 : 1.5 + 6 * share;
        return (
          <rect
            key={title}
            className={classes[state]}
            x={at + (width <= 150 ? 0.08 : 0)}
            y={10 - height}
            width={width <= 150 ? 0.84 : 1}
            height={height}
          >
            <title>{title}</title>
          </rect>
        );
      })}
    </svg>
  );
}
