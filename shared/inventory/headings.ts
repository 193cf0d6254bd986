import { fold } from "#shared/base/fold.ts";
import { wordsOf } from "#shared/inventory/clean-text.ts";
import { addFileHeadings } from "#shared/inventory/file-headings.ts";
import type { Meaning, Means } from "#shared/inventory/heading-meaning.ts";
import { addItemHeadings } from "#shared/inventory/item-headings.ts";

const meanings = new Map<string, Meaning>();
const means: Means = (meaning, ...spellings) => {
  for (const spelling of spellings) meanings.set(spelling, meaning);
};
addFileHeadings(means);
addItemHeadings(means);

/** A heading in the form it is looked up by: folded, without what stands in parentheses, no punctuation. */
export function headingKey(heading: string): string {
  return wordsOf(fold(heading.replace(/\([^)]*\)|\[[^\]]*\]/g, " ")));
}

/** What a heading means, wherever it stands; nothing for words that no column is known by. */
export function meaningOf(key: string): Meaning | undefined {
  return meanings.get(key);
}
