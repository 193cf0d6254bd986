import { type ReactNode, useCallback, useRef, useState } from "react";
import type { Exclusion } from "#shared/archive/exclusion.ts";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { useWork } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { changeRecord } from "#renderer/db/work.ts";
import type { GridColumn } from "#renderer/ui/grid/grid-types.ts";
import { recordExclusion, takeBackExclusion } from "#renderer/work/exclude-secret.ts";
import { SecretStop } from "#renderer/features/inventory/secret-stop.tsx";
import type { SecretCell } from "./apply-cells.ts";
import type { RowKind } from "./row-kind.ts";
import { parentOf, type RowStore } from "./row-store.ts";

type Source = {
  kind: RowKind;
  store: RowStore;
  columns: readonly GridColumn[];
  fondsId: string;
  /** What the list is called: where the mark was met. */
  list: string;
  closed: () => void;
};

type Stop = { cell: SecretCell; exclusion?: Exclusion; failed?: boolean };

/**
 * Stops a row in which a mark of secrecy was typed: the decision to keep the document out is recorded at once, as in
 * the forms. Neither it nor the row's withdrawal is a step of the history: Ctrl+Z does not bring the row back.
 */
export function useSecretRow(source: Source): { met: (cell: SecretCell) => void; dialog: ReactNode } {
  const { kind, store, columns, fondsId, list, closed } = source;
  const work = useWork();
  const words = useWords();
  const [stop, setStop] = useState<Stop>();
  const decided = useRef(new Map<string, Exclusion>());
  const titleOf = useCallback(
    (field: string) => columns.find(({ key }) => key === field)?.title ?? field,
    [columns],
  );
  const met = useCallback(
    (cell: SecretCell) => {
      const { id, field, mark } = cell;
      const known = decided.current.get(id);
      if (known) {
        setStop({ cell, exclusion: known });
        return;
      }
      setStop({ cell });
      const cells = store.cells(id);
      const scope = parentOf(store, kind, id)?.scope ?? work.profile.scope;
      const place = {
        fondsId,
        mark,
        metAt: `${list}, ${titleOf(field)}`,
        inventory: cells["inventory"] ?? "",
        box: cells["box"] ?? "",
        file: kind.collection === "files" ? (cells["code"] ?? "") : (store.fileCode(id) ?? ""),
        leaves: cells["leaves"] ?? "",
      };
      recordExclusion(work, scope, place).then(
        (exclusion) => {
          decided.current.set(id, exclusion);
          setStop({ cell, exclusion });
        },
        () => setStop({ cell, failed: true }),
      );
    },
    [work, store, kind, fondsId, list, titleOf],
  );
  const close = () => {
    setStop(undefined);
    closed();
  };
  const takeBack = async ({ cell }: Stop, exclusion: Exclusion) => {
    await takeBackExclusion(work, exclusion.id, words.entry.secret.slipReason);
    decided.current.delete(cell.id);
    close();
  };
  const discard = async ({ cell }: Stop) => {
    if (store.draft(cell.id)) store.dropDrafts([cell.id]);
    else await changeRecord(work, kind.collection, cell.id, { withdrawn: words.entry.secret.title });
    close();
  };
  const dialog = stop && (
    <SecretStop
      labels={titleOf(stop.cell.field)}
      exclusion={stop.exclusion}
      failed={stop.failed ?? false}
      onAgain={() => met(stop.cell)}
      onSlip={(exclusion) => void takeBack(stop, exclusion).catch(() => setStop({ ...stop, failed: true }))}
      onDiscard={() => void discard(stop).catch((error: unknown) => notifyFault(words, error))}
      onClose={close}
    />
  );
  return { met, dialog };
}
