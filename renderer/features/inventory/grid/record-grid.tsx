import { notifications } from "@mantine/notifications";
import { useCallback, useMemo, useState } from "react";
import { useFormat } from "#renderer/app/format.ts";
import { useWork } from "#renderer/app/session.tsx";
import { useHistory } from "#renderer/app/use-history.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { Grid } from "#renderer/ui/grid/grid.tsx";
import type { GridColumn, GridCommand, GridPlace, GridRange } from "#renderer/ui/grid/grid-types.ts";
import { recordExclusion } from "#renderer/work/exclude-secret.ts";
import type { SecretCell } from "./apply-cells.ts";
import { GridDialogs, type GridQuestion } from "./grid-dialogs.tsx";
import { planPaste } from "./plan-paste.ts";
import type { Parent, RowKind } from "./row-kind.ts";
import { parentOf, type RowStore } from "./row-store.ts";
import { SecretDialog } from "./secret-dialog.tsx";
import { useCells } from "./use-cells.ts";
import { useRowActions } from "./use-row-actions.ts";

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
  const { kind, store, version, columns, kept, parent, edits, range, ask } = props;
  const words = useWords();
  const work = useWork();
  const { count } = useFormat();
  const { record, undo, redo } = useHistory();
  const [place, setPlace] = useState<GridPlace>();
  const [secret, setSecret] = useState<SecretCell>();
  const { cell, problemText } = useCells(kind, store, columns, version);
  const { onRange } = props;
  const goTo = useCallback(
    (to: GridPlace) => {
      setPlace(to);
      onRange({ from: to, to });
    },
    [onRange],
  );
  const actions = useRowActions({ kind, store, columns, kept, parent, onSecret: setSecret, goTo });
  const [added, setAdded] = useState(props.addAfter);
  if (added !== props.addAfter) {
    setAdded(props.addAfter);
    if (props.addAfter) queueMicrotask(() => actions.addRow(props.addAfter?.id));
  }
  const readOnly = useMemo(() => columns.map((column) => ({ ...column, kind: "fixed" as const })), [columns]);

  const onCommand = (command: GridCommand, at: GridRange) => {
    if (command === "undo") undo();
    else if (command === "redo") redo();
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
  const exclude = async ({ id, field, mark }: SecretCell) => {
    setSecret(undefined);
    const cells = store.cells(id);
    const scope = parentOf(store, kind, id)?.scope ?? work.profile.scope;
    await recordExclusion(work, scope, {
      fondsId: props.fondsId,
      mark,
      metAt: `${props.label}, ${columns.find(({ key }) => key === field)?.title ?? field}`,
      inventory: cells["inventory"] ?? "",
      box: cells["box"] ?? "",
      file: kind.collection === "files" ? (cells["code"] ?? "") : (store.fileCode(id) ?? ""),
      leaves: cells["leaves"] ?? "",
    });
    if (store.draft(id)) store.dropDrafts([id]);
    else await record(words.grid.steps.withdraw, [kind.change(id, { withdrawn: words.grid.secret.title })]);
    notifications.show({ message: words.grid.secret.recorded });
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
        onCommand={onCommand}
        onRange={onRange}
        onOpen={(row) => {
          const id = store.ids()[row];
          if (id !== undefined && !store.draft(id)) props.onOpen(id);
        }}
        kept={kept}
        {...(edits ? { onKept: props.onKept } : {})}
        {...(props.sorted ? { sorted: props.sorted } : {})}
        onSort={props.onSort}
        {...(place ? { goTo: place } : {})}
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
          onClose={() => ask(undefined)}
        />
      )}
      {secret && (
        <SecretDialog onMistake={() => setSecret(undefined)} onRecord={() => void exclude(secret)} />
      )}
    </>
  );
}
