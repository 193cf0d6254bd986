import type { SyncStatus } from "#shared/contract/session.ts";
import type { Profile } from "#shared/archive/profile.ts";
import type { Unit } from "#shared/archive/unit.ts";
import type { DeskHandlers } from "#shared/contract/desk.ts";
import type { chaseCalls } from "#shared/contract/chase.ts";
import type { completenessCalls } from "#shared/contract/completeness.ts";
import type { gapCalls } from "#shared/contract/gaps.ts";
import type { costCalls } from "#shared/contract/cost.ts";
import type { decisionCalls } from "#shared/contract/decisions.ts";
import type { shortageCalls } from "#shared/contract/shortages.ts";
import type { reportCalls } from "#shared/contract/reports.ts";
import type { ObjectStore } from "#shared/node/object-store.ts";
import type { RuleData } from "#shared/rules/pack.ts";
import type { RollUp } from "#shared/report/arrived.ts";
import type { Index } from "#electron/index/open-index.ts";
import { decisionHandlers } from "#electron/completeness/decision-handlers.ts";
import type { DeskJournal } from "#electron/journal/open-journal.ts";
import { deviceKeys } from "#electron/secrets/device-keys.ts";
import type { Secrets } from "#electron/secrets/secrets.ts";
import type { SettingsStore } from "#electron/settings.ts";
import { chaseHandlers } from "./chase-handlers.ts";
import { completenessHandlers } from "#electron/completeness/completeness-handlers.ts";
import { costHandlers } from "./cost-handlers.ts";
import { openCountPages } from "./count-pages.ts";
import { gapHandlers } from "#electron/completeness/gap-handlers.ts";
import { shortageHandlers } from "#electron/completeness/shortage-handlers.ts";
import { openCountRows } from "./count-rows.ts";
import { figureHandlers } from "./figure-handlers.ts";
import { reportHandlers } from "./report-handlers.ts";

/** The daily report of this desk, over its index and what its sync knows; the estimate of what is left; the matrix. */
export function openReport(parts: {
  journal: DeskJournal;
  index: Index;
  objects: ObjectStore;
  secrets: Secrets;
  resources: string;
  units: readonly Unit[];
  profile: () => Profile | null;
  settings: SettingsStore;
  status: () => Promise<SyncStatus>;
  rollUp: (day: string) => Promise<RollUp>;
  rules: () => RuleData;
  now: () => number;
  newId: () => string;
}): Pick<
  DeskHandlers,
  | keyof typeof reportCalls
  | keyof typeof shortageCalls
  | keyof typeof decisionCalls
  | keyof typeof chaseCalls
  | keyof typeof costCalls
  | keyof typeof completenessCalls
  | keyof typeof gapCalls
> {
  const { index, secrets, status, settings, ...given } = parts;
  const rest = { ...given, quality: () => given.rules().quality };
  const countRows = openCountRows({ index, journal: parts.journal, units: parts.units });
  return {
    ...chaseHandlers({ ...rest, countRows }),
    ...completenessHandlers({ index, ...rest }),
    ...gapHandlers({ index, ...rest }),
    ...shortageHandlers(rest),
    ...decisionHandlers(rest),
    ...costHandlers({ ...rest, settings, countPages: openCountPages(index, parts.journal) }),
    ...figureHandlers({ index, ...rest }),
    ...reportHandlers({
      ...rest,
      deviceId: () => settings.current().deviceId,
      countRows,
      keys: () => deviceKeys(secrets),
      async heard() {
        const { lastRoundAt, clockAheadMs = 0 } = await status();
        return { at: lastRoundAt, aheadMs: clockAheadMs };
      },
    }),
  };
}
