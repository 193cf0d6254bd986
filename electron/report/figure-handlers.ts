import type { Profile } from "#shared/archive/profile.ts";
import type { Unit } from "#shared/archive/unit.ts";
import type { CallOutput, DeskHandlers } from "#shared/contract/desk.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import { measureOf } from "#shared/report/report-figures.ts";
import { readCaughtUp } from "#electron/completeness/caught-up.ts";
import type { Index } from "#electron/index/open-index.ts";
import type { Journal } from "#electron/journal/journal.ts";
import { listFigure, type ListedFigure } from "./list-figure.ts";
import { readBatches } from "./read-batches.ts";
import { unitsOfReport } from "./report-units.ts";

type Row = CallOutput<"reports.figure">["rows"][number];

/** The lists behind the figures of the report of this desk's unit; a unit that has no row there has no list either. */
export function figureHandlers(options: {
  index: Index;
  journal: Journal;
  units: readonly Unit[];
  profile: () => Profile | null;
}): Pick<DeskHandlers, "reports.figure"> {
  const { index, journal, units, profile } = options;
  const nameItem = (id: string) => {
    const item = journal.read("items", id);
    const code = item ? journal.read("files", item.fileId)?.code : undefined;
    const label = `${code ?? ""}.${item?.ordinal ?? ""}`;
    return { fileId: item?.fileId ?? "", label, title: item?.subject ?? "" };
  };
  const nameRow = (measure: ReturnType<typeof measureOf>, row: ListedFigure["rows"][number]): Row => {
    const { id, weight, place } = row;
    if (measure === "items") return { id, ...nameItem(id), page: 0, weight };
    if (measure === "pages") {
      const page = journal.read("pages", id);
      return { id, ...nameItem(page?.itemId ?? ""), page: place, weight };
    }
    const file = journal.read("files", id);
    return { id, fileId: id, label: file?.code ?? id, title: file?.title ?? "", page: 0, weight };
  };
  return {
    async "reports.figure"(asked) {
      const set = profile();
      if (!set) throw new DeskFault("not-set-up");
      const known = unitsOfReport(units, set.scope).map(({ unit }) => unit);
      const scopes = known.filter((unit) => asked.unit === "" || unit === asked.unit);
      const { value } = await readCaughtUp(index, journal, (database) =>
        listFigure(database, { ...asked, scopes }, readBatches(journal)),
      );
      const { total, sum, rows } = value;
      return { total, sum, rows: rows.map((row) => nameRow(measureOf(asked.name), row)) };
    },
  };
}
