import { Group } from "@mantine/core";
import { IconArrowBackUp, IconArrowForwardUp } from "@tabler/icons-react";
import { ExplainedIcon } from "#renderer/ui/explained-icon.tsx";
import { useHistory } from "./use-history.tsx";
import { useWords } from "./words.tsx";

/** The buttons that take the last step back and do it again, each named by its step; `locked` says why not. */
export function UndoTools({ locked }: { locked: string | undefined }) {
  const words = useWords().grid;
  const { next, undo, redo } = useHistory();
  return (
    <Group gap="0.25rem">
      <ExplainedIcon
        label={next.undo === undefined ? words.undo : words.undoOf(next.undo)}
        reason={locked ?? (next.undo === undefined ? words.nothingToUndo : undefined)}
        onClick={undo}
      >
        <IconArrowBackUp size="1.2rem" aria-hidden />
      </ExplainedIcon>
      <ExplainedIcon
        label={next.redo === undefined ? words.redo : words.redoOf(next.redo)}
        reason={locked ?? (next.redo === undefined ? words.nothingToRedo : undefined)}
        onClick={redo}
      >
        <IconArrowForwardUp size="1.2rem" aria-hidden />
      </ExplainedIcon>
    </Group>
  );
}
