import type { DeskHandlers } from "#shared/contract/desk.ts";
import type { qualityCalls } from "#shared/contract/quality.ts";
import type { Index } from "#electron/index/open-index.ts";
import { countDefects, withoutNames } from "./count-defects.ts";
import { judgeBatch, type QualityDesk } from "./judge-batch.ts";

/** The calls about the quality of scans. */
export function qualityHandlers(
  desk: QualityDesk & { index: Index },
): Pick<DeskHandlers, keyof typeof qualityCalls> {
  return {
    "quality.pages": ({ batchId }) => judgeBatch(desk, batchId),
    "quality.defects": ({ group }) =>
      desk.index.ask(["rows"], (database) => ({
        counts: withoutNames(group, countDefects(database, group)),
      })),
    "quality.operators": () =>
      desk.index.ask(["rows"], (database) => ({ counts: countDefects(database, "operator") })),
  };
}
