import type { ArchiveFile } from "#shared/archive/file.ts";
import type { Item } from "#shared/archive/item.ts";
import { readLeaves } from "#shared/archive/leaf-span.ts";
import type { LeafFinding } from "#shared/contract/listing.ts";

export type LeafItem = Pick<Item, "id" | "leaves">;

/**
 * What is wrong with the leaf numbers of a file: leaves from 1 to the last that no item claims, leaves claimed twice,
 * spans that do not read, and a last leaf other than the number listed. Nothing where all is well or no item has leaves.
 */
export function findLeaves(
  file: Pick<ArchiveFile, "id" | "code" | "leafCount">,
  items: readonly LeafItem[],
): LeafFinding | undefined {
  const spans: { id: string; span: [number, number] }[] = [];
  const unread: string[] = [];
  for (const { id, leaves } of items) {
    if (leaves.trim() === "") continue;
    const span = readLeaves(leaves);
    if (span) spans.push({ id, span });
    else unread.push(id);
  }
  spans.sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
  const gaps: [number, number][] = [];
  let last = 0;
  for (const { span } of spans) {
    if (span[0] > last + 1) gaps.push([last + 1, span[0] - 1]);
    last = Math.max(last, span[1]);
  }
  const overlaps = overlapsOf(spans);
  const miscounted = last !== 0 && file.leafCount !== 0 && last !== file.leafCount;
  if (gaps.length + overlaps.length + unread.length === 0 && !miscounted) return undefined;
  return { fileId: file.id, code: file.code, gaps, overlaps, unread, last, listed: file.leafCount };
}

/** Runs of leaves that the same several items claim; `spans` by first leaf. */
function overlapsOf(spans: readonly { id: string; span: [number, number] }[]): LeafFinding["overlaps"] {
  const overlaps: LeafFinding["overlaps"] = [];
  let open: { id: string; span: [number, number] }[] = [];
  let from = 1;
  /** Tells the runs from `from` up to the leaf before this one, as one claim after the other ends. */
  const advance = (leaf: number) => {
    while (from < leaf && open.length > 0) {
      const end = open.reduce((least, { span }) => Math.min(least, span[1]), leaf - 1);
      if (open.length > 1) overlaps.push({ leaves: [from, end], itemIds: open.map(({ id }) => id) });
      from = end + 1;
      open = open.filter(({ span }) => span[1] >= from);
    }
    from = leaf;
  };
  for (const one of spans) {
    advance(one.span[0]);
    open.push(one);
  }
  advance(Number.MAX_SAFE_INTEGER);
  return overlaps;
}
