import type { Role } from "#shared/archive/role.ts";
import type { MilestoneDifference } from "#shared/rules/rule-differences.ts";
import type { Words } from "#shared/text/vi.ts";
import type { Told } from "./difference-list.tsx";

/** What a difference of milestones is to a reader: what it is about, how it was and how it is. */
export function tellDays(
  difference: MilestoneDifference,
  { home, common, portal }: Words,
  date: (day: string) => string,
): Told {
  const words = portal.admin.rules;
  const { changes } = words;
  const day = (said: string) => (said === "" ? changes.empty : date(said));
  const people = (said: readonly Role[]) =>
    said.length === 0 ? changes.nobody : said.map((role) => common.roles[role]).join("; ");
  const range = (said: { from: string; before: string } | undefined) =>
    said ? words.campaign.range(date(said.from), date(said.before)) : words.campaign.none;
  const told = <Value>(
    what: string,
    write: (value: Value) => string,
    at: { before: Value; after: Value },
  ) => ({
    ...{ what, before: write(at.before), after: write(at.after) },
  });
  switch (difference.of) {
    case "source":
      return told(words.days.source, (said) => said || changes.empty, difference);
    case "day":
      return told(changes.day(home.milestoneNames[difference.name]), day, difference);
    case "roles":
      return told(changes.roles(home.milestoneNames[difference.name]), people, difference);
    case "once":
      return {
        what: changes.once(home.milestoneNames[difference.name]),
        ...{ before: changes.onceBefore, after: changes.onceAfter },
      };
    case "campaign":
      return told(words.campaign.title, range, difference);
    case "chase":
      return told(words.chase.title, words.chase.days, difference);
  }
}
