import { maskIdentityNumbers } from "#shared/portal/identity-numbers.ts";
import { type Database, numberIn, textIn } from "#province/store/database.ts";
import { textList } from "#province/store/lists.ts";
import { pagesOfItem, wordsOfPageRow } from "#province/store/pages-of-item.ts";
import type { SharedPages } from "./api/schemas.ts";
import type { SharedKey } from "./read-shared.ts";

/**
 * What was recognised on the pages of items, by item, numbers of papers of identity hidden. Who may have the items has
 * been asked before (`readShared`): an item with a page that bears a mark of secrecy is none of them.
 */
export async function readTexts(
  database: Database,
  items: readonly Pick<SharedKey, "district" | "id">[],
): Promise<Map<string, SharedPages>> {
  const texts = new Map<string, SharedPages>();
  if (items.length === 0) return texts;
  const rows = await database.query(
    `select p.parent as item, (p.state->>'ordinal')::integer as ordinal, s.body
     from unnest($1::text::text[], $2::text::text[]) as key(district, id)
     join lateral ${pagesOfItem("key.district", "key.id")} on true
     join lateral ${wordsOfPageRow} on true
     where p.state->>'withdrawn' = '' order by p.parent, ordinal, p.id`,
    [textList(items.map(({ district }) => district)), textList(items.map(({ id }) => id))],
  );
  for (const row of rows) {
    const item = textIn(row, "item");
    const pages = texts.get(item) ?? [];
    pages.push({ ordinal: numberIn(row, "ordinal"), text: maskIdentityNumbers(textIn(row, "body")) });
    texts.set(item, pages);
  }
  return texts;
}
