import { Check } from "typebox/value";
import type { CollectionName } from "#shared/archive/collections.ts";
import { covers } from "#shared/archive/unit.ts";
import type { Bag } from "#shared/node/read-bag.ts";
import {
  type AnswerLine,
  answerLineSchema,
  answersList,
  arrivedLineSchema,
  arrivedList,
} from "#shared/parcel/parcel-lines.ts";
import { hashOfRecord } from "#shared/replication/digest.ts";
import { readRecord } from "#shared/replication/read-record.ts";
import type { Journal } from "#electron/journal/journal.ts";
import type { Carried } from "./carried.ts";

type Parts = { journal: Journal; carried: Carried };

/**
 * Takes a centre's word over that it has a parcel: what it has is not carried again, and what it merged is merged
 * here. Nothing counts as sent, and nothing may be freed, before the province's own receipt. Reading it again changes
 * nothing; what is no record, or lies outside of this machine's unit, is left.
 */
export async function takeArrival(parts: Parts, bag: Bag, scope: string): Promise<{ refused: number }> {
  let refused = 0;
  for await (const answer of bag.lines(answersList)) {
    if (!Check(answerLineSchema, answer)) continue;
    if (answer.outcome === "refused") refused += 1;
    else takeAnswer(parts, answer.collection, answer, scope);
  }
  const digests: string[] = [];
  for await (const line of bag.lines(arrivedList))
    if (Check(arrivedLineSchema, line)) digests.push(line.digest);
  parts.carried.keepObjects(digests);
  return { refused };
}

function takeAnswer(
  { journal, carried }: Parts,
  collection: CollectionName,
  { id, hash, state }: AnswerLine,
  scope: string,
): void {
  if (state) {
    const read = readRecord(collection, state);
    if (!read.ok || state.id !== id || !covers(scope, read.value.scope)) return;
    const record = read.value;
    journal.write(collection, [record], "desk");
    carried.keep(collection, [{ id, hash: hashOfRecord(record), clocks: record.clocks }]);
    return;
  }
  const record = journal.read(collection, id);
  if (record && hashOfRecord(record) === hash)
    carried.keep(collection, [{ id, hash, clocks: record.clocks }]);
}
