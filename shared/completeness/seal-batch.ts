import type { ArchiveFile } from "#shared/archive/file.ts";
import { blankItem } from "#shared/archive/blank.ts";
import type { Item } from "#shared/archive/item.ts";
import type { Page } from "#shared/archive/page.ts";
import type { ArchiveRecord } from "#shared/archive/record.ts";
import { isSigned } from "#shared/archive/signature.ts";
import { canonicalJson } from "#shared/base/canonical.ts";
import type { Clock } from "#shared/base/clock.ts";
import { digestOfText } from "#shared/base/digest.ts";
import { asAccepted, type ContentCollection, frozenFields } from "#shared/completeness/frozen-fields.ts";
import type { Seal } from "#shared/archive/decision.ts";

/** A file with what lies in it, withdrawn records among them. */
export type FileContent = { file: ArchiveFile; items: readonly { item: Item; pages: readonly Page[] }[] };

/** The seal of what stands in a batch, and how many records that is. */
export type Sealed = { seal: Seal; records: number };

/** The seal of one file that stands, and how many records that is. */
export type SealedFile = { id: string; digest: string; records: number };

/**
 * The digest of a batch's content: for each file that stands one over its frozen fields and those of its items and
 * pages that stand, the digests of their objects among them, in the order of their ids; and one over the files, in
 * the order of theirs. Equal content has the equal seal on every machine. With `asOf`, the clock of an acceptance, what
 * was made for the first time after it counts as not yet made.
 */
export function sealBatch(batchId: string, content: readonly FileContent[], asOf?: Clock): Sealed {
  return sealFiles(
    batchId,
    content.flatMap((one) => sealFile(one, asOf) ?? []),
  );
}

/** The seal of a file; nothing of one that is withdrawn. */
export function sealFile({ file, items }: FileContent, asOf?: Clock): SealedFile | undefined {
  if (!stands(file)) return undefined;
  const standing = items.filter(({ item }) => stands(item));
  const pages = standing.flatMap((one) => one.pages.filter(stands));
  const lines = [
    lineOf("files", file, asOf),
    ...inOrder(standing.map(({ item }) => item)).map((item) => lineOf("items", item, asOf)),
    ...inOrder(pages).map((page) => lineOf("pages", page, asOf)),
  ];
  const digest = digestOfText(lines.join("\n")).slice(0, 32);
  return { id: file.id, digest, records: 1 + standing.length + pages.length };
}

/** The seal of a batch out of those of its files. */
export function sealFiles(batchId: string, files: readonly SealedFile[]): Sealed {
  const sealed = inOrder(files).map(({ id, digest }) => ({ id, digest }));
  const digest = digestOfText([batchId, ...sealed.map(({ id, digest: own }) => `${id} ${own}`)].join("\n"));
  return { seal: { digest, files: sealed }, records: files.reduce((sum, { records }) => sum + records, 0) };
}

/** A file that is not as it was accepted. */
export type SealDifference = { fileId: string; what: "changed" | "missing" | "added" };

/** The files that differ between what was accepted and what stands now, in the order of their ids. */
export function compareSeals(accepted: Seal, now: Seal): SealDifference[] {
  const then = new Map(accepted.files.map(({ id, digest }) => [id, digest]));
  const today = new Map(now.files.map(({ id, digest }) => [id, digest]));
  return [...new Set([...then.keys(), ...today.keys()])].sort().flatMap((fileId): SealDifference[] => {
    const [before, after] = [then.get(fileId), today.get(fileId)];
    if (before === after) return [];
    return [{ fileId, what: before === undefined ? "added" : after === undefined ? "missing" : "changed" }];
  });
}

function lineOf(collection: ContentCollection, record: ArchiveRecord, asOf: Clock | undefined): string {
  const all = asAccepted(collection, record) as unknown as Record<string, unknown>;
  const frozen = frozenFields(collection)
    .filter(({ field }) => all[field] !== undefined)
    .map(({ field, once }) => [field, once && isMadeAfter(record, field, asOf) ? blanks[field] : all[field]]);
  return `${collection} ${record.id} ${digestOfText(canonicalJson(Object.fromEntries(frozen)))}`;
}

/** What a field holds before anything was made for it. */
const blanks: Readonly<Record<string, unknown>> = blankItem;

/** A signed rendition was written anew by its signature: when the one under it was made is not known, nor asked. */
function isMadeAfter(record: ArchiveRecord, field: string, asOf: Clock | undefined): boolean {
  if (asOf === undefined || isSigned(record as Item)) return false;
  return (record.clocks[field] ?? record.clocks["*"] ?? "") > asOf;
}

function stands({ withdrawn }: { withdrawn: string }): boolean {
  return withdrawn === "";
}

function inOrder<Kind extends { id: string }>(records: readonly Kind[]): Kind[] {
  return [...records].sort((one, other) => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0));
}
