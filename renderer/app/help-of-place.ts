import type { HelpPageName } from "#shared/text/help-page.ts";

/** Which page of the help speaks of the screen at an address; the first beginning that fits counts. */
const pages: readonly (readonly [string, HelpPageName])[] = [
  ["/inventory/fonds/:id/import", "workbook"],
  ["/inventory/file/:id/import", "workbook"],
  ["/inventory/fonds/:id/forms", "print"],
  ["/inventory/fonds/:id/box-forms", "print"],
  ["/inventory/fonds/:id/scheme", "scheme"],
  ["/inventory/fonds/:id/boxes", "boxes"],
  ["/inventory/fonds/:id", "entry"],
  ["/inventory/file/:id", "entry"],
  ["/inventory/withdrawn", "undo"],
  ["/inventory", "inventory"],
  ["/review", "numbers"],
  ["/batches", "batches"],
  ["/chase", "batches"],
  ["/custody", "boxes"],
  ["/capture", "capture"],
  ["/reading", "capture"],
  ["/check", "check"],
  ["/search", "search"],
  ["/province", "search"],
  ["/conflicts", "undo"],
  ["/notes", "notes"],
  ["/hub", "send"],
  ["/keeping", "encryption"],
  ["/settings", "send"],
];

/** The page of the help for the screen at an address; the first page where none speaks of it. */
export function helpOfPlace(location: string): HelpPageName {
  const parts = location.split("/");
  const found = pages.find(([pattern]) =>
    pattern.split("/").every((part, at) => part === parts[at] || (part === ":id" && parts[at])),
  );
  return found?.[1] ?? "start";
}
