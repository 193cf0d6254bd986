import { type Static, Type } from "typebox";
import { Parse } from "typebox/value";
import { joinPath } from "#shared/archive/scheme.ts";
import type { SchemeLine } from "#shared/inventory/scheme-lines.ts";
import table from "#resources/rules/scheme-templates.json" with { type: "json" };

const named = { notation: Type.String(), title: Type.String() };

const templateSchema = Type.Object({
  key: Type.String(),
  name: Type.String(),
  groups: Type.Array(Type.Object({ ...named, groups: Type.Optional(Type.Array(Type.Object(named))) })),
});

export type SchemeTemplate = Static<typeof templateSchema>;

const known = Parse(Type.Object({ source: Type.String(), templates: Type.Array(templateSchema) }), table);

/** The usual classification schemes, as the data file gives them, to begin one's own from. */
export const schemeTemplates: readonly SchemeTemplate[] = known.templates;

/** Where the usual schemes come from. */
export const schemeTemplatesSource = known.source;

/** How a scheme is divided by years, which both belong to it: within its lowest groups, or before all groups. */
export type SchemeYears = { from: number; to: number; first: boolean };

/** So many years a scheme is divided by at most. */
export const mostYears = 60;

/**
 * The groups of a template as lines, divided by years where these are given: "cơ cấu tổ chức – thời gian" with the
 * years within, "thời gian – cơ cấu tổ chức" with the years first.
 */
export function linesOfTemplate(template: SchemeTemplate, years?: SchemeYears): SchemeLine[] {
  const lines: SchemeLine[] = [];
  const add = (notation: string, title: string, parent: string) => {
    const path = joinPath(parent, notation);
    lines.push({ row: 0, notation: path, title, parent, note: "" });
    return path;
  };
  const addYears = (parent: string): string[] => {
    if (!years) return [];
    const count = Math.min(mostYears, Math.max(0, years.to - years.from + 1));
    return Array.from({ length: count }, (_, at) => String(years.from + at)).map((year) =>
      add(year, `Năm ${year}`, parent),
    );
  };
  for (const top of years?.first ? addYears("") : [""]) {
    for (const { notation, title, groups = [] } of template.groups) {
      const path = add(notation, title, top);
      const lowest = groups.map((below) => add(below.notation, below.title, path));
      if (years && !years.first) for (const one of groups.length > 0 ? lowest : [path]) addYears(one);
    }
  }
  return lines;
}
