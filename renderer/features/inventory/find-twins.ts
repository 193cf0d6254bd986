import type { CallInput } from "#shared/contract/desk.ts";
import type { Words } from "#shared/text/vi.ts";
import { readRecords } from "#renderer/db/change-records.ts";
import type { Work } from "#renderer/db/work.ts";

/** What tells a document from others: two with the same of it are taken for one. */
export type TwinProbe = CallInput<"listing.twins">;

/** An item that another one is like, and the code of the file it stands in. */
export type Twin = { itemId: string; ordinal: number; fileCode: string };

/** Asks the desk which items a document doubles; `ask` is the desk's call, and `ownId` the item itself. */
export async function findTwins(
  work: Work,
  ask: (probe: TwinProbe) => Promise<{ itemIds: string[] }>,
  probe: TwinProbe,
  ownId: string,
): Promise<Twin[]> {
  // A number, a date and a subject say which document it is; with less every new row would be like another.
  if (probe.subject === "" || (probe.number === "" && probe.issuedDate === "")) return [];
  const { itemIds } = await ask(probe);
  const items = await readRecords(
    work,
    "items",
    itemIds.filter((id) => id !== ownId),
  );
  const fileIdOf = (record: object) => ("fileId" in record ? String(record.fileId) : "");
  const files = await readRecords(work, "files", [...new Set([...items.values()].map(fileIdOf))]);
  return [...items].map(([itemId, item]) => {
    const file = files.get(fileIdOf(item));
    return {
      itemId,
      ordinal: "ordinal" in item ? Number(item.ordinal) : 0,
      fileCode: file && "code" in file ? String(file.code) : "",
    };
  });
}

/** Says which documents one is like, at most three by name. */
export function twinsInWords({ grid }: Words, twins: readonly Twin[]): string {
  const named = twins.slice(0, 3).map(({ ordinal, fileCode }) => grid.twins.item(String(ordinal), fileCode));
  return grid.twins.like(named.join(grid.twins.and));
}
