import { Badge, Text } from "@mantine/core";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { placeOfBox } from "#shared/archive/box-place.ts";
import type { Words } from "#shared/text/vi.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import type { BoxRow } from "./box-rows.ts";
import classes from "./boxes.module.css";

/** What is asked for of the chosen box. */
export type BoxAsk = "edit" | "contents";

/** The boxes as a list walked by arrows; Enter writes the place of the one chosen, Space shows what is in it. */
export function BoxList(props: {
  rows: readonly BoxRow[];
  chosen: string;
  /** Whether a sheet lies over the list; once it is closed the chosen box has the focus again. */
  covered: boolean;
  onChoose: (id: string) => void;
  onAsk: (ask: BoxAsk) => void;
}) {
  const { rows, chosen, covered, onChoose, onAsk } = props;
  const words = useWords();
  const { count } = useFormat();
  const element = useRef<HTMLDivElement>(null);
  const wasCovered = useRef(covered);
  useEffect(() => {
    if (wasCovered.current && !covered)
      element.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
    wasCovered.current = covered;
  }, [covered]);
  const onKey = (event: KeyboardEvent, at: number) => {
    if (event.altKey || event.nativeEvent.isComposing) return;
    const asked = asksOfKey(event);
    const to = event.ctrlKey || event.metaKey ? undefined : targetOf(event.key, at, rows.length);
    if (asked === undefined && to === undefined) return;
    event.preventDefault();
    if (asked !== undefined) {
      onAsk(asked);
      return;
    }
    const row = rows[to ?? at];
    if (!row) return;
    onChoose(row.id);
    element.current
      ?.querySelectorAll<HTMLElement>('[role="option"]')
      .item(to ?? at)
      .focus();
  };
  return (
    <div ref={element} role="listbox" aria-label={words.boxes.list} className={classes["list"]}>
      {rows.map((row, at) => {
        const { condition = "", metres = 0, note = "" } = row.box ?? {};
        return (
          <div
            key={row.id}
            role="option"
            aria-selected={row.id === chosen}
            tabIndex={row.id === chosen ? 0 : -1}
            data-chosen={row.id === chosen || undefined}
            className={classes["row"]}
            onClick={() => onChoose(row.id)}
            onDoubleClick={() => onAsk("edit")}
            onFocus={() => onChoose(row.id)}
            onKeyDown={(event) => onKey(event, at)}
          >
            <span className={classes["name"]}>
              <span className={classes["number"]}>{words.boxes.box(row.number)}</span>
              <Text component="span" size="sm">
                {words.boxes.inventory(row.inventory)}
              </Text>
            </span>
            <span className={classes["place"]}>
              <BoxPlaceView row={row} />
              {note !== "" && (
                <Text component="span" size="sm" truncate>
                  {note}
                </Text>
              )}
            </span>
            <span className={classes["count"]}>
              <span className="figures">
                {row.files === 0
                  ? words.boxes.noFiles
                  : words.boxes.counts(count(row.files), count(row.leaves))}
              </span>
              <Text component="span" size="sm">
                {[
                  condition === "" ? "" : (words.inventory.codes.condition[condition] ?? ""),
                  metres === 0 ? "" : words.boxes.metres(count(metres)),
                ]
                  .filter((part) => part !== "")
                  .join(" · ")}
              </Text>
            </span>
          </div>
        );
      })}
    </div>
  );
}

function BoxPlaceView({ row }: { row: BoxRow }) {
  const words = useWords().boxes;
  const place = wordsOfPlace(words, row);
  if (place !== "") return <span>{place}</span>;
  return (
    <Badge variant="default" tt="none" fw={500}>
      {words.noPlace}
    </Badge>
  );
}

function wordsOfPlace(words: Words["boxes"], { box, told }: BoxRow): string {
  const own = placeOfBox(box, words.placeNames);
  if (own !== "") return own;
  if (told.length === 0) return "";
  return told.length === 1 ? words.byFiles(told.join("")) : words.filesDisagree(told.join("; "));
}

/** Ctrl+Z and Ctrl+Y are the shell's, here as everywhere. */
function asksOfKey({ key, ctrlKey, metaKey }: KeyboardEvent): BoxAsk | undefined {
  if (ctrlKey || metaKey) return undefined;
  if (key === "Enter" || key === "F2") return "edit";
  return key === " " ? "contents" : undefined;
}

const pageOfRows = 10;

function targetOf(key: string, at: number, rows: number): number | undefined {
  const steps = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: pageOfRows,
    PageUp: -pageOfRows,
    Home: -rows,
    End: rows,
  };
  const step = Object.entries(steps).find(([name]) => name === key)?.[1];
  return step === undefined ? undefined : Math.min(Math.max(at + step, 0), rows - 1);
}
