import { type Static, Type } from "typebox";
import type { Note } from "#shared/archive/note.ts";
import { canonicalJson } from "#shared/base/canonical.ts";
import { digestOfText } from "#shared/base/digest.ts";
import { Choice } from "#shared/base/schema.ts";

/** `box`, `file`: no box or file of a fonds bears these numbers; `leaf`: no item of a file claims these leaves. */
export const gapKinds = ["box", "file", "leaf"] as const;

export type GapKind = (typeof gapKinds)[number];

const rowFields = {
  kind: Choice(gapKinds),
  fondsId: Type.String({ maxLength: 40 }),
  /** Of leaves alone. */
  fileId: Type.String({ maxLength: 40 }),
  /** Empty where the row of numbers runs through the whole fonds. */
  inventory: Type.String({ maxLength: 40 }),
  /** Of files that are numbered anew in each box, their box. */
  box: Type.String({ maxLength: 40 }),
  from: Type.Integer({ minimum: 1 }),
  to: Type.Integer({ minimum: 1 }),
};

/** Numbers in a row that are not there, both ends included. */
export const gapSchema = Type.Object(rowFields);

export type Gap = Static<typeof gapSchema>;

/** A gap, and where a person said why it is one, who and in which note; `why` is empty where nobody did. */
export const explainedGapSchema = Type.Object({
  ...rowFields,
  why: Type.String(),
  by: Type.String(),
  noteId: Type.String(),
});

export type ExplainedGap = Static<typeof explainedGapSchema>;

const mark = "gap ";

/** What the note that explains a gap is pinned to: the row of numbers, named by 16 digits of its SHA-256, and its span. */
export function pinOfGap(gap: Gap): string {
  return `${mark}${rowOf(gap)} ${gap.from}-${gap.to}`;
}

/** Whether a note explains a gap, and is none of those that people write to each other. */
export function explainsGap({ field }: Pick<Note, "field">): boolean {
  return field.startsWith(mark);
}

/** The notes of one record by the row of numbers that they explain; withdrawn ones explain nothing. */
export type Explanations = ReadonlyMap<string, readonly { from: number; to: number; note: Note }[]>;

export function readExplanations(notes: readonly Note[]): Explanations {
  const rows = new Map<string, { from: number; to: number; note: Note }[]>();
  for (const note of notes) {
    const [, row = "", from, to] = /^gap ([0-9a-f]{16}) (\d{1,9})-(\d{1,9})$/.exec(note.field) ?? [];
    if (note.withdrawn !== "" || from === undefined || to === undefined) continue;
    const spans = rows.get(row) ?? [];
    spans.push({ from: Number(from), to: Number(to), note });
    rows.set(row, spans);
  }
  return rows;
}

/** A gap in pieces, in order: those that a note explains, each by the one that was written last, and the rest. */
export function explainGap(gap: Gap, explanations: Explanations): ExplainedGap[] {
  const spans = (explanations.get(rowOf(gap)) ?? []).filter(
    ({ from, to }) => from <= gap.to && to >= gap.from,
  );
  const cuts = new Set([gap.from, gap.to + 1]);
  for (const { from, to } of spans) for (const cut of [from, to + 1]) cuts.add(cut);
  const within = [...cuts].filter((cut) => cut >= gap.from && cut <= gap.to + 1).sort((a, b) => a - b);
  const pieces: ExplainedGap[] = [];
  for (const [at, from] of within.slice(0, -1).entries()) {
    const to = (within[at + 1] ?? gap.to + 1) - 1;
    const last = spans
      .filter((span) => span.from <= from && span.to >= to)
      .map(({ note }) => note)
      .reduce<Note | undefined>(
        (latest, note) => (latest && `${latest.at} ${latest.id}` > `${note.at} ${note.id}` ? latest : note),
        undefined,
      );
    const before = pieces.at(-1);
    if (before && before.noteId === (last?.id ?? "")) before.to = to;
    else pieces.push({ ...gap, from, to, why: last?.text ?? "", by: last?.by ?? "", noteId: last?.id ?? "" });
  }
  return pieces;
}

/** How many numbers some gaps hold. */
export function sizeOfGaps(gaps: readonly Pick<Gap, "from" | "to">[]): number {
  return gaps.reduce((sum, { from, to }) => sum + to - from + 1, 0);
}

function rowOf({ kind, inventory, box }: Gap): string {
  return digestOfText(canonicalJson([kind, inventory, box].map((text) => text.normalize("NFC")))).slice(
    0,
    16,
  );
}
