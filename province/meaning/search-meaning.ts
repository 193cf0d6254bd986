import type { CatalogueAnswer, CatalogueHit, CatalogueQuestion } from "#shared/contract/catalogue.ts";
import { readableBy, type Reader } from "#province/access/reader.ts";
import type { Named } from "#province/store/catalogue-hits.ts";
import { type Database, numberIn, textIn } from "#province/store/database.ts";
import { textList } from "#province/store/lists.ts";
import { narrowedBy } from "#province/store/narrow-catalogue.ts";
import { answerOf } from "#province/store/search-catalogue.ts";
import { readFondsGroups } from "#province/store/same-fonds.ts";
import type { ModelName, Vector } from "./embed-texts.ts";
import { pieceOfPage } from "./read-pieces.ts";
import type { PiecePlace, VectorStore } from "./vector-store.ts";

/** Everything is near to some degree: further than this nobody looks. */
export const mostNear = 100;
const snippetLength = 240;

/**
 * The rows that lie nearest to what is asked, of those alone that the reader may read and that meet the filter: what
 * they may not find neither is among them nor takes the place of another.
 */
export async function searchMeaning(
  database: Database,
  vectors: VectorStore,
  reader: Reader,
  question: CatalogueQuestion,
  named: Named,
  asked: { vector: Vector; of: ModelName },
): Promise<CatalogueAnswer> {
  const groups = await readFondsGroups(database);
  const { fonds } = question.filter;
  const { from, limit, facets } = question;
  const rows = await vectors.nearest({
    ...{ ...asked, most: mostNear, from, limit, facets },
    conditions: (place) => [
      readableBy(reader, "c", place),
      ...narrowedBy(question.filter, named.successors, place),
      ...(fonds === undefined
        ? []
        : [`c.fonds = any(${place(textList(groups.membersOf(fonds)))}::text::text[])`]),
    ],
  });
  const { keys, answer } = await answerOf(database, rows, { reader, question, named, groups, sought: [] });
  const passages = await vectors.passages(keys, asked);
  return { ...answer, hits: await withPassages(database, answer.hits, passages) };
}

/** Each document with the page and the passage that lie nearest, where that is not its description. */
async function withPassages(
  database: Database,
  hits: readonly CatalogueHit[],
  passages: readonly PiecePlace[],
): Promise<CatalogueHit[]> {
  const rows = await database.query(
    `select p.id, p.parent as item, (p.state->>'ordinal')::integer as ordinal, s.body
     from unnest($1::text::text[], $2::text::text[]) as key(item, page)
     join records p on p.collection = 'pages' and p.id = key.page and p.parent = key.item
     join search s on s.district = p.district and s.collection = 'pages' and s.id = p.id
     where p.state->>'withdrawn' = ''`,
    [textList(passages.map(({ id }) => id)), textList(passages.map(({ page }) => page))],
  );
  return hits.map((hit) => {
    const passage = passages.find(({ kind, id }) => kind === hit.kind && id === hit.id);
    const row = rows.find((page) => page["id"] === passage?.page && page["item"] === hit.id);
    if (!passage || !row) return hit;
    const text = pieceOfPage(textIn(row, "body"), passage.part);
    if (text === "") return hit;
    const pages = [{ id: passage.page, ordinal: numberIn(row, "ordinal") }];
    return { ...hit, pages, snippet: shortened(text) };
  });
}

/** The beginning of a passage; guillemets in it are no marks of a word that was met. */
function shortened(text: string): string {
  const plain = text.replaceAll(/[«»]/g, '"');
  if (plain.length <= snippetLength) return plain;
  const cut = plain.slice(0, snippetLength);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), snippetLength / 2))} …`;
}
