import { useHotkeys } from "@mantine/hooks";
import { useHistory } from "./use-history.tsx";

/** Ctrl+Z and Ctrl+Y on every screen; where text is edited, these keys are the text's own. */
export function useUndoKeys(): void {
  const { undo, redo } = useHistory();
  useHotkeys([
    ["mod+Z", undo],
    ["mod+Y", redo],
  ]);
}
