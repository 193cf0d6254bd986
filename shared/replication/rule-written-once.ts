import type { CollectionName } from "#shared/archive/collections.ts";
import { type ArchiveRecord, editRecord, type Stamp } from "#shared/archive/record.ts";

/** The fields of records written once that may still be written, beside their withdrawal. */
const open: Partial<Record<CollectionName, readonly string[]>> = {
  custody: [],
  notes: ["solvedAt", "solvedBy"],
  reports: [],
};

/** Fields that every write sets, whatever it is about. */
const always = ["id", "updatedBy", "deviceId", "clocks", "withdrawn"];

/** Whether the records of a collection say what has happened, so that their words are never changed. */
export function isWrittenOnce(collection: CollectionName): boolean {
  return open[collection] !== undefined;
}

/**
 * The record held of one that is written once: what was stored first stays, whoever pushes something else; it can
 * only be withdrawn with a reason, and a note solved. What is set back is written at the authority's own clock, so
 * that it wins wherever it is merged.
 */
export function ruleWrittenOnce(
  collection: CollectionName,
  stored: ArchiveRecord | undefined,
  merged: ArchiveRecord,
  stamp: Stamp,
): ArchiveRecord {
  if (stored === undefined) return merged;
  const free = new Set([...always, ...(open[collection] ?? [])]);
  const kept = Object.fromEntries(Object.entries(stored).filter(([field]) => !free.has(field)));
  return editRecord(merged, kept, stamp);
}
