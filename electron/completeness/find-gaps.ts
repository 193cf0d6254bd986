import type { Sqlite } from "#electron/sqlite/sqlite.ts";
import { type ExplainedGap, type Explanations, explainGap, type Gap } from "#shared/completeness/gap.ts";
import { type Numbered, numberGaps } from "#shared/completeness/number-gaps.ts";
import type { MatrixPlace } from "#shared/contract/completeness.ts";
import { textIn } from "#electron/journal/row.ts";
import { narrowTo, nothingOutside, wholeMatrix } from "./matrix-sql.ts";

/** What people say of a fonds or a file: its own boxes without files, and why numbers of it lack. */
export type AskFonds = {
  boxes: (fondsId: string) => { inventory: string; number: string }[];
  reasons: (subject: "fonds" | "files", id: string) => Explanations;
};

/** All gaps below a place, each with its reason; within one box or file those of leaves alone. */
export function findGaps(database: Sqlite, place: MatrixPlace, ask: AskFonds): ExplainedGap[] {
  const { where, values } = narrowTo(database, place, wholeMatrix, nothingOutside);
  const whole = place.step === "units" || place.step === "fonds" || place.step === "boxes";
  const gaps: ExplainedGap[] = [];
  if (whole) {
    const rows = database.prepare(
      `SELECT f.fonds, f.inventory, f.box, f.notation FROM standing_files f WHERE ${where} ORDER BY f.fonds`,
    );
    const byFonds = new Map<string, { inventory: string; box: string; text: string }[]>();
    for (const row of rows.iterate(...values)) {
      const fonds = textIn(row, "fonds");
      const own = byFonds.get(fonds) ?? [];
      own.push({
        ...{ inventory: textIn(row, "inventory"), box: textIn(row, "box") },
        text: textIn(row, "notation"),
      });
      byFonds.set(fonds, own);
    }
    for (const [fondsId, files] of byFonds) gaps.push(...gapsOfFonds(fondsId, files, ask));
  }
  const ofLeaves = database.prepare(
    `SELECT f.fonds, f.leaf_gaps, (SELECT id FROM keys WHERE keys.key = f.key) AS id FROM standing_files f
     WHERE ${where} AND f.leaf_gaps <> '' ORDER BY f.fonds, f.inventory, f.box, f.code`,
  );
  for (const row of ofLeaves.all(...values)) {
    const spans = JSON.parse(textIn(row, "leaf_gaps")) as [number, number][];
    const fileId = textIn(row, "id");
    gaps.push(...gapsOfLeaves(textIn(row, "fonds"), fileId, spans, ask));
  }
  return gaps;
}

/** The gaps of boxes and of files in the rows of one fonds. */
export function gapsOfFonds(fondsId: string, files: readonly Numbered[], ask: AskFonds): ExplainedGap[] {
  const boxes = [
    ...files.map(({ inventory, box }) => ({ inventory, box: "", text: box })),
    ...ask.boxes(fondsId).map(({ inventory, number }) => ({ inventory, box: "", text: number })),
  ];
  const gaps: Gap[] = [
    ...numberGaps(boxes, false).map((gap) => ({ ...gap, kind: "box" as const, fondsId, fileId: "" })),
    ...numberGaps(files, true).map((gap) => ({ ...gap, kind: "file" as const, fondsId, fileId: "" })),
  ];
  if (gaps.length === 0) return [];
  const reasons = ask.reasons("fonds", fondsId);
  return gaps.flatMap((gap) => explainGap(gap, reasons));
}

/** The gaps of the leaves of one file. */
export function gapsOfLeaves(
  fondsId: string,
  fileId: string,
  spans: readonly (readonly [number, number])[],
  ask: AskFonds,
): ExplainedGap[] {
  if (spans.length === 0) return [];
  const reasons = ask.reasons("files", fileId);
  return spans.flatMap(([from, to]) =>
    explainGap({ kind: "leaf", fondsId, fileId, inventory: "", box: "", from, to }, reasons),
  );
}
