import { createHash } from "node:crypto";
import { documentTypeName } from "#shared/archive/codes.ts";
import type { ArchiveFile } from "#shared/archive/file.ts";
import type { Item } from "#shared/archive/item.ts";
import { maskIdentityNumbers } from "#shared/portal/identity-numbers.ts";
import { maskedFile, maskedItem } from "#province/sharing/mask-record.ts";
import { type Querying, textIn } from "#province/store/database.ts";
import { textList } from "#province/store/lists.ts";
import { isFile, isItem } from "#province/store/record-shape.ts";
import { pagesOfItem, wordsOfPageRow } from "#province/store/pages-of-item.ts";
import { cutText } from "./cut-text.ts";

/** A row of the catalogue within its district. */
export type RowKey = { kind: "files" | "items"; id: string };

/** A piece of what a row says: of its description (`page` empty), or of one of its pages. */
export type Piece = RowKey & { page: string; part: number; text: string; madeOf: string };

/**
 * All that rows of the catalogue say, in pieces, numbers of papers of identity hidden as wherever texts leave the store.
 * A row that is not in the catalogue any more says nothing.
 */
export async function readPieces(
  database: Querying,
  district: string,
  keys: readonly RowKey[],
): Promise<Piece[]> {
  const lists = [textList(keys.map(({ kind }) => kind)), textList(keys.map(({ id }) => id))];
  const records = await database.query(
    `select c.kind, c.id, own.state as own
     from unnest($2::text::text[], $3::text::text[]) as key(kind, id)
     join catalogue c on c.district = $1 and c.kind = key.kind and c.id = key.id
     join records own on own.district = c.district and own.collection = c.kind and own.id = c.id`,
    [district, ...lists],
  );
  const pages = await database.query(
    `select c.id, p.id as page, s.body
     from unnest($2::text::text[], $3::text::text[]) as key(kind, id)
     join catalogue c on c.district = $1 and c.kind = 'items' and key.kind = 'items' and c.id = key.id
     join lateral ${pagesOfItem("c.district", "c.id")} on true
     join lateral ${wordsOfPageRow} on true
     where p.state->>'withdrawn' = '' order by (p.state->>'ordinal')::integer, p.id`,
    [district, ...lists],
  );
  const described = records.flatMap((row) => {
    const { own } = row;
    const text = isItem(own) ? describeItem(own) : isFile(own) ? describeFile(own) : "";
    const kind = row["kind"] === "files" ? ("files" as const) : ("items" as const);
    return piecesOf({ kind, id: textIn(row, "id") }, "", text);
  });
  const read = pages.flatMap((row) =>
    piecesOf({ kind: "items", id: textIn(row, "id") }, textIn(row, "page"), pageText(textIn(row, "body"))),
  );
  return [...described, ...read];
}

/** The text of one piece of a page, as `readPieces` cut it; empty where its words have changed since. */
export function pieceOfPage(body: string, part: number): string {
  return cutText(pageText(body))[part] ?? "";
}

function pageText(body: string): string {
  return maskIdentityNumbers(body);
}

function piecesOf(key: RowKey, page: string, text: string): Piece[] {
  return cutText(text).map((piece, part) => ({ ...key, page, part, text: piece, madeOf: digestOf(piece) }));
}

function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}

function describeItem(item: Item): string {
  const { type, subject, issuer, signer, keywords, autograph, note } = maskedItem(item);
  return said(documentTypeName(type), subject, issuer, signer, keywords, autograph, note);
}

function describeFile(file: ArchiveFile): string {
  const { title, keywords, note } = maskedFile(file);
  return said(title, keywords, note);
}

function said(...texts: string[]): string {
  return texts
    .map((text) => text.trim())
    .filter(Boolean)
    .join(". ");
}
