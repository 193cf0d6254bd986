import { type Static, Type } from "typebox";
import { recordFields } from "#shared/archive/record.ts";
import { Choice, Text } from "#shared/base/schema.ts";

/** The controlled lists that a unit may add to. */
export const termLists = ["issuer", "signer", "keyword", "place"] as const;

/** `local`: waits for the province; `accepted`: part of the province's list; `merged`: stands for `mergedInto`. */
export const termStandings = ["local", "accepted", "merged"] as const;

/** A word that a unit added to a controlled list, and what the province made of it. */
export const termSchema = Type.Object({
  ...recordFields,
  list: Choice(termLists),
  label: Type.String({ minLength: 1, maxLength: 200 }),
  note: Text(300),
  standing: Choice(termStandings),
  /** The label of the province's list that this one stands for; empty unless merged. */
  mergedInto: Text(200),
  decidedAt: Text(30),
  decidedBy: Text(200),
});

export type Term = Static<typeof termSchema>;
