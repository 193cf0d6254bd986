import type { Item } from "#shared/archive/item.ts";
import type { Unit } from "#shared/archive/unit.ts";
import { knownIssuers } from "#shared/inventory/known-issuers.ts";
import type { ReadingContext } from "#shared/reading/weigh-context.ts";
import { yearOf } from "#shared/rules/year-of.ts";
import type { Journal } from "#electron/journal/journal.ts";

/** What is known around an item before it is read. */
export type KnownAround = { knownIssuers: string[]; context: ReadingContext };

/** The bodies that letters of the item's fonds come from, the years of its file, and the file's other letters. */
export function knownAround(journal: Journal, units: readonly Unit[], item: Item, now: number): KnownAround {
  const file = journal.read("files", item.fileId);
  const others = journal
    .children("items", item.fileId)
    .filter(({ id, withdrawn }) => id !== item.id && withdrawn === "");
  const names = [
    ...others.map(({ issuer }) => issuer).filter((name) => name !== ""),
    ...knownIssuers(units, item.scope),
  ];
  return {
    knownIssuers: [...new Set(names)],
    context: {
      years: {
        from: yearOf(file?.startDate ?? ""),
        to: yearOf(file?.endDate ?? ""),
        now: new Date(now).getUTCFullYear(),
      },
      others: others.map(({ number, symbol, issuedDate }) => ({ number, symbol, issuedDate })),
    },
  };
}
