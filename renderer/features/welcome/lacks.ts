import type { CallInput, CallOutput } from "#shared/contract/desk.ts";
import { type Listed, toListed } from "#renderer/app/listed.ts";

/** What an inventory may still lack, and the list that shows just those records. */
export const lackLists = {
  outOfScope: { collection: "files", filter: { inScope: false } },
  noRetention: { collection: "files", filter: { retention: "" } },
  noFileDate: { collection: "files", filter: { year: 0 } },
  noItemType: { collection: "items", filter: { type: "" } },
  noItemDate: { collection: "items", filter: { year: 0 } },
} as const satisfies Record<string, Listed>;

export type LackName = keyof typeof lackLists;

export const lackNames = Object.keys(lackLists) as LackName[];

/** How many records lack it, where they are listed, and how many records there are at all. */
export type LackCount = { count: number; of: number; to: string };

export type LackCounts = Partial<Record<LackName, LackCount>>;

type AskFacets = (input: CallInput<"listing.facets">) => Promise<CallOutput<"listing.facets">>;

/** Counts what the inventory on this machine lacks. */
export async function countLacks(ask: AskFacets): Promise<LackCounts> {
  const [files, items] = await Promise.all([
    ask({ collection: "files", filter: {} }),
    ask({ collection: "items", filter: {} }),
  ]);
  const counts = await Promise.all(
    lackNames.map(async (name) => {
      const listed = lackLists[name];
      const { total, facets } = await ask(listed);
      // The fonds that lacks most is opened first.
      const fondsId = facets.fonds[0]?.value;
      const of = (listed.collection === "files" ? files : items).total;
      return [name, { count: total, of, to: fondsId ? toListed(fondsId, listed) : "/inventory" }] as const;
    }),
  );
  return Object.fromEntries(counts);
}
