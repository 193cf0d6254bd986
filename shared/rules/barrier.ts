import type { BatchState } from "#shared/archive/batch.ts";
import type { Lack } from "#shared/archive/lack.ts";
import { type BarrierAsk, type BatchStepList, usualSteps } from "./batch-steps.ts";

const captured: readonly Lack["code"][] = [
  "no-items",
  "not-captured",
  "pages-missing",
  "leaves-missing",
  "page-held",
  "item-held",
];

/** What a file may not lack where all files of a batch have to be at a point. */
const against: Record<BarrierAsk, readonly Lack["code"][]> = {
  counted: ["not-received"],
  captured,
  checked: [
    ...captured,
    ...(["page-rejected", "page-faulty", "page-unjudged", "no-rendition", "not-checked"] as const),
  ],
};

/** At which points all files of a batch have to be before it goes on to a state. */
export function asksOf(to: BatchState, list: BatchStepList = usualSteps): readonly BarrierAsk[] {
  return list.steps.find(({ step }) => step === to)?.asks ?? [];
}

/** Of what a batch lacks that which stands in the way of its going on to a state, in the order of its files. */
export function inTheWay(lacks: readonly Lack[], to: BatchState, list: BatchStepList = usualSteps): Lack[] {
  const codes = new Set(asksOf(to, list).flatMap((ask) => against[ask]));
  return lacks.filter(({ code }) => codes.has(code));
}
