import type { Profile } from "#shared/archive/profile.ts";
import type { Unit } from "#shared/archive/unit.ts";
import type { costCalls } from "#shared/contract/cost.ts";
import type { DeskHandlers } from "#shared/contract/desk.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import { costEstimate } from "#shared/forms/cost-estimate.ts";
import type { ObjectStore } from "#shared/node/object-store.ts";
import { letterNorms } from "#shared/report/cost.ts";
import type { SettingsStore } from "#electron/settings.ts";
import type { PageCounts } from "./count-pages.ts";
import { writeReportForm } from "./write-report-form.ts";

/** The estimate of cost over what the desk holds, by norms that may be its own. */
export function costHandlers(options: {
  objects: ObjectStore;
  resources: string;
  units: readonly Unit[];
  profile: () => Profile | null;
  settings: SettingsStore;
  countPages: (scope: string) => Promise<PageCounts>;
  now: () => number;
}): Pick<DeskHandlers, keyof typeof costCalls> {
  const { objects, resources, units, profile, settings, countPages, now } = options;
  const read = async () => {
    const scope = profile()?.scope;
    if (scope === undefined) throw new DeskFault("not-set-up");
    const { norms = null } = settings.current();
    return { scope, ...(await countPages(scope)), norms: norms ?? letterNorms, own: norms !== null };
  };
  return {
    "cost.read": read,
    async "cost.setNorms"({ norms }) {
      await settings.change({ norms });
      return {};
    },
    async "cost.form"({ part, format, words }) {
      const basis = await read();
      const unit = units.find(({ scope }) => scope === basis.scope)?.name ?? basis.scope;
      const lists = [costEstimate(basis, part, unit, words)];
      return writeReportForm({
        ...{ objects, resources, lists, format, name: `uoc-tinh-du-toan-${words.date}`, madeAt: now() },
      });
    },
  };
}
