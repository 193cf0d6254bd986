/*
 * FTS5 cannot be told where to stop: a phrase whose words seldom follow each other is looked up in all their places,
 * whatever bound its row ids are given. So every record is also indexed under the block of keys it lies in, and a
 * phrase asked together with some blocks is looked up in those alone.
 */
const blockSize = 4096;

/** More blocks than these are not named in one query. */
const mostBlocks = 24;

/** The word under which the record of a key is indexed besides its own words; no text is folded to it. */
export function blockWord(key: number): string {
  return `xxblock${Math.floor(key / blockSize)}xx`;
}

/** The phase met by the records from key `first` to key `last` alone, or by more where these are too many to name. */
export function withinKeys(phase: string, first: number, last: number): string {
  const blocks: string[] = [];
  for (let key = first - (first % blockSize); key <= last; key += blockSize)
    blocks.push(`"${blockWord(key)}"`);
  return blocks.length > mostBlocks ? phase : `(${phase}) AND (${blocks.join(" OR ")})`;
}
