import type { Role } from "#shared/archive/role.ts";
import { writeDate } from "#shared/archive/date-text.ts";
import { isDay } from "#shared/base/moment.ts";
import { cleanText } from "#shared/inventory/clean-text.ts";
import { readDate } from "#shared/inventory/read-date.ts";
import { type MilestoneName, milestoneNames, type Milestones } from "#shared/rules/milestones.ts";

/** Milestones as they are typed; days in any form that people write them in. */
export type DaysDraft = {
  source: string;
  days: Record<MilestoneName, { day: string; roles: readonly Role[] }>;
  from: string;
  before: string;
  chaseAfter: string;
};

/** Why a field of the draft is not taken. */
type DaysFault = "missing" | "no-day" | "half" | "reversed" | "no-number";

export type DaysFaults = Partial<
  Record<"source" | MilestoneName | "from" | "before" | "chaseAfter", DaysFault>
>;

export function draftOfDays({ source, campaign, chaseAfter = 0, milestones }: Milestones): DaysDraft {
  const dayOf = (name: MilestoneName) => {
    const found = milestones.find((one) => one.name === name);
    return { day: writeDate(found?.before ?? ""), roles: found?.roles ?? [] };
  };
  return {
    source,
    days: {
      inventory: dayOf("inventory"),
      districtDocuments: dayOf("districtDocuments"),
      communeDocuments: dayOf("communeDocuments"),
      sharedStore: dayOf("sharedStore"),
    },
    from: writeDate(campaign?.from ?? ""),
    before: writeDate(campaign?.before ?? ""),
    chaseAfter: String(chaseAfter),
  };
}

/** The day (`yyyy-mm-dd`) that was typed; empty for an empty text, nothing for what is no day. */
export function readTypedDay(text: string): string | undefined {
  const day = readDate(cleanText(text));
  return day === "" || (day !== undefined && isDay(day)) ? day : undefined;
}

/** The milestones that a draft means, as far as it can be read, and what is wrong with it by its fields. */
export function readDays(draft: DaysDraft): { milestones: Milestones; faults: DaysFaults } {
  const faults: DaysFaults = {};
  const dayIn = (field: "from" | "before" | MilestoneName, text: string): string => {
    const day = readTypedDay(text);
    if (day === undefined) faults[field] = "no-day";
    return day ?? "";
  };
  const source = cleanText(draft.source);
  if (source === "") faults.source = "missing";
  const milestones = milestoneNames.flatMap((name) => {
    const { day, roles } = draft.days[name];
    const before = dayIn(name, day);
    return before === "" ? [] : { name, before, roles: [...roles] };
  });
  const [from, before] = [dayIn("from", draft.from), dayIn("before", draft.before)];
  if (!faults.from && !faults.before) {
    if ((from === "") !== (before === "")) faults[from === "" ? "from" : "before"] = "half";
    else if (from !== "" && from >= before) faults.before = "reversed";
  }
  const chaseAfter = /^\d{1,3}$/.test(draft.chaseAfter.trim()) ? Number(draft.chaseAfter) : -1;
  if (chaseAfter < 0 || chaseAfter > 365) faults.chaseAfter = "no-number";
  return {
    milestones: {
      source,
      ...(from !== "" && before !== "" && { campaign: { from, before } }),
      ...(chaseAfter > 0 && { chaseAfter }),
      milestones,
    },
    faults,
  };
}

/** A draft that was begun from other rules than those in force now: what was typed stays, the rest is as in force. */
export function carryDays(draft: DaysDraft, begun: DaysDraft, present: DaysDraft): DaysDraft {
  const own = <Value>(typed: Value, was: Value, is: Value): Value =>
    JSON.stringify(typed) === JSON.stringify(was) ? is : typed;
  const dayOf = (name: MilestoneName) => {
    const [typed, was, is] = [draft.days[name], begun.days[name], present.days[name]];
    return { day: own(typed.day, was.day, is.day), roles: own(typed.roles, was.roles, is.roles) };
  };
  return {
    source: own(draft.source, begun.source, present.source),
    days: {
      inventory: dayOf("inventory"),
      districtDocuments: dayOf("districtDocuments"),
      communeDocuments: dayOf("communeDocuments"),
      sharedStore: dayOf("sharedStore"),
    },
    from: own(draft.from, begun.from, present.from),
    before: own(draft.before, begun.before, present.before),
    chaseAfter: own(draft.chaseAfter, begun.chaseAfter, present.chaseAfter),
  };
}
