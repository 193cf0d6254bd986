import type { MatrixFigures } from "#shared/contract/completeness.ts";
import { matrixStages } from "#shared/completeness/stages.ts";

/** Rows of the matrix as one. */
export function sumFigures(rows: readonly MatrixFigures[]): MatrixFigures {
  const sum: MatrixFigures = {
    stages: matrixStages.map(() => ({ files: 0, items: 0, leaves: 0 })),
    odd: 0,
    corrections: 0,
  };
  for (const row of rows) {
    sum.odd += row.odd;
    sum.corrections += row.corrections;
    for (const [at, stage] of sum.stages.entries()) {
      stage.files += row.stages[at]?.files ?? 0;
      stage.items += row.stages[at]?.items ?? 0;
      stage.leaves += row.stages[at]?.leaves ?? 0;
    }
  }
  return sum;
}
