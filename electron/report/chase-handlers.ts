import type { Profile } from "#shared/archive/profile.ts";
import { dayInVietnam } from "#shared/base/vietnam-time.ts";
import type { chaseCalls } from "#shared/contract/chase.ts";
import type { DeskHandlers } from "#shared/contract/desk.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import { chaseForm } from "#shared/forms/chase-form.ts";
import { chaseList } from "#shared/handover/chase-list.ts";
import type { ObjectStore } from "#shared/node/object-store.ts";
import { chaseDays } from "#shared/rules/chase-days.ts";
import type { DueRules } from "#shared/rules/deadlines.ts";
import type { CountRows } from "./report-handlers.ts";
import { writeReportForm } from "./write-report-form.ts";

/** Which communes of this desk's unit have not handed over what they listed, by the report's own count. */
export function chaseHandlers(options: {
  objects: ObjectStore;
  resources: string;
  profile: () => Profile | null;
  countRows: CountRows;
  rules: () => DueRules;
  now: () => number;
}): Pick<DeskHandlers, keyof typeof chaseCalls> {
  const { objects, resources, profile, countRows, rules, now } = options;
  const read = async () => {
    const scope = profile()?.scope;
    if (scope === undefined) throw new DeskFault("not-set-up");
    const today = dayInVietnam(now());
    const { rows } = await countRows(scope, today);
    const about = { ...chaseDays(rules()), today };
    return { ...about, rows: chaseList(rows, about) };
  };
  return {
    "chase.read": read,
    async "chase.form"({ format, words }) {
      const { rows, ...about } = await read();
      const lists = [chaseForm(rows, about, words)];
      const name = `don-vi-chua-giao-${about.today}`;
      return writeReportForm({ objects, resources, lists, format, name, madeAt: now() });
    },
  };
}
