import { Anchor, Group, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconCopy } from "@tabler/icons-react";
import { useCallback, useMemo, useState } from "react";
import { Link } from "wouter";
import { toReview } from "#renderer/app/addresses.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useHistory } from "#renderer/app/use-history.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { Grid } from "#renderer/ui/grid/grid.tsx";
import type { GridColumn, GridCommand, GridPlace, GridRange } from "#renderer/ui/grid/grid-types.ts";
import { extentOf } from "#renderer/ui/grid/range.ts";
import { allWritten } from "./apply-cells.ts";
import { GridDialogs, type GridQuestion } from "./grid-dialogs.tsx";
import { planPaste } from "./plan-paste.ts";
import type { Parent, RowKind } from "./row-kind.ts";
import type { RowStore } from "./row-store.ts";
import { useCells } from "./use-cells.ts";
import { useSecretRow } from "./use-secret-row.tsx";
import { useSuggesting } from "./use-suggesting.ts";
import { useTwins } from "./use-twins.ts";
import { useRowActions } from "./use-row-actions.ts";

/** How many rows are read at a time before they are copied. */
const readStep = 500;

export type RecordGridProps = {
  kind: RowKind;
  store: RowStore;
  /** The store's version: another one is another look of the rows. */
  version: number;
  label: string;
  fondsId: string;
  parent: Parent | undefined;
  columns: readonly GridColumn[];
  kept: ReadonlySet<string>;
  onKept: (column: GridColumn) => void;
  sorted: { key: string; descending: boolean } | undefined;
  onSort: (column: GridColumn) => void;
  edits: boolean;
  range: GridRange;
  onRange: (range: GridRange) => void;
  onOpen: (id: string) => void;
  question: GridQuestion | undefined;
  ask: (question: GridQuestion | undefined) => void;
  /** A row asked for from outside of the grid: after which row, and an object that is new each time. */
  addAfter: { id: string | undefined } | undefined;
};

/** A list of records as a grid in which they are made, changed, moved and withdrawn. */
export function RecordGrid(props: RecordGridProps) {
  const { kind, store, version, kept, parent, edits, range, ask } = props;
  const words = useWords();
  const { columns, isKnown: isKnownTerm } = useSuggesting(props.columns, props.fondsId);
  const { count } = useFormat();
  const { undo, redo } = useHistory();
  const [place, setPlace] = useState<GridPlace>();
  const [focusAgain, setFocusAgain] = useState<object>();
  const twins = useTwins(kind, store, props.fondsId);
  const { cell, problemText } = useCells(kind, store, columns, version, twins.found);
  const { onRange } = props;
  const goTo = useCallback(
    (to: GridPlace) => {
      setPlace(to);
      onRange({ from: to, to });
    },
    [onRange],
  );
  const closed = useCallback(() => setFocusAgain({}), []);
  const secret = useSecretRow({ kind, store, columns, fondsId: props.fondsId, list: props.label, closed });
  const actions = useRowActions({
    kind,
    store,
    columns,
    kept,
    parent,
    onSecret: secret.met,
    goTo,
    onEdited: twins.edited,
    isKnownTerm,
  });
  const [added, setAdded] = useState(props.addAfter);
  if (added !== props.addAfter) {
    setAdded(props.addAfter);
    if (props.addAfter) queueMicrotask(() => actions.addRow(props.addAfter?.id));
  }
  const readOnly = useMemo(() => columns.map((column) => ({ ...column, kind: "fixed" as const })), [columns]);

  const onCommand = (command: GridCommand, at: GridRange) => {
    if (command === "undo") undo();
    else if (command === "redo") redo();
    else if (command === "trail") ask({ kind: "trail", range: at });
    else if (!edits) return;
    else if (command === "fill-down") actions.fillDown(at, false);
    else if (command === "copy-above") actions.fillDown({ from: at.from, to: at.from }, true);
    else if (command === "save-next") actions.addRow(store.ids()[at.from.row]);
    else ask({ kind: command === "bulk-edit" ? "bulk" : command, range: at });
  };
  const onPaste = (at: GridPlace, block: readonly (readonly string[])[]) => {
    if (!edits) return;
    const plan = planPaste(at, block, store.ids().length, columns);
    if (plan.newRows.length === 0 && plan.beyond === 0) actions.paste(plan);
    else ask({ kind: "paste", plan, block });
  };
  /** Opens a row's record once what was typed of it is written; one that is not complete says so. */
  const open = async (id: string) => {
    await allWritten(store);
    if (store.draft(id)) notifications.show({ color: "yellow", message: words.grid.draftNotOpened });
    else props.onOpen(id);
  };
  /** Reads the rows of a range that was to be copied before all of it was read, and says when it can be. */
  const readAll = async (at: GridRange) => {
    const { top, bottom } = extentOf(at);
    const ids = store.ids().slice(top, bottom + 1);
    const said = words.grid.copying;
    const shown = notifications.show({
      loading: true,
      autoClose: false,
      message: said.reading("0", count(ids.length)),
    });
    for (let from = 0; from < ids.length; from += readStep) {
      await store.read(ids.slice(from, from + readStep));
      const done = count(Math.min(from + readStep, ids.length));
      notifications.update({
        id: shown,
        loading: true,
        autoClose: false,
        message: said.reading(done, count(ids.length)),
      });
    }
    notifications.update({
      id: shown,
      loading: false,
      autoClose: 10_000,
      message: said.ready(count(ids.length)),
    });
  };

  return (
    <>
      <Grid
        label={props.label}
        columns={edits ? columns : readOnly}
        rowCount={store.ids().length}
        keyOf={(row) => store.ids()[row] ?? ""}
        cell={cell}
        rowState={(row) => {
          const id = store.ids()[row] ?? "";
          if (store.draft(id)) return { mark: "draft" };
          return (store.row(id)?.record.withdrawn ?? "") === "" ? {} : { mark: "withdrawn" };
        }}
        onSeen={store.seen}
        onEdit={(_row, column, text, id) =>
          void actions.apply(words.grid.steps.edit(column.title), [{ id, field: column.key, text }])
        }
        onPaste={onPaste}
        onUnread={(at) => void readAll(at)}
        onCommand={onCommand}
        onRange={onRange}
        onOpen={(row) => {
          const id = store.ids()[row];
          if (id !== undefined) void open(id);
        }}
        kept={kept}
        {...(edits ? { onKept: props.onKept } : {})}
        {...(props.sorted ? { sorted: props.sorted } : {})}
        onSort={props.onSort}
        {...(place ? { goTo: place } : {})}
        focusAgain={focusAgain}
        words={words.grid}
      />
      {props.question && (
        <GridDialogs
          question={props.question}
          kind={kind}
          store={store}
          columns={columns}
          parent={parent}
          fondsId={props.fondsId}
          range={range}
          actions={actions}
          problemText={problemText}
          goTo={goTo}
          count={count}
          onClose={() => {
            ask(undefined);
            setFocusAgain({});
          }}
        />
      )}
      {twins.found.size > 0 && (
        <Group gap="xs" pt="0.3rem" fz="sm" flex="none" role="status">
          <IconCopy size="1rem" aria-hidden />
          <Text size="sm">{words.grid.twins.rows(count(twins.found.size))}</Text>
          <Anchor component={Link} href={toReview(props.fondsId, "duplicates")} size="sm" td="underline">
            {words.grid.twins.review}
          </Anchor>
        </Group>
      )}
      {secret.dialog}
    </>
  );
}
