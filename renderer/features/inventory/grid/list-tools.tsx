import { Button, Group } from "@mantine/core";
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconArrowsTransferUp,
  IconEdit,
  IconTrashX,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useHistory } from "#renderer/app/use-history.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";

/** What can be done with the rows of a list; each button that cannot be pressed says why. */
export function ListTools(props: {
  /** Why nothing can be changed, where it cannot. */
  locked: string | undefined;
  /** Why nothing can be done with the selected rows. */
  noRows: string | undefined;
  empty: boolean;
  newRow: ReactNode;
  onAsk: (what: "bulk" | "move" | "withdraw") => void;
  onRestore: (() => void) | undefined;
}) {
  const words = useWords();
  const history = useHistory();
  return (
    <Group role="toolbar" aria-label={words.grid.tools} gap="xs" mb="xs">
      {props.newRow}
      <ToolButton Icon={IconEdit} reason={props.noRows} onClick={() => props.onAsk("bulk")}>
        {words.grid.bulkEdit}
      </ToolButton>
      <ToolButton Icon={IconArrowsTransferUp} reason={props.noRows} onClick={() => props.onAsk("move")}>
        {words.grid.bulkMove}
      </ToolButton>
      <ToolButton
        Icon={IconTrashX}
        reason={props.locked ?? (props.empty ? words.grid.noneSelected : undefined)}
        onClick={() => props.onAsk("withdraw")}
      >
        {words.grid.withdrawMany}
      </ToolButton>
      {props.onRestore && (
        <Button variant="light" onClick={props.onRestore}>
          {words.inventory.restore}
        </Button>
      )}
      <ToolButton
        Icon={IconArrowBackUp}
        reason={history.next.undo === undefined ? words.grid.nothingToUndo : undefined}
        title={history.next.undo === undefined ? undefined : words.grid.undoOf(history.next.undo)}
        onClick={history.undo}
      >
        {words.grid.undo}
      </ToolButton>
      <ToolButton
        Icon={IconArrowForwardUp}
        reason={history.next.redo === undefined ? words.grid.nothingToRedo : undefined}
        title={history.next.redo === undefined ? undefined : words.grid.redoOf(history.next.redo)}
        onClick={history.redo}
      >
        {words.grid.redo}
      </ToolButton>
    </Group>
  );
}

function ToolButton(props: {
  Icon: typeof IconEdit;
  reason: string | undefined;
  title?: string | undefined;
  onClick: () => void;
  children: ReactNode;
}) {
  const { Icon, reason, title, onClick, children } = props;
  return (
    <ExplainedButton
      variant="default"
      leftSection={<Icon size="1.1rem" aria-hidden />}
      reason={reason}
      {...(title === undefined ? {} : { title })}
      onClick={onClick}
    >
      {children}
    </ExplainedButton>
  );
}
