import type { Item } from "#shared/archive/item.ts";
import type { Work } from "#renderer/db/work.ts";
import type { Edit } from "#renderer/work/history.ts";

/** Facts of a document that one copy may take over from another; place, leaves and captures are each copy's own. */
const shared = [
  "type",
  "symbol",
  "issuer",
  "addressee",
  "signer",
  "language",
  "access",
  "pageCount",
  "keywords",
  "autograph",
  "note",
] as const satisfies readonly (keyof Item)[];

export type Filled = Partial<Pick<Item, (typeof shared)[number]>>;

export type SettleRefusal = "reason-missing" | "in-batch" | "not-there";

/** The facts that are blank in the kept copy and known in another: the first that knows each. */
export function filledFrom(kept: Item, others: readonly Item[]): Filled {
  const filled: Record<string, unknown> = {};
  for (const field of shared) {
    if (kept[field] !== "" && kept[field] !== 0) continue;
    const known = others.find((other) => other[field] !== "" && other[field] !== 0);
    if (known) filled[field] = known[field];
  }
  return filled;
}

/** Edits that keep all copies for a written reason; those that have one already keep theirs. */
export function keepAllEdits(items: readonly Item[], reason: string): Edit[] {
  const why = tidy(reason, 300);
  return items
    .filter(({ keptBecause }) => keptBecause === "")
    .map(({ id }) => ({ collection: "items", id, fields: { keptBecause: why } }));
}

/** Edits that keep one copy, filled from the others, and withdraw those with a written reason. */
export function keepOneEdits(items: readonly Item[], keptId: string, reason: string): Edit[] {
  const kept = items.find(({ id }) => id === keptId);
  if (!kept) return [];
  const others = items.filter(({ id }) => id !== keptId);
  const withdrawn = tidy(reason, 500);
  const filled = filledFrom(kept, others);
  return [
    ...(Object.keys(filled).length > 0
      ? [{ collection: "items" as const, id: kept.id, fields: filled }]
      : []),
    ...others.map(({ id }): Edit => ({ collection: "items", id, fields: { withdrawn } })),
  ];
}

/** Why these items may not be withdrawn for this reason; nothing where they may. */
export async function refuseSettling(
  work: Work,
  items: readonly Item[],
  reason: string,
): Promise<SettleRefusal | undefined> {
  if (tidy(reason, 500) === "") return "reason-missing";
  const files = await work.db.files.findByIds([...new Set(items.map(({ fileId }) => fileId))]).exec();
  if (items.some(({ fileId }) => !files.has(fileId))) return "not-there";
  const batchIds = [...files.values()].map(({ batchId }) => batchId).filter((id) => id !== "");
  const batches = await work.db.batches.findByIds([...new Set(batchIds)]).exec();
  const closed = [...batches.values()].some(({ state }) => state !== "draft" && state !== "returned");
  return closed ? "in-batch" : undefined;
}

function tidy(reason: string, most: number): string {
  return reason.normalize("NFC").trim().slice(0, most);
}
