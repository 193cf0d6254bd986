import { Type } from "typebox";
import { Parse } from "typebox/value";
import type { Batch } from "#shared/archive/batch.ts";
import type { Page } from "#shared/archive/page.ts";
import { digestOfText } from "#shared/base/digest.ts";
import usual from "#resources/rules/sampling-plan.json" with { type: "json" };

/**
 * A table of single sampling plans. `accept` gives the accept number of a code letter; a letter without one has an
 * arrow to the next plan: down, or up where `up` names it. `upTo` 0 is without end.
 */
const samplingTableSchema = Type.Object({
  name: Type.Literal("sampling-plan"),
  version: Type.Integer({ minimum: 1 }),
  source: Type.String({ minLength: 1 }),
  aql: Type.String(),
  letters: Type.Array(
    Type.Object({ letter: Type.String(), upTo: Type.Integer(), size: Type.Integer({ minimum: 1 }) }),
    { minItems: 1 },
  ),
  accept: Type.Record(Type.String(), Type.Record(Type.String(), Type.Integer({ minimum: 0 }))),
  up: Type.Record(Type.String(), Type.Array(Type.String())),
});

const samplingTable = Parse(samplingTableSchema, usual);

/** The source of the table, and the quality limits (percent of rejected pages) it has plans for. */
export const samplingSource = samplingTable.source;
export const usualLimit = samplingTable.aql;
export const sampleLimits: readonly string[] = Object.keys(samplingTable.accept).sort();

/** How many pages of a lot are looked at, and how many of them may be rejected before the whole lot is looked at. */
export type SamplePlan = Pick<Batch, "samplePlan" | "sampleSize" | "sampleAccept"> & { letter: string };

/** The plan for a lot of so many pages; a sample as large as the lot is the full check. */
export function planSample(lotSize: number, limit = usualLimit): SamplePlan {
  const { letters, accept, up } = samplingTable;
  const full = { samplePlan: "full", sampleSize: lotSize, sampleAccept: 0, letter: "" } as const;
  const plans = accept[limit];
  const start = letters.findIndex(({ upTo }) => upTo === 0 || lotSize <= upTo);
  const first = letters[start];
  if (!plans || !first || lotSize < 2) return full;
  const step = up[limit]?.includes(first.letter) ? -1 : 1;
  for (let at = start; at >= 0 && at < letters.length; at += step) {
    const { letter, size } = letters[at] ?? first;
    const most = plans[letter];
    if (most === undefined) continue;
    if (size >= lotSize) return full;
    return { samplePlan: "sample", sampleSize: size, sampleAccept: most, letter };
  }
  return full;
}

/** A page of the lot, and those that were scanned again in its place: one place in the paper, whatever its scans. */
export type LotUnit = { id: string; pages: Page[] };

/** The units of a lot: each page that counts with the scans it replaces. A unit keeps the id of its first scan. */
export function lotUnits(pages: readonly Page[]): LotUnit[] {
  const byId = new Map(pages.map((page) => [page.id, page]));
  return pages
    .filter(({ withdrawn }) => withdrawn === "")
    .map((page) => {
      const chain = [page];
      const seen = new Set([page.id]);
      for (
        let before = byId.get(page.replaces);
        before && !seen.has(before.id);
        before = byId.get(before.replaces)
      ) {
        chain.unshift(before);
        seen.add(before.id);
      }
      return { id: chain[0]?.id ?? page.id, pages: chain };
    });
}

/** The units of the sample: the same seed draws the same of the same lot, on every machine. */
export function drawSample(units: readonly LotUnit[], size: number, seed: string): LotUnit[] {
  return units
    .map((unit) => ({ unit, rank: digestOfText(`${seed}/${unit.id}`) }))
    .sort((one, other) => (one.rank < other.rank ? -1 : 1))
    .slice(0, size)
    .map(({ unit }) => unit);
}

/** How far a sample is judged, and what that means; a lot fails as soon as more is rejected than may be. */
export type SampleState = { judged: number; rejected: number; result: "" | "passed" | "failed" };

/** A unit is rejected when any of its scans was, though it was scanned again since: the lot is judged as it came. */
export function judgeSample(sample: readonly LotUnit[], accept: number): SampleState {
  const isRejected = ({ pages }: LotUnit) => pages.some(({ verdict }) => verdict === "rejected");
  const isJudged = (unit: LotUnit) => isRejected(unit) || unit.pages.at(-1)?.verdict === "accepted";
  const rejected = sample.filter(isRejected).length;
  const judged = sample.filter(isJudged).length;
  if (rejected > accept) return { judged, rejected, result: "failed" };
  return { judged, rejected, result: sample.length > 0 && judged === sample.length ? "passed" : "" };
}
