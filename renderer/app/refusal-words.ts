import type { CollectionName } from "#shared/archive/collections.ts";
import type { RefusedRecord } from "#shared/contract/session.ts";
import { useWords } from "#renderer/app/words.tsx";

/** Words for why the province does not take a record: of its code, or of its detail where the code is a stranger. */
export function useReason(): (code: string, detail: string) => string {
  const words = useWords().refused;
  return (code, detail) => Object.entries(words.codes).find(([known]) => known === code)?.[1] ?? detail;
}

/**
 * What a record that is waited for is called; its kind alone where this machine does not have it. A batch (`waiting`)
 * belongs to nothing: it waits for what it was accepted with.
 */
export function useParentWords(): (
  parent: NonNullable<RefusedRecord["waitsFor"]>,
  waiting: CollectionName,
) => string {
  const words = useWords().refused;
  return ({ collection, id, label }, waiting) => {
    if (waiting === "batches") return words.restOfBatch;
    const kind = words.collections[collection].toLocaleLowerCase();
    return label === id ? words.unknownParent(kind) : words.waitsFor(kind, label);
  };
}
