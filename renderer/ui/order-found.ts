import { fold, foldedWords } from "#shared/base/fold.ts";

/** The options that hold every word typed, those that begin with it first; all of them while nothing is typed. */
export function orderFound<Kind extends { label: string }>(options: readonly Kind[], typed: string): Kind[] {
  const words = foldedWords(typed);
  const start = words.join(" ");
  const named = options.map((option) => ({ option, name: foldedWords(option.label).join(" ") }));
  const found = named.filter(({ name }) => words.every((word) => name.includes(word)));
  const begins = (name: string) => (name.startsWith(start) ? 0 : 1);
  return found.sort((one, other) => begins(one.name) - begins(other.name)).map(({ option }) => option);
}

/** The one option a text names: the one so called, accents optional, else the only one that holds its words. */
export function nameOneOf<Kind extends { label: string }>(
  options: readonly Kind[],
  typed: string,
): Kind | undefined {
  const text = typed.normalize("NFC").trim();
  const exact = options.filter(({ label }) => label === text);
  const alike = exact.length > 0 ? exact : options.filter(({ label }) => fold(label) === fold(text));
  const [first, ...others] = alike.length > 0 ? alike : orderFound(options, text);
  return others.length === 0 ? first : undefined;
}
