import type { CollectionName } from "#shared/archive/collections.ts";
import type { ArchiveRecord } from "#shared/archive/record.ts";
import { canonicalJson, cutField } from "#shared/base/canonical.ts";
import { digestOfText } from "#shared/base/digest.ts";
import { isFoundLater, wordsOf } from "./search-index.ts";

/** All that is written of a state, as texts. */
export type WrittenForm = {
  /** Its canonical JSON, and that of what the audit says of it where it is new. */
  state: string;
  changes: string;
  /** As `hashOfRecord`. */
  hash: string;
  /** The words that are written with it, with spaces between; nothing where it is not to be found, or not by these. */
  words: string | undefined;
};

const forms = new WeakMap<ArchiveRecord, WrittenForm>();

/**
 * The form of a state, made once: a push makes it as it comes in, while the store still works for the push before.
 * States are never changed in place.
 */
export function writtenForm(collection: CollectionName, record: ArchiveRecord): WrittenForm {
  const known = forms.get(record);
  if (known) return known;
  const state = canonicalJson(record);
  const form = {
    state,
    changes: cutField(state, record, "clocks"),
    hash: digestOfText(state).slice(0, 32),
    words: isFoundLater(collection) ? undefined : wordsOf(collection, record)?.join(" "),
  };
  forms.set(record, form);
  return form;
}
