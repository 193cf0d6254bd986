import { nextCode } from "#shared/inventory/file-draft.ts";
import type { Cells, RowKind } from "./row-kind.ts";

/** Columns that keep their value from row to row until a person says otherwise. */
export const keptAtFirst: Readonly<Record<RowKind["collection"], readonly string[]>> = {
  files: [
    "inventory",
    "box",
    "retention",
    "arrangement",
    "priority",
    "location",
    "groupId",
    "access",
    "language",
    "condition",
  ],
  items: ["type", "symbol", "issuer", "signer", "access", "language", "condition"],
};

/** A new row: its texts, and the field that a person has still to type on, where its beginning is given. */
export type NextRow = { cells: Cells; awaiting?: string };

/**
 * The row after `last`: kept columns have its values, its number goes on, its unique field is `unique`. Where the
 * subject is kept, what the last two subjects begin with in common is given, to be typed on.
 */
export function nextRow(
  kind: RowKind,
  last: Cells | undefined,
  beforeLast: Cells | undefined,
  kept: ReadonlySet<string>,
  unique: string,
): NextRow {
  const cells: Record<string, string> = { access: "01", language: "01" };
  for (const field of kept) {
    if (field !== kind.subject && last?.[field] !== undefined) cells[field] = last[field];
  }
  cells[kind.unique] = unique;
  const counted = kind.collection === "items" ? "number" : "notation";
  if (last && !kept.has(counted)) {
    const next = nextNumber(last[counted] ?? "");
    if (next !== "") cells[counted] = next;
  }
  if (!kept.has(kind.subject) || !last) return { cells };
  const head = commonHead(last[kind.subject] ?? "", beforeLast?.[kind.subject] ?? "");
  return head === "" ? { cells } : { cells: { ...cells, [kind.subject]: head }, awaiting: kind.subject };
}

/** `12` → `13`, `009` → `010`; nothing after what is not a number alone. */
function nextNumber(number: string): string {
  return /^\d{1,11}$/.test(number) ? nextCode(number) : "";
}

/** The words both texts begin with, at least three of them, with a space to type on after; else the first text whole. */
export function commonHead(text: string, other: string): string {
  const words = text.split(" ");
  const others = other.split(" ");
  let same = 0;
  while (same < words.length && same < others.length && words[same] === others[same]) same += 1;
  if (same >= 3 && same < words.length) return `${words.slice(0, same).join(" ")} `;
  return text;
}
