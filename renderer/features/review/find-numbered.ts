import type { Item } from "#shared/archive/item.ts";
import type { NumberSeries } from "#shared/contract/listing.ts";
import { isNormative } from "#shared/rules/decision-kind.ts";
import { issuerKey } from "#shared/rules/issuing-body.ts";
import { wholeNumber } from "#shared/rules/number-series.ts";
import { typeOfItem } from "#shared/rules/type-of-symbol.ts";
import type { Work } from "#renderer/db/work.ts";
import type { Desk } from "#renderer/desk.ts";

/** Records read at a time. */
const slice = 200;

/**
 * The item of a number in a series; nothing where there is none. The list in order of numbers is read by slices
 * outward from where the number should be, so that a long series is not read whole.
 */
export async function findNumbered(
  work: Work,
  desk: Desk,
  fondsId: string,
  series: NumberSeries,
  number: number,
): Promise<Item | undefined> {
  // A type that only the symbol says is no filter of the list.
  const filter = { fondsId, ...(series.year === 0 ? {} : { year: series.year }) };
  const { ids } = await desk.call("listing.order", { collection: "items", filter, sort: "number" });
  for (const start of outward(ids.length, number / Math.max(1, series.last))) {
    const documents = await work.db.items.findByIds(ids.slice(start, start + slice)).exec();
    for (const document of documents.values()) {
      const item = document.toJSON() as Item;
      if (wholeNumber(item.number) === number && isOfSeries(item, series)) return item;
    }
  }
  return undefined;
}

function isOfSeries(item: Item, series: NumberSeries): boolean {
  return (
    item.withdrawn === "" &&
    typeOfItem(item) === series.type &&
    isNormative(item) === series.normative &&
    issuerKey(item.issuer) === issuerKey(series.issuer)
  );
}

/** Starts of all slices of a list, the one at `share` of it first, then its neighbours. */
function outward(length: number, share: number): number[] {
  const slices = Math.ceil(length / slice);
  const middle = Math.min(slices - 1, Math.floor(share * slices));
  return Array.from({ length: slices }, (_, index) => index)
    .sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))
    .map((index) => index * slice);
}
