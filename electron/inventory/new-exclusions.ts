import { createHash } from "node:crypto";
import type { Exclusion } from "#shared/archive/exclusion.ts";
import type { ArchiveRecord } from "#shared/archive/record.ts";
import type { MarkMet } from "#shared/inventory/exclusion-of-line.ts";
import { excludeSecret } from "#shared/rules/exclusion.ts";
import type { Journal } from "#electron/journal/journal.ts";

type Met = {
  journal: Journal;
  fonds: { id: string };
  /** The workbook, as its exclusions name it. */
  name: string;
  /** ISO 8601. */
  at: string;
  by: string;
};

type NewExclusion = Omit<Exclusion, keyof ArchiveRecord> & { id: string };

/**
 * The decisions to keep papers out that the journal does not have yet. They have ids of what they say: the same mark
 * of the same sheet is recorded once, however often it is read.
 */
export function newExclusions(
  marks: readonly MarkMet[],
  { journal, fonds, name, at, by }: Met,
): NewExclusion[] {
  const times = new Map<string, number>();
  const all = marks.map(({ mark, sheet, row, place }) => {
    const metAt = `${name.slice(-120)} · ${sheet.slice(0, 60)} · ${row}`;
    const met = { fondsId: fonds.id, mark, metAt, ...place, leaves: "" };
    const excluded = excludeSecret(met, { now: at, by });
    const said = JSON.stringify([fonds.id, sheet, excluded.class, excluded.place]);
    const nth = (times.get(said) ?? 0) + 1;
    times.set(said, nth);
    const id = createHash("sha256").update(`${said}${nth}`).digest("hex").slice(0, 32);
    return { ...excluded, id };
  });
  return all.filter(({ id }) => !journal.read("exclusions", id));
}
