import type { Role } from "#shared/archive/role.ts";
import { milestoneNames } from "#shared/rules/milestones.ts";
import type { StepDifference } from "#shared/rules/step-differences.ts";
import type { Words } from "#shared/text/vi.ts";
import type { Told } from "./difference-list.tsx";

/** What a difference of steps is to a reader: what it is about, how it was and how it is. */
export function tellSteps(
  difference: StepDifference,
  { home, common, batches, portal, stepList }: Words,
  date: (day: string) => string,
  nameOf: (scope: string) => string,
): Told {
  const { changes, steps: words } = portal.admin.rules;
  const about = (aspect: string) => {
    const scope = "scope" in difference ? difference.scope : "";
    const step = "step" in difference ? batches.steps[difference.step] : "";
    return [...(scope === "" ? [] : [nameOf(scope)]), ...(step === "" ? [] : [step]), aspect].join(" · ");
  };
  const told = <Value>(
    what: string,
    write: (value: Value) => string,
    at: { before: Value; after: Value },
  ) => ({
    ...{ what: about(what), before: write(at.before), after: write(at.after) },
  });
  const people = (said: readonly Role[] | undefined) =>
    said?.map((role) => common.roles[role]).join("; ") ?? words.usualRoles;
  const day = (said: string) => {
    const name = milestoneNames.find((known) => known === said);
    return name ? words.byMilestone(home.milestoneNames[name]) : said === "" ? words.noDue : date(said);
  };
  switch (difference.of) {
    case "source":
      return told(words.source, (said) => said || changes.empty, difference);
    case "hours":
      return told(words.hours, (said) => (said === undefined ? words.usualHours : String(said)), difference);
    case "name":
      return told(words.name, (said) => said ?? words.usualName, difference);
    case "roles":
      return told(words.roles, people, difference);
    case "omitted": {
      const { usual, list, yes, no } = words.omissions;
      const none = difference.scope === "" ? usual : list;
      return told(words.omitted, (said) => (said === undefined ? none : said ? yes : no), difference);
    }
    case "asks":
      return told(
        words.asks,
        (said) => said.map((ask) => stepList.asks[ask]).join(", ") || words.noAsks,
        difference,
      );
    case "together":
      return told(words.together, (said) => (said ? words.togetherOn : words.togetherOff), difference);
    case "due":
      return told(difference.level === "district" ? words.dueDistrict : words.dueCommune, day, difference);
  }
}
