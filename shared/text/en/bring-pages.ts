import type { Words } from "#shared/text/vi.ts";

export const bring: Words["quality"]["bring"] = {
  replace: "Replace the page",
  behind: "Insert behind",
  before: "Insert before",
  withdraw: "Withdraw the page",
  earlier: "One place up",
  later: "One place down",
  more: "Add, replace, withdraw pages",
  titles: {
    replace: (name) => `Replace ${name}`,
    before: (name) => `Insert pages before ${name}`,
    behind: (name) => `Insert pages behind ${name}`,
  },
  kept: "The old page is withdrawn, its master scan is kept. Ctrl+Z brings it back.",
  files: "Choose images or PDF files…",
  waiting: "Or a page scanned again that waits in the tray",
  noneWaiting:
    "The tray is empty. Scan again at the capture station (Q) with no item chosen: the page lies here then.",
  reason: "Replaced by another scan",
  steps: {
    replace: "Replace a page",
    before: "Insert pages",
    behind: "Insert pages",
    withdraw: "Withdraw a page",
    move: "Move a page",
  },
  brought: {
    replace: (pages) => `Replaced by ${pages} page(s).`,
    before: (pages) => `${pages} page(s) inserted.`,
    behind: (pages) => `${pages} page(s) inserted.`,
  },
  withdrawDialog: {
    title: "Withdraw the page",
    hint: "Write why this page is not of the item. Its master scan is kept; Ctrl+Z brings the page back.",
    label: "Reason",
    confirm: "Withdraw the page",
  },
};
