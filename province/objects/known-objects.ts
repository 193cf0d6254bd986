import { type Digest, isDigest } from "#shared/base/digest.ts";
import { type Database, numberIn, textIn } from "#province/store/database.ts";

/** An object that the province answers for; `size` is of its receipt, -1 where the province made it itself. */
export type KnownObject = { digest: Digest; size: number };

const rowsAtOnce = 500;

/** Every object that a receipt was given of, and every copy that was made, some at a time in the order of their digests. */
export async function* knownObjects(database: Database): AsyncGenerator<KnownObject[]> {
  for (let after = ""; ;) {
    const rows = await database.query(
      `select digest, max(size)::bigint as size from (
         select digest, size from receipts where digest > $1
         union all select digest, -1 from copy_steps where digest > $1) known
       group by digest order by digest limit ${rowsAtOnce}`,
      [after],
    );
    if (rows.length === 0) return;
    yield rows.flatMap((row) => {
      const digest = textIn(row, "digest");
      return isDigest(digest) ? [{ digest, size: numberIn(row, "size") }] : [];
    });
    after = textIn(rows.at(-1) ?? {}, "digest");
  }
}
