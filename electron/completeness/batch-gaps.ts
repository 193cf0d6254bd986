import type { ArchiveFile } from "#shared/archive/file.ts";
import type { Lack } from "#shared/archive/lack.ts";
import { type ExplainedGap, readExplanations } from "#shared/completeness/gap.ts";
import { numberOf } from "#shared/completeness/number-gaps.ts";
import type { FileContent } from "#shared/completeness/seal-batch.ts";
import { findLeaves } from "#shared/rules/leaf-numbers.ts";
import type { Journal } from "#electron/journal/journal.ts";
import { type AskFonds, gapsOfFonds, gapsOfLeaves } from "./find-gaps.ts";

/** What the journal knows of boxes and reasons. */
export function askJournal(journal: Pick<Journal, "children">): AskFonds {
  return {
    boxes: (fondsId) => journal.children("boxes", fondsId).filter(stands),
    reasons: (subject, id) =>
      readExplanations(journal.children("notes", id).filter((note) => note.subject === subject)),
  };
}

/**
 * The gaps of a batch: leaves of its files, and numbers of boxes and files right before or right after one that is in
 * it. What another batch of the fonds brought, or none yet, fills a gap.
 */
export function gapsOfBatch(
  journal: Pick<Journal, "children">,
  content: readonly FileContent[],
): ExplainedGap[] {
  const ask = askJournal(journal);
  const own = content.filter(({ file }) => stands(file));
  const ofNumbers = [...new Set(own.map(({ file }) => file.fondsId))].flatMap((fondsId) => {
    const files = journal.children("files", fondsId).filter(stands).map(numbered);
    const inBatch = own.filter(({ file }) => file.fondsId === fondsId).map(({ file }) => numbered(file));
    // The whole gap is beside what is in the batch, or is not: its pieces have one answer.
    const gaps = gapsOfFonds(fondsId, files, ask);
    return gaps.filter((gap) => inBatch.some((file) => isBeside(gap, wholeOf(gap, gaps), file)));
  });
  const ofLeaves = own.flatMap(({ file, items }) => {
    const standing = items.map(({ item }) => item).filter(stands);
    return gapsOfLeaves(file.fondsId, file.id, findLeaves(file, standing)?.gaps ?? [], ask);
  });
  return [...ofNumbers, ...ofLeaves];
}

/** What a batch lacks by its gaps: those that nobody gave a reason for. */
export function lacksOfGaps(journal: Pick<Journal, "read">, gaps: readonly ExplainedGap[]): Lack[] {
  return gaps
    .filter(({ why }) => why === "")
    .map(({ kind, fondsId, fileId, inventory, box, from, to }) => {
      const fonds = journal.read("fonds", fondsId)?.code ?? "";
      const label =
        kind === "leaf"
          ? (journal.read("files", fileId)?.code ?? "")
          : [fonds, inventory, box].filter((part) => part !== "").join(".");
      return { code: `${kind}-gap` as const, fileId, itemId: "", label, expected: from, found: to };
    });
}

type Span = { from: number; to: number };

/** The gap that this piece is of, pieces with reasons and without put together. */
function wholeOf(piece: ExplainedGap, gaps: readonly ExplainedGap[]): Span {
  const row = gaps
    .filter(
      ({ kind, inventory, box }) => kind === piece.kind && inventory === piece.inventory && box === piece.box,
    )
    .sort((one, other) => one.from - other.from);
  let whole: Span | undefined;
  for (const { from, to } of row) {
    if (whole?.to === from - 1) whole.to = to;
    else whole = { from, to };
    if (whole.from <= piece.from && whole.to >= piece.to) return whole;
  }
  return piece;
}

function isBeside(gap: ExplainedGap, { from, to }: Span, file: ReturnType<typeof numbered>): boolean {
  if (gap.inventory !== "" && gap.inventory !== file.inventory) return false;
  if (gap.box !== "" && gap.box !== file.box) return false;
  const number = numberOf(gap.kind === "box" ? file.box : file.text);
  return number === from - 1 || number === to + 1;
}

function numbered({ inventory, box, notation }: ArchiveFile) {
  return { inventory, box, text: notation };
}

function stands({ withdrawn }: { withdrawn: string }): boolean {
  return withdrawn === "";
}
