import { helpPages } from "#shared/text/en/help-pages.ts";
import type { help as vietnamese } from "#shared/text/vi/help.ts";

export const help: typeof vietnamese = {
  title: "Help",
  subtitle: "Short pages with pictures, there without a network.",
  find: "Search the help",
  findHint: "For example: import excel",
  clear: "Clear the words",
  list: "Pages of the help",
  found: (count) => (count === "1" ? "1 page" : `${count} pages`),
  none: (words) => `No page speaks of “${words}”`,
  noneHint: "Try fewer words, or clear them to see every page.",
  steps: "Steps",
  notes: "Good to know",
  back: "All pages of the help",
  previous: (title) => `Previous page: ${title}`,
  next: (title) => `Next page: ${title}`,
  ofThis: "Help for this screen (Shift+F1)",
  print: "Print this card",
  printHint: "One upright A4 page. Choose A4 in the print dialog.",
  keys: "Keys (F1)",
  pages: helpPages,
};
