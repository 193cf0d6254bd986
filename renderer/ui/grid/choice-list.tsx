import { useEffect, useRef } from "react";
import classes from "./grid.module.css";
import type { GridOption } from "./grid-types.ts";

/** The options below a choice cell. The input keeps the focus; a click chooses. */
export function ChoiceList(props: {
  id: string;
  label: string;
  anchor: string;
  options: readonly GridOption[];
  /** The option under the arrows, -1 of none. */
  at: number;
  noOption: string;
  onChoose: (option: GridOption) => void;
}) {
  const { id, options, at } = props;
  const marked = useRef<HTMLDivElement>(null);
  useEffect(() => marked.current?.scrollIntoView({ block: "nearest" }), [at]);
  return (
    <div
      id={id}
      role="listbox"
      aria-label={props.label}
      className={classes["list"]}
      style={{ positionAnchor: props.anchor }}
      // The input would lose the focus, and with it commit what is being typed.
      onMouseDown={(event) => event.preventDefault()}
    >
      {options.map((option, place) => (
        <div
          key={option.value}
          ref={place === at ? marked : undefined}
          id={`${id}-${place}`}
          role="option"
          aria-selected={place === at}
          className={classes["option"]}
          onClick={() => props.onChoose(option)}
        >
          {option.label}
          {option.note !== undefined && <span className={classes["optionNote"]}>{option.note}</span>}
        </div>
      ))}
      {options.length === 0 && (
        <div role="option" aria-disabled aria-selected={false} className={classes["none"]}>
          {props.noOption}
        </div>
      )}
    </div>
  );
}
