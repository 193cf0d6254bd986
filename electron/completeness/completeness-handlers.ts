import { isPacked } from "#shared/archive/batch.ts";
import type { Profile } from "#shared/archive/profile.ts";
import type { Unit } from "#shared/archive/unit.ts";
import { sumFigures } from "#shared/completeness/sum-figures.ts";
import type { completenessCalls, MatrixPlace, MatrixRow } from "#shared/contract/completeness.ts";
import type { DeskHandlers } from "#shared/contract/desk.ts";
import type { Index } from "#electron/index/open-index.ts";
import type { Journal } from "#electron/journal/journal.ts";
import { readCaughtUp } from "./caught-up.ts";
import { type Counted, countMatrix } from "./count-matrix.ts";
import { listMatrix } from "./list-matrix.ts";
import { topPlace } from "./matrix-sql.ts";

/** Rows of one answer: what a table shows well; the rest is said by its number. */
const rowsAtOnce = 500;

const nowhere = { fondsId: "", inventory: "", box: "", fileId: "" };

/** The completeness matrix over the desk's standing of files and items, as of the journal's last entry. */
export function completenessHandlers(options: {
  index: Index;
  journal: Journal;
  units: readonly Unit[];
  profile: () => Profile | null;
}): Pick<DeskHandlers, keyof typeof completenessCalls> {
  const { index, journal, units, profile } = options;

  const nameRow = (place: MatrixPlace, row: Counted): MatrixRow => {
    const { id, inventory, box, stages, odd } = row;
    const figures = { stages, odd, level: "" as const };
    if (place.step === "units") {
      const unit = units.find(({ scope }) => scope === id);
      const below: MatrixPlace = { step: "fonds", scope: id, ...nowhere };
      const level = unit?.level === "commune" ? "commune" : "district";
      return { ...figures, level, label: unit?.name ?? id, title: "", place: below };
    }
    if (place.step === "fonds") {
      const fonds = journal.read("fonds", id);
      const below: MatrixPlace = { ...place, step: "boxes", fondsId: id };
      return { ...figures, label: fonds?.code ?? id, title: fonds?.name ?? "", place: below };
    }
    if (place.step === "boxes")
      return { ...figures, label: box, title: inventory, place: { ...place, step: "files", inventory, box } };
    if (place.step === "files") {
      const file = journal.read("files", id);
      const below: MatrixPlace = { ...place, step: "items", fileId: id };
      return { ...figures, label: file?.code ?? id, title: file?.title ?? "", place: below };
    }
    const item = journal.read("items", id);
    return { ...figures, label: String(item?.ordinal ?? id), title: item?.subject ?? "", place };
  };

  return {
    async "matrix.count"({ place: asked, group }) {
      const place = asked ?? topPlace(profile());
      const packed = packedBatches(journal);
      const { value } = await readCaughtUp(index, journal, (database) =>
        countMatrix(database, place, group, packed),
      );
      const rows = value.slice(0, rowsAtOnce).map((row) => nameRow(place, row));
      return { place, rows, total: sumFigures(value), more: value.length - rows.length };
    },
    async "matrix.list"(asked) {
      const packed = packedBatches(journal);
      const { value } = await readCaughtUp(index, journal, (database) => listMatrix(database, asked, packed));
      const rows = value.ids.map((id) => {
        if (asked.measure === "files") {
          const file = journal.read("files", id);
          return { id, fileId: id, label: file?.code ?? id, title: file?.title ?? "" };
        }
        const item = journal.read("items", id);
        const code = item ? journal.read("files", item.fileId)?.code : undefined;
        const label = `${code ?? ""}.${item?.ordinal ?? ""}`;
        return { id, fileId: item?.fileId ?? "", label, title: item?.subject ?? "" };
      });
      return { total: value.total, rows };
    },
  };
}

/** Batches that are packed, or further on. */
function packedBatches(journal: Journal): string[] {
  const ids: string[] = [];
  let page = journal.pull("batches", null, 500);
  while (page.documents.length > 0) {
    for (const { id, state, withdrawn } of page.documents)
      if (withdrawn === "" && isPacked(state)) ids.push(id);
    page = journal.pull("batches", page.checkpoint, 500);
  }
  return ids;
}
