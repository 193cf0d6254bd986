import type { Figure } from "#shared/report/report-figures.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";

/** What a figure of the report is called. */
export function useFigureName(): (figure: Figure) => string {
  const all = useWords();
  const { date } = useFormat();
  const { list } = all.reports;
  const groups: Record<string, string> = all.matrix.groups;
  const reasons: Record<string, string> = all.reports.make.names;
  const defects: Record<string, string> = all.quality.defects;
  return ({ name, of, day }) => {
    if (name === "group") return list.group(groups[of] ?? of);
    if (name === "held") return reasons[`held-${of}`] ?? of;
    if (name === "defect") return list.defect(defects[of] ?? of);
    return day === "" ? list.names[name] : list.ofDay(list.names[name], date(day));
  };
}
