import type { ScreenCollectionName, Records } from "#shared/archive/collections.ts";
import type { Work } from "#renderer/db/work.ts";
import { type Edit, type History, recordChanges } from "#renderer/work/history.ts";

/** Under what name a saving is kept among the steps that can be undone. */
export type Doing = { history: History; label: string };

/**
 * Writes one edit, and those `beside` it, as a step that can be undone; answers the record as it then is, nothing where
 * there is none.
 */
export async function saveRecord<Name extends ScreenCollectionName>(
  work: Work,
  doing: Doing,
  edit: Extract<Edit, { collection: Name }>,
  beside: readonly Edit[] = [],
): Promise<Records[Name] | undefined> {
  await recordChanges(work, doing.history, doing.label, [edit, ...beside]);
  const id = "record" in edit ? edit.record.id : edit.id;
  const held = await work.db[edit.collection].findOne(id).exec();
  return held ? (held.toJSON() as Records[Name]) : undefined;
}
