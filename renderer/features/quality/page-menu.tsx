import {
  IconArrowDown,
  IconArrowUp,
  IconFileX,
  IconReplace,
  IconRowInsertBottom,
  IconRowInsertTop,
} from "@tabler/icons-react";
import { useWords } from "#renderer/app/words.tsx";
import { ActionMenu } from "#renderer/ui/action-menu.tsx";
import type { Bringing } from "./use-bringing.ts";

/** Replacing, inserting, moving and withdrawing the page looked at, in a menu that tells their keys. */
export function PageMenu(props: {
  onBring: (how: Bringing) => void;
  onMove: (by: 1 | -1) => void;
  onWithdraw: () => void;
}) {
  const { bring } = useWords().quality;
  const { onBring, onMove, onWithdraw } = props;
  return (
    <ActionMenu
      label={bring.more}
      actions={[
        { label: bring.replace, keys: "P", Icon: IconReplace, onChoose: () => onBring("replace") },
        { label: bring.behind, keys: "I", Icon: IconRowInsertBottom, onChoose: () => onBring("behind") },
        { label: bring.before, keys: "Shift+I", Icon: IconRowInsertTop, onChoose: () => onBring("before") },
        { label: bring.earlier, keys: "Shift+K", Icon: IconArrowUp, apart: true, onChoose: () => onMove(-1) },
        { label: bring.later, keys: "Shift+J", Icon: IconArrowDown, onChoose: () => onMove(1) },
        {
          label: bring.withdraw,
          keys: "Delete",
          Icon: IconFileX,
          apart: true,
          danger: true,
          onChoose: onWithdraw,
        },
      ]}
    />
  );
}
