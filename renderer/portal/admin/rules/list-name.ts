import type { RuleFileName, RuleFiles } from "#shared/rules/rule-files.ts";
import type { Words } from "#shared/text/vi.ts";

/** The lists of the data in force, in the order in which they are shown, each with what it goes by. */
export function listsOf({ profiles = [], priorities, retention, quality }: RuleFiles) {
  const list = (name: RuleFileName, { version, source }: { version: number; source: string }) => [
    { name, version, source },
  ];
  return [
    ...profiles.flatMap((profile) => list(profile.name, profile)),
    ...(priorities ? list("priorities", priorities) : []),
    ...(retention
      ? list("retention", {
          version: retention.version,
          source: retention.schedules.map(({ source }) => source).join("; "),
        })
      : []),
    ...(quality ? list("quality", quality) : []),
  ];
}

/** What a list of the data is called. */
export function listName(name: RuleFileName, { portal, settings }: Words): string {
  const { names } = portal.admin.rules.files;
  return name === "TT02-2019" || name === "TT05-2025"
    ? names.fields(settings.rules.names[name])
    : names[name];
}
