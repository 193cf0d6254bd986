import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconArrowsTransferUp,
  IconEdit,
  IconHistory,
  IconListNumbers,
  IconRestore,
  IconTrashX,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useHistory } from "#renderer/app/use-history.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { ActionMenu } from "#renderer/ui/action-menu.tsx";
import { ExplainedIcon } from "#renderer/ui/explained-icon.tsx";

/** What can be done with the rows of a list, with its keys; what cannot be done now says why. */
export function ListTools(props: {
  /** Why nothing can be changed, where it cannot. */
  locked: string | undefined;
  /** Why nothing can be done with the selected rows. */
  noRows: string | undefined;
  /** Why the selected row has no journal. */
  noTrail: string | undefined;
  empty: boolean;
  newRow: ReactNode;
  onAsk: (what: "bulk" | "move" | "withdraw" | "sequence" | "trail") => void;
  onRestore: (() => void) | undefined;
}) {
  const words = useWords();
  const history = useHistory();
  const { undo, redo } = history.next;
  const noneThere = props.locked ?? (props.empty ? words.grid.noneSelected : undefined);
  const restore = props.onRestore && {
    label: words.inventory.restore,
    Icon: IconRestore,
    onChoose: props.onRestore,
  };
  return (
    <>
      {props.newRow}
      <ActionMenu
        label={words.grid.tools}
        actions={[
          {
            label: words.grid.bulkEdit,
            Icon: IconEdit,
            keys: "Ctrl+B",
            reason: props.noRows,
            onChoose: () => props.onAsk("bulk"),
          },
          {
            label: words.grid.bulkMove,
            Icon: IconArrowsTransferUp,
            keys: "Ctrl+M",
            reason: props.noRows,
            onChoose: () => props.onAsk("move"),
          },
          {
            label: words.grid.sequence,
            Icon: IconListNumbers,
            keys: "Ctrl+E",
            reason: noneThere,
            onChoose: () => props.onAsk("sequence"),
          },
          {
            label: words.trail.open,
            Icon: IconHistory,
            keys: "Ctrl+I",
            reason: props.noTrail,
            apart: true,
            onChoose: () => props.onAsk("trail"),
          },
          ...(restore ? [restore] : []),
          {
            label: words.grid.withdrawMany,
            Icon: IconTrashX,
            keys: "Ctrl+Delete",
            reason: noneThere,
            danger: true,
            apart: true,
            onChoose: () => props.onAsk("withdraw"),
          },
        ]}
      />
      <ExplainedIcon
        label={words.grid.undo}
        reason={undo === undefined ? words.grid.nothingToUndo : undefined}
        hint={undo === undefined ? undefined : words.grid.undoOf(undo)}
        onClick={history.undo}
      >
        <IconArrowBackUp size="1.2rem" />
      </ExplainedIcon>
      <ExplainedIcon
        label={words.grid.redo}
        reason={redo === undefined ? words.grid.nothingToRedo : undefined}
        hint={redo === undefined ? undefined : words.grid.redoOf(redo)}
        onClick={history.redo}
      >
        <IconArrowForwardUp size="1.2rem" />
      </ExplainedIcon>
    </>
  );
}
