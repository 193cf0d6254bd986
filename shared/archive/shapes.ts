import { Compile } from "typebox/compile";
import { type CollectionName, collections } from "#shared/archive/collections.ts";

/** The compiled schema of every collection, where records from outside are checked. */
export const recordShapes = {
  fonds: Compile(collections.fonds.schema),
  batches: Compile(collections.batches.schema),
  files: Compile(collections.files.schema),
  items: Compile(collections.items.schema),
  pages: Compile(collections.pages.schema),
  exclusions: Compile(collections.exclusions.schema),
  groups: Compile(collections.groups.schema),
  boxes: Compile(collections.boxes.schema),
  terms: Compile(collections.terms.schema),
  conflicts: Compile(collections.conflicts.schema),
  handovers: Compile(collections.handovers.schema),
  custody: Compile(collections.custody.schema),
  points: Compile(collections.points.schema),
  notes: Compile(collections.notes.schema),
  reports: Compile(collections.reports.schema),
} as const satisfies Record<CollectionName, unknown>;
