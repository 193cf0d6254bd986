import { Type } from "typebox";
import { Check } from "typebox/value";
import type { CollectionName } from "#shared/archive/collections.ts";
import type { Overview } from "#shared/contract/records.ts";
import { bucketCount, SetDigest } from "#shared/replication/digest.ts";

/** What a ledger knows of one record. */
export type Posting = { hash: string; facet: string };

/** The running totals of one collection: the digest of its records, and how many there are of each facet. */
export type Ledger = { digest: SetDigest; facets: Map<string, number> };

export function emptyLedger(): Ledger {
  return { digest: new SetDigest(), facets: new Map() };
}

/** Posts a record's new state, and takes back the one it had. */
export function post(ledger: Ledger, id: string, before: Posting | undefined, after: Posting): void {
  if (before) {
    ledger.digest.remove(id, before.hash);
    ledger.facets.set(before.facet, (ledger.facets.get(before.facet) ?? 0) - 1);
  }
  ledger.digest.add(id, after.hash);
  ledger.facets.set(after.facet, (ledger.facets.get(after.facet) ?? 0) + 1);
}

/** A ledger as text, with the sequence of the journal at which it was true. */
export function writeLedger(ledger: Ledger, seq: number): string {
  const { digest, facets } = ledger;
  return JSON.stringify({ seq, count: digest.count, buckets: digest.buckets(), facets: [...facets] });
}

/** The ledger that `writeLedger` wrote, or nothing where the text is none, or was true at another sequence. */
export function readLedger(text: string | undefined, seq: number): Ledger | undefined {
  if (text === undefined) return undefined;
  const kept: unknown = JSON.parse(text);
  if (!Check(keptLedgerSchema, kept) || kept.seq !== seq) return undefined;
  return { digest: SetDigest.of(kept.buckets, kept.count), facets: new Map(kept.facets) };
}

const keptLedgerSchema = Type.Object({
  seq: Type.Integer(),
  count: Type.Integer(),
  buckets: Type.Array(Type.String({ pattern: "^[0-9a-f]{32}$" }), {
    minItems: bucketCount,
    maxItems: bucketCount,
  }),
  facets: Type.Array(Type.Tuple([Type.String(), Type.Integer()])),
});

/** The counts of records that stand; `held` are items and pages that wait for a person. */
export function overviewOf(ledgerOf: (collection: CollectionName) => Ledger): Overview {
  const count = (collection: CollectionName, word = "") => {
    let sum = 0;
    for (const [facet, found] of ledgerOf(collection).facets) {
      if (facet !== "withdrawn" && (word === "" || facet.split(" ").includes(word))) sum += found;
    }
    return sum;
  };
  return {
    fonds: count("fonds"),
    files: count("files"),
    items: count("items"),
    pages: count("pages"),
    renditions: count("items", "rendition"),
    held: count("items", "held") + count("pages", "held"),
    batches: [...ledgerOf("batches").facets]
      .filter(([facet, found]) => facet !== "withdrawn" && found > 0)
      .map(([state, found]) => ({ state, count: found }))
      .sort((one, other) => (one.state < other.state ? -1 : 1)),
  };
}
