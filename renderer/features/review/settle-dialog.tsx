import { notifications } from "@mantine/notifications";
import type { Item } from "#shared/archive/item.ts";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useWork } from "#renderer/app/session.tsx";
import { useHistory } from "#renderer/app/use-history.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { ReasonDialog } from "#renderer/ui/reason-dialog.tsx";
import { filledFrom, keepAllEdits, keepOneEdits, refuseSettling } from "./settle-duplicates.ts";

/** What a person chose to do about a group; `at` is the kept copy's number on the screen. */
export type Settling =
  | { kind: "keep-all"; items: readonly Item[] }
  | { kind: "keep-one"; items: readonly Item[]; keptId: string; at: number };

/** Asks for the reason, says what will be withdrawn and filled in, and does it as one step that can be undone. */
export function SettleDialog({ settling, onClose }: { settling: Settling; onClose: () => void }) {
  const all = useWords();
  const words = all.review.duplicates;
  const { count } = useFormat();
  const work = useWork();
  const { record } = useHistory();
  const { items } = settling;
  const settle = async (reason: string) => {
    onClose();
    try {
      if (settling.kind === "keep-all") {
        await record(words.kept, keepAllEdits(items, reason), true);
        return;
      }
      const others = items.filter(({ id }) => id !== settling.keptId);
      const refusal = await refuseSettling(work, others, reason);
      if (refusal) notifications.show({ color: "red", message: all.review.refused[refusal] });
      else await record(words.merged, keepOneEdits(items, settling.keptId, reason), true);
    } catch (error) {
      notifyFault(all, error);
    }
  };
  if (settling.kind === "keep-all")
    return (
      <ReasonDialog
        title={words.keepAllTitle}
        hint={words.keepAllHint}
        label={words.keepAllReason}
        confirm={words.keepAll}
        cancel={all.common.cancel}
        maxLength={300}
        onConfirm={(reason) => void settle(reason)}
        onClose={onClose}
      />
    );
  const kept = items.find(({ id }) => id === settling.keptId);
  const others = items.filter(({ id }) => id !== settling.keptId);
  const filled = kept ? Object.keys(filledFrom(kept, others)) : [];
  const names: Record<string, string> = { ...all.inventory.item, ...words.fields };
  return (
    <ReasonDialog
      title={words.keepOneTitle(count(settling.at))}
      hint={words.keepOneHint(
        count(others.length),
        filled.map((field) => (names[field] ?? field).toLowerCase()).join(", "),
      )}
      label={words.withdrawReason}
      confirm={words.keepOne}
      cancel={all.common.cancel}
      maxLength={500}
      onConfirm={(reason) => void settle(reason)}
      onClose={onClose}
    />
  );
}
