import type { Group } from "#shared/archive/group.ts";
import { arrangeScheme, walkScheme } from "#shared/archive/scheme.ts";
import { cleanText } from "#shared/inventory/clean-text.ts";

/** A group as a sheet, a template or another fonds lists it. */
export type SchemeLine = {
  /** Row of the sheet, from 1; 0 where there is none. */
  row: number;
  /** Ký hiệu, its own or from the top down. */
  notation: string;
  title: string;
  /** Ký hiệu of the group it stands in, or its title where it has none; empty at the top. */
  parent: string;
  note: string;
};

/** The groups of a scheme as lines, from the top down: what is written to a sheet and copied to another fonds. */
export function linesOfScheme(groups: readonly Group[]): SchemeLine[] {
  const nodes = walkScheme(arrangeScheme(groups));
  const names = new Map(
    nodes.map(({ group, path }) => [group.id, group.notation === "" ? group.title : path]),
  );
  return nodes.map(({ group, path, parentId }) => ({
    row: 0,
    // The path of one without a notation is that of the group above it.
    notation: group.notation === "" ? "" : path,
    title: group.title,
    parent: names.get(parentId) ?? "",
    note: group.note,
  }));
}

/** A line without what lists set around it: `I.` and `a)` are `I` and `a`. */
export function cleanLine(line: SchemeLine): SchemeLine {
  return {
    row: line.row,
    notation: cleanNotation(line.notation),
    title: cleanText(line.title),
    parent: cleanNotation(line.parent),
    note: cleanText(line.note),
  };
}

/** A notation as it is kept, without the stop or the bracket that lists set after it. */
export function cleanNotation(text: string): string {
  return cleanText(text).replace(/[.)/\s]+$/, "");
}
