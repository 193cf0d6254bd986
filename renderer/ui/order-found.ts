import { foldedWords } from "#shared/base/fold.ts";

/** The options that hold every word typed, those that begin with it first; all of them while nothing is typed. */
export function orderFound<Kind extends { label: string }>(options: readonly Kind[], typed: string): Kind[] {
  const words = foldedWords(typed);
  const start = words.join(" ");
  const named = options.map((option) => ({ option, name: foldedWords(option.label).join(" ") }));
  const found = named.filter(({ name }) => words.every((word) => name.includes(word)));
  const begins = (name: string) => (name.startsWith(start) ? 0 : 1);
  return found.sort((one, other) => begins(one.name) - begins(other.name)).map(({ option }) => option);
}
