import type { Words } from "#shared/text/vi.ts";

export const withdrawn: Words["withdrawn"] = {
  title: "Withdrawn",
  subtitle:
    "Nothing is deleted: withdrawn fonds, files and items stand here with their reasons and can be restored.",
  period: "Withdrawn",
  periods: { recent: "In the last 30 days", all: "At any time" },
  none: "Nothing is withdrawn",
  noneHint: "When a file or an item is withdrawn from the inventory, what it said is kept here.",
  noneRecent: "Nothing was withdrawn in the last 30 days",
  list: "Withdrawn records",
  kinds: { fonds: "Fonds", files: "File", items: "Item" },
  reason: "Reason",
  when: "Withdrawn at",
  who: "By",
  what: "Content",
  kind: "Kind",
  pick: (label) => `Choose ${label}`,
  pickAll: "Choose all",
  restore: (count) => `Restore ${count}`,
  restoreNone: "Choose at least one to restore.",
  notYours: "Your role only reads the inventory and cannot restore.",
  restored: (count) =>
    `Restored ${count}, with the fonds and files that hold them and what was withdrawn with them.`,
  undoLabel: (count) => `restoring ${count}`,
  shown: (count, total) => (count === total ? `${count} withdrawn` : `${count} of ${total} withdrawn`),
  more: (count) => `Show ${count} more`,
};
