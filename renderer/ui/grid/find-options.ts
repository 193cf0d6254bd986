import { fold, foldedWords } from "#shared/base/fold.ts";
import type { GridOption } from "./grid-types.ts";

/** The options whose label or value holds the words typed, accents optional; those that begin with them first. */
export function findOptions(options: readonly GridOption[], typed: string): GridOption[] {
  const sought = fold(typed).trim();
  if (sought === "") return [...options];
  const words = foldedWords(typed);
  const ranked = options.flatMap((option) => {
    const label = fold(option.label);
    const value = fold(option.value);
    if (value === sought || label === sought || isShort(option, sought)) return [{ option, rank: 0 }];
    if (option.also?.some((name) => fold(name).startsWith(sought))) return [{ option, rank: 1 }];
    if (label.startsWith(sought) || value.startsWith(sought)) return [{ option, rank: 1 }];
    const theirs = foldedWords(`${option.label} ${option.value}`);
    if (words.length > 0 && words.every((word) => theirs.some((their) => their.startsWith(word))))
      return [{ option, rank: 2 }];
    return [];
  });
  return ranked.sort((one, other) => one.rank - other.rank).map(({ option }) => option);
}

/** The one option a text names by its label, value or short name: exactly, else without accents where only one is so named. */
export function readOption(options: readonly GridOption[], text: string): GridOption | undefined {
  const trimmed = text.normalize("NFC").trim();
  const exact = options.find(({ label, value, short }) => [label, value, short].includes(trimmed));
  if (exact || trimmed === "") return exact;
  const sought = fold(trimmed);
  const named = options.filter(
    (option) => fold(option.label) === sought || fold(option.value) === sought || isShort(option, sought),
  );
  return named.length === 1 ? named[0] : undefined;
}

function isShort({ short }: GridOption, sought: string): boolean {
  return short !== undefined && fold(short) === sought;
}
