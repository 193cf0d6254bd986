import { countLacks, type Decision, type Reasons } from "#shared/archive/decision.ts";
import type { Completeness } from "#shared/completeness/count-batch.ts";
import { matrixStages } from "#shared/completeness/stages.ts";

/** The decision on a batch that stands so. */
export function makeDecision(
  completeness: Completeness,
  reasons: Reasons = {},
  sealed = { digest: "", records: 0 },
): Decision {
  return {
    figures: matrixStages.map((stage) => ({ stage, ...completeness[stage] })),
    lacks: countLacks(completeness.lacks).map(({ code, count }) => ({
      code,
      count,
      why: (reasons[code] ?? "").normalize("NFC").trim().slice(0, 500),
    })),
    ...sealed,
  };
}
