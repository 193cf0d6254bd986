import { IconArrowDown, IconArrowUp, IconArrowsSort, IconPinFilled } from "@tabler/icons-react";
import type { KeyboardEvent } from "react";
import classes from "./grid.module.css";
import type { GridColumn, GridProps } from "./grid-types.ts";
import type { Layout } from "./layout.ts";

/** The headings: keeping a column's value and ordering by it. One stop of the Tab key; arrows go along its buttons. */
export function GridHead(
  props: Pick<GridProps, "columns" | "kept" | "onKept" | "sorted" | "onSort" | "words"> & { layout: Layout },
) {
  const { columns, layout, words } = props;
  const stop = columns.findIndex((column) => keeps(props, column) || sorts(props, column));
  return (
    <div
      role="row"
      aria-rowindex={1}
      className={classes["head"]}
      style={{ gridTemplateColumns: layout.template }}
      onKeyDown={goAlong}
    >
      <div role="columnheader" aria-colindex={1} className={classes["corner"]}>
        {words.rowNumber}
      </div>
      {columns.map((column, at) => {
        const isPinned = at < layout.pinned;
        const sorted = props.sorted?.key === column.key ? props.sorted : undefined;
        return (
          <div
            key={column.key}
            role="columnheader"
            aria-colindex={at + 2}
            aria-sort={sorted ? (sorted.descending ? "descending" : "ascending") : undefined}
            className={classes["heading"]}
            style={isPinned ? { left: `${layout.lefts[at] ?? 0}rem` } : undefined}
            data-pinned={isPinned || undefined}
            data-edge={(isPinned && at === layout.pinned - 1) || undefined}
            data-kept={props.kept?.has(column.key) || undefined}
          >
            <Title {...props} column={column} first={at === stop} />
            {sorts(props, column) && (
              <button
                type="button"
                className={classes["sort"]}
                tabIndex={at === stop && !keeps(props, column) ? 0 : -1}
                aria-label={words.sort(column.title)}
                title={words.sort(column.title)}
                data-on={sorted !== undefined || undefined}
                onClick={() => props.onSort?.(column)}
              >
                <SortIcon sorted={sorted} />
              </button>
            )}
          </div>
        );
      })}
    </div>
  );
}

type HeadProps = Pick<GridProps, "kept" | "onKept" | "onSort" | "words">;

function sorts(props: HeadProps, column: GridColumn): boolean {
  return props.onSort !== undefined && column.sortable !== false;
}

function keeps(props: HeadProps, column: GridColumn): boolean {
  return props.onKept !== undefined && column.kind !== "fixed";
}

function Title(props: HeadProps & { column: GridColumn; first: boolean }) {
  const { column, words } = props;
  const title = (
    <>
      {column.title}
      {column.required && <span className={classes["required"]}>{"\u00a0*"}</span>}
    </>
  );
  if (!keeps(props, column))
    return (
      <span className={classes["title"]}>
        <span className={classes["text"]}>{title}</span>
      </span>
    );
  const kept = props.kept?.has(column.key) ?? false;
  return (
    <button
      type="button"
      className={classes["title"]}
      tabIndex={props.first ? 0 : -1}
      aria-pressed={kept}
      aria-label={words.keep(column.title)}
      title={words.keep(column.title)}
      onClick={() => props.onKept?.(column)}
    >
      {kept && <IconPinFilled size="0.9rem" aria-hidden />}
      <span className={classes["text"]}>{title}</span>
    </button>
  );
}

function SortIcon({ sorted }: { sorted: GridProps["sorted"] }) {
  const Icon = sorted ? (sorted.descending ? IconArrowDown : IconArrowUp) : IconArrowsSort;
  return <Icon size="0.9rem" aria-hidden />;
}

function goAlong(event: KeyboardEvent<HTMLElement>) {
  const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
  if (step === 0) return;
  const buttons = [...event.currentTarget.querySelectorAll("button")];
  const at = buttons.findIndex((button) => button === document.activeElement);
  const next = buttons[at + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
