/** The pages of the help, in the order they are listed; `card` is the page to print. */
export const helpPageNames = [
  "start",
  "inventory",
  "scheme",
  "boxes",
  "entry",
  "names",
  "workbook",
  "rules",
  "secret",
  "numbers",
  "undo",
  "batches",
  "waiting",
  "notes",
  "capture",
  "check",
  "send",
  "search",
  "print",
  "comfort",
  "encryption",
  "problems",
  "card",
] as const;

export type HelpPageName = (typeof helpPageNames)[number];

/** A page: what it is about, steps in order, things good to know; `picture` describes its picture. */
export type HelpPage = { title: string; summary: string; steps: string[]; notes: string[]; picture: string };
