import type { Words } from "#shared/text/vi.ts";

export const station: Words["station"] = {
  tabsLabel: "Parts of the capture station",
  tabs: { take: "Take pages", tray: "Unmatched tray", items: "Documents", held: "Needs a person" },
  waiting: (count) => `${count} waiting`,
  now: {
    title: "What is happening now",
    taking: "Taking pages",
    quiet: "No pages are being taken",
    quietHint: "Choose where pages come from under “Take pages”.",
    last: "Latest run",
    item: "Document receiving pages",
    noItem: "No document has pages yet",
    noItemHint: "Its leaves against the list will show here.",
    batch: "Whole batch",
    batchItems: (found, expected) => `${found}/${expected} documents fully scanned`,
    batchPages: (found, expected) => `${found}/${expected} pages`,
    machine: "This machine",
  },
  notices: {
    look: "Look",
    missed: (count) => `A separator may have been missed in ${count} place(s)`,
    stoppedEarly: (device) => `${device}: the run was cut short.`,
  },
  tray: {
    empty: "The tray is empty",
    emptyHint: "Pages whose document is not known wait here until you attach them.",
    into: "Attach to a document",
    intoHint: "Press one to choose it, or drag pages from the tray onto it.",
  },
  held: {
    empty: "Nothing waits for a person",
    emptyHint: "Pages or documents that the machine cannot finish by itself show here.",
  },
  sides: {
    item: "Paper of this document was scanned",
    stack: "Paper of this run was scanned",
    of: { unsaid: "sides not known", one: "on one side", both: "on both sides", mixed: "mixed" },
    label: "Say which sides were scanned",
    said: (pages) => `Written for ${pages} page(s). Leaves are counted anew.`,
  },
  same: {
    title: (count) => `${count} file(s) are the very same as a page that is there, but for the name`,
    hint: "Mostly a copy, so it was not added. If it is another page in truth (as two blank sides), add it.",
    line: (name, known) => `${name} is the same as ${known}`,
    add: "It is another page: add",
    added: "This page was added.",
    label: "Add a page that looks the same",
    done: (pages) => `${pages} page(s) were added.`,
  },
  show: { label: "Show", all: "All", wrong: (count) => `Not matching the list (${count})` },
  allMatch: "Every scanned document matches the list.",
};
