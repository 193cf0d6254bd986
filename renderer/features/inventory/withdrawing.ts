import { IconRestore, IconTrashX } from "@tabler/icons-react";
import type { Words } from "#shared/text/vi.ts";
import type { MenuAction } from "#renderer/ui/action-menu.tsx";

/** The line of a menu that withdraws a record, or makes a withdrawn one count again. */
export function withdrawing<Subject>(
  { inventory }: Words,
  record: { withdrawn: string },
  subject: Subject,
  withdraw: (subject: Subject) => void,
  restore: (subject: Subject) => void,
): MenuAction {
  return record.withdrawn === ""
    ? {
        label: inventory.withdraw,
        Icon: IconTrashX,
        danger: true,
        apart: true,
        onChoose: () => withdraw(subject),
      }
    : { label: inventory.restore, Icon: IconRestore, apart: true, onChoose: () => restore(subject) };
}
