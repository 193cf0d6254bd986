import { Text } from "@mantine/core";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { AskDialog, Caution } from "./ask-dialog.tsx";
import type { PastePlan } from "./plan-paste.ts";

/** Says what a block larger than the grid would do, before it does. */
export function PasteDialog(props: {
  plan: PastePlan;
  rows: number;
  width: number;
  /** Whether it is known what new rows would belong to. */
  mayAdd: boolean;
  onPaste: () => void;
  onClose: () => void;
}) {
  const words = useWords().grid.pasteDialog;
  const { count } = useFormat();
  const { plan, rows, mayAdd } = props;
  const made = plan.newRows.length;
  return (
    <AskDialog
      title={words.title}
      confirm={words.paste(count(mayAdd ? rows : rows - made))}
      onConfirm={props.onPaste}
      onClose={props.onClose}
    >
      <Text>{words.sentence(count(rows), count(props.width))}</Text>
      {made > 0 && <Text>{mayAdd ? words.newRows(count(made)) : words.noNewRows(count(made))}</Text>}
      {plan.beyond > 0 && <Caution>{words.tooWide(count(plan.beyond))}</Caution>}
    </AskDialog>
  );
}
