import { fail, ok, type Result } from "#shared/base/result.ts";

/** A sequence down a column: `begin` ends in a number, and goes on by `step`; `last` bounds it where given. */
export type Sequence = { begin: string; step: string; pad: string; last: string };

export type SequenceProblem = "no-number" | "no-step";

/** The texts of a sequence for `rows` rows, and how many numbers it has where its end is given. */
export type SequencePlan = { texts: string[]; numbers: number | undefined };

/** `H05.0009` by 1 → `H05.0009`, `H05.0010` …; numbers keep the digits of `begin`, or have `pad` of them. */
export function planSequence(sequence: Sequence, rows: number): Result<SequencePlan, SequenceProblem> {
  const parts = /^(.*?)(\d{1,12})$/su.exec(sequence.begin.normalize("NFC").trim());
  if (!parts) return fail("no-number");
  const step = Number(sequence.step.trim() || "1");
  if (!Number.isSafeInteger(step) || step === 0) return fail("no-step");
  const [, head = "", digits = ""] = parts;
  const pad = Math.min(12, Number(sequence.pad.trim()) || (digits.startsWith("0") ? digits.length : 0));
  const first = Number(digits);
  const end = Number(/(\d{1,12})$/.exec(sequence.last.trim())?.[1] ?? Number.NaN);
  const numbers = Number.isNaN(end) ? undefined : Math.max(0, Math.floor((end - first) / step) + 1);
  const texts: string[] = [];
  for (let at = 0; at < Math.min(rows, numbers ?? rows); at += 1) {
    const value = first + at * step;
    if (value < 0) break;
    texts.push(head + String(value).padStart(pad, "0"));
  }
  return ok({ texts, numbers });
}
