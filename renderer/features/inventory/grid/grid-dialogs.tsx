import { notifications } from "@mantine/notifications";
import type { DraftProblem } from "#shared/inventory/read-draft.ts";
import { AuditTrail } from "#renderer/app/audit-trail.tsx";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { useWork } from "#renderer/app/session.tsx";
import { useHistory } from "#renderer/app/use-history.tsx";
import { useWords } from "#renderer/app/words.tsx";
import type { GridColumn, GridPlace, GridRange } from "#renderer/ui/grid/grid-types.ts";
import { extentOf } from "#renderer/ui/grid/range.ts";
import { ReasonDialog } from "#renderer/ui/reason-dialog.tsx";
import type { Edit } from "#renderer/work/history.ts";
import { BulkDialog } from "./bulk-dialog.tsx";
import { isHandedOver, leaveHandedOver, planItemMove } from "./bulk-edits.ts";
import { MoveFilesDialog, MoveItemsDialog } from "./move-dialog.tsx";
import { PasteDialog } from "./paste-dialog.tsx";
import type { PastePlan } from "./plan-paste.ts";
import type { Parent, RowKind } from "./row-kind.ts";
import { parentOf, type RowStore } from "./row-store.ts";
import { SequenceDialog } from "./sequence-dialog.tsx";
import type { RowActions } from "./use-row-actions.ts";
import { WrongDialog } from "./wrong-dialog.tsx";

/** What is asked before it is done to the rows of a range. */
export type GridQuestion =
  | { kind: "sequence" | "bulk" | "move" | "withdraw" | "trail"; range: GridRange }
  | { kind: "paste"; plan: PastePlan; block: readonly (readonly string[])[] }
  | { kind: "wrong" };

type DialogProps = {
  question: GridQuestion;
  kind: RowKind;
  store: RowStore;
  columns: readonly GridColumn[];
  parent: Parent | undefined;
  fondsId: string;
  range: GridRange;
  actions: RowActions;
  problemText: (problem: DraftProblem) => string;
  goTo: (place: GridPlace) => void;
  count: (value: number) => string;
  onClose: () => void;
};

