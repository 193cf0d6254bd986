import { findIdentityNumbers } from "#shared/portal/identity-numbers.ts";
import { type Database, textIn } from "#province/store/database.ts";
import { textList } from "#province/store/lists.ts";
import { pagesOfItem, wordsOfPageRow } from "#province/store/pages-of-item.ts";
import type { SharedKey } from "./read-shared.ts";

/**
 * Whether documents may leave as they are below the level that tells of persons: `numbers` where a page of theirs bears
 * a number of a paper of identity, `unread` where the words of a page are not indexed yet and nobody can say.
 */
export async function findNumbers(
  database: Database,
  items: readonly Pick<SharedKey, "district" | "id">[],
): Promise<"numbers" | "unread" | undefined> {
  let unread = false;
  for (let at = 0; at < items.length; at += 20) {
    const some = items.slice(at, at + 20);
    const rows = await database.query(
      `select coalesce(s.body, '') as body, exists (
         select 1 from words_waiting w where w.district = p.district and w.id = p.id) as unread
       from unnest($1::text::text[], $2::text::text[]) as key(district, id)
       join lateral ${pagesOfItem("key.district", "key.id")} on true
       left join lateral ${wordsOfPageRow} on true
       where p.state->>'withdrawn' = ''`,
      [textList(some.map(({ district }) => district)), textList(some.map(({ id }) => id))],
    );
    if (rows.some((row) => findIdentityNumbers(textIn(row, "body")).length > 0)) return "numbers";
    unread ||= rows.some((row) => row["unread"] === true);
  }
  return unread ? "unread" : undefined;
}
