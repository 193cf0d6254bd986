import type { Profile } from "#shared/archive/profile.ts";
import type { Unit } from "#shared/archive/unit.ts";
import { sumFigures } from "#shared/completeness/sum-figures.ts";
import type { completenessCalls, Matrix, MatrixPlace, MatrixRow } from "#shared/contract/completeness.ts";
import type { DeskHandlers } from "#shared/contract/desk.ts";
import type { Index } from "#electron/index/open-index.ts";
import type { Journal } from "#electron/journal/journal.ts";
import { readCaughtUp } from "./caught-up.ts";
import { type Counted, countMatrix } from "./count-matrix.ts";
import { listMatrix } from "./list-matrix.ts";
import { readOutside } from "./open-corrections.ts";
import { placeCorrections, rowKey } from "./place-corrections.ts";
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

  type Named = Pick<MatrixRow, "label" | "title" | "place" | "level">;
  const nameRow = (place: MatrixPlace, row: Pick<Counted, "id" | "inventory" | "box">): Named => {
    const { id, inventory, box } = row;
    const figures = { level: "" as const };
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

  /** The rows that were chosen on the way to a place, a level after the other. */
  const pathTo = ({ step, scope, fondsId, inventory, box, fileId }: MatrixPlace): Matrix["path"] => {
    const ids = { units: scope, fonds: fondsId, boxes: "", files: fileId, items: "" };
    let at: MatrixPlace = { step: "units", scope, ...nowhere };
    const path: Matrix["path"] = [];
    while (at.step !== step && at.step !== "items") {
      const { label, title, place } = nameRow(at, { id: ids[at.step], inventory, box });
      path.push({ step: at.step, label, title, place });
      at = place;
    }
    return path;
  };

  return {
    async "matrix.count"({ place: asked, narrow }) {
      const place = asked ?? topPlace(profile());
      const { value } = await readCaughtUp(index, journal, (database) => {
        const outside = readOutside(journal);
        const placed = placeCorrections(database, place, narrow, outside);
        return { counted: countMatrix(database, place, narrow, outside), placed };
      });
      const corrections = new Map<string, number>();
      for (const { row } of value.placed) corrections.set(row, (corrections.get(row) ?? 0) + 1);
      const counted = value.counted.map((row) => {
        const { id } = row;
        const named = place.step === "boxes" ? row : { id, inventory: "", box: "" };
        return { ...row, corrections: corrections.get(rowKey(named)) ?? 0 };
      });
      const rows = counted.slice(0, rowsAtOnce).map((row): MatrixRow => {
        const { stages, odd, corrections: open } = row;
        return { stages, odd, corrections: open, ...nameRow(place, row) };
      });
      const total = { ...sumFigures(counted), corrections: value.placed.length };
      return { place, path: pathTo(place), rows, total, more: counted.length - rows.length };
    },
    async "matrix.list"(asked) {
      const { value } = await readCaughtUp(index, journal, (database) =>
        listMatrix(database, asked, readOutside(journal)),
      );
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
    async "matrix.corrections"({ place, narrow, from, limit }) {
      const { value } = await readCaughtUp(index, journal, (database) =>
        placeCorrections(database, place, narrow, readOutside(journal)),
      );
      const longest = value
        .map(({ correction }) => correction)
        .sort((one, other) =>
          `${one.note.at} ${one.note.id}` < `${other.note.at} ${other.note.id}` ? -1 : 1,
        );
      const rows = longest.slice(from, from + limit).map(({ note, batch }) => {
        const { id, station, text, by, at, pin } = note;
        return {
          ...{ id, station, text, by, at },
          batchId: batch.id,
          batch: batch.number,
          label: pin?.label ?? "",
        };
      });
      return { total: longest.length, rows };
    },
  };
}