/** The dialog of a question, and what its answer does. */
export function GridDialogs(props: DialogProps) {
  const { question, kind, store, columns, actions, count, onClose } = props;
  const work = useWork();
  const words = useWords();
  const { record } = useHistory();
  const steps = words.grid.steps;
  const all = store.ids();
  const box = extentOf("range" in question ? question.range : props.range);
  const rows = all.slice(box.top, box.bottom + 1);
  const saved = rows.filter((id) => !store.draft(id));
  const write = (label: string, edits: readonly Edit[]) => {
    onClose();
    store.touch(edits.flatMap((edit) => ("id" in edit ? [edit.id] : [])));
    record(label, edits, true).catch((error: unknown) => notifyFault(words, error));
  };
  /** Changes those of many rows whose file is not handed over, and says how many were left. */
  const writeFree = async (
    label: string,
    ids: readonly string[],
    plan: (free: string[]) => Edit[] | Promise<Edit[]>,
    also: readonly string[] = [],
  ) => {
    onClose();
    try {
      const { free, refused } = await leaveHandedOver(work, kind, ids);
      write(label, await plan(free));
      const said = [...(refused > 0 ? [words.grid.handedOver(count(refused))] : []), ...also];
      if (said.length > 0)
        notifications.show({ color: "yellow", autoClose: 10_000, message: said.join(" ") });
    } catch (error) {
      notifyFault(words, error);
    }
  };
  switch (question.kind) {
    case "sequence": {
      const column = columns[question.range.from.column];
      const first = rows[0];
      if (!column || column.kind !== "text" || first === undefined) return null;
      return (
        <SequenceDialog
          title={column.title}
          begin={store.text(first, column.key) ?? ""}
          rows={rows.length}
          onClose={onClose}
          onFill={(texts) => {
            onClose();
            actions.fillSequence(question.range, texts);
          }}
        />
      );
    }
    case "paste": {
      const last = all.at(-1);
      const owner = props.parent ?? (last === undefined ? undefined : parentOf(store, kind, last));
      return (
        <PasteDialog
          plan={question.plan}
          rows={question.block.length}
          width={Math.max(0, ...question.block.map((row) => row.length))}
          mayAdd={owner !== undefined}
          onClose={onClose}
          onPaste={() => {
            onClose();
            actions.paste(question.plan);
          }}
        />
      );
    }
    case "bulk": {
      const filtered = all.filter((id) => !store.draft(id));
      const own = columns.filter(({ key, kind: how }) => how !== "fixed" && key !== kind.unique);
      const at = columns[question.range.from.column];
      const problemOf = (field: string, text: string) => {
        const read = kind.readCell(field, text);
        return read.ok ? undefined : props.problemText(read.fault);
      };
      return (
        <BulkDialog
          columns={own}
          field={own.find(({ key }) => key === at?.key)?.key}
          selected={saved.length}
          filtered={filtered.length}
          problemOf={problemOf}
          onClose={onClose}
          onEdit={(column, text, everything) => {
            const read = kind.readCell(column.key, text);
            if (!read.ok) return;
            const ids = everything ? filtered : saved;
            void writeFree(steps.bulkEdit(column.title), ids, (free) =>
              free.map((id) => kind.change(id, { [column.key]: read.value })),
            );
          }}
        />
      );
    }
    case "move":
      if (kind.collection === "files")
        return (
          <MoveFilesDialog
            count={saved.length}
            onClose={onClose}
            onMove={(to) =>
              void writeFree(steps.move, saved, (free) => free.map((id) => kind.change(id, to)))
            }
          />
        );
      return (
        <MoveItemsDialog
          count={saved.length}
          fondsId={props.fondsId}
          onClose={onClose}
          onMove={(file) =>
            void writeFree(steps.move, saved, async (free) => {
              if (await isHandedOver(work, file)) {
                notifications.show({ color: "yellow", message: words.grid.fileHandedOver });
                return [];
              }
              const edits = await planItemMove(work, free, file);
              if (free.length > 0 && edits.length === 0)
                notifications.show({ message: words.grid.moveDialog.sameFile });
              return edits;
            })
          }
        />
      );
    case "withdraw": {
      const drafts = rows.filter((id) => store.draft(id));
      const gone = drafts.length > 0 ? [words.grid.withdrawDialog.draftsGone(count(drafts.length))] : [];
      const withdraw = async (reason: string) => {
        await writeFree(
          steps.withdraw,
          saved,
          (free) => free.map((id) => kind.change(id, { withdrawn: reason })),
          gone,
        );
        store.dropDrafts(drafts);
      };
      return (
        <ReasonDialog
          title={words.grid.withdrawDialog.title(count(rows.length))}
          hint={words.grid.withdrawDialog.hint}
          label={words.grid.withdrawDialog.reason}
          confirm={words.grid.withdrawDialog.confirm}
          cancel={words.common.cancel}
          maxLength={500}
          onClose={onClose}
          onConfirm={(reason) => void withdraw(reason)}
        />
      );
    }
    case "trail": {
      const id = all[question.range.from.row];
      if (id === undefined || store.draft(id)) return null;
      const label = store.cells(id)[kind.unique] ?? "";
      return <AuditTrail collection={kind.collection} id={id} label={label} onClose={onClose} />;
    }
    case "wrong": {
      const wrong = store.wrong();
      const lines = wrong.map(({ id, field, text, problem }) => {
        const row = all.indexOf(id);
        const column = Math.max(
          0,
          columns.findIndex(({ key }) => key === field),
        );
        return {
          key: `${id}/${field}`,
          place: words.grid.wrongDialog.row(count(row + 1), columns[column]?.title ?? field),
          text,
          problem: props.problemText(problem),
          onGo: () => {
            onClose();
            props.goTo({ row, column });
          },
        };
      });
      return (
        <WrongDialog
          lines={lines}
          onClose={onClose}
          onDismiss={() => {
            onClose();
            store.settle(wrong);
          }}
        />
      );
    }
  }
}
