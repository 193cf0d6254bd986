import { plainWords } from "./words.ts";

const span = 24;

/**
 * The stretch of a text, some 24 words, that meets the most of the searched words, with what was met in «»; empty
 * where nothing is. `words` are folded; where `open`, the last also meets longer words.
 */
export function cutSnippet(text: string, words: readonly string[], open = true): string {
  const wanted = new Set(words);
  const opening = open ? words.at(-1) : undefined;
  const places = [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map((found) => {
    const plain = plainWords(found[0]).join(" ");
    const met = wanted.has(plain) ? plain : opening !== undefined && plain.startsWith(opening) ? opening : "";
    return { start: found.index, end: found.index + found[0].length, met };
  });
  const first = bestStart(places.map(({ met }) => met));
  if (first === undefined) return "";
  const from = Math.max(0, first - 4);
  const shown = places.slice(from, from + span);
  let snippet = from > 0 ? "… " : "";
  let at = shown[0]?.start ?? 0;
  for (const [index, place] of shown.entries()) {
    const between = text.slice(at, place.start);
    const goesOn = place.met !== "" && index > 0 && shown[index - 1]?.met !== "";
    if (index > 0 && shown[index - 1]?.met !== "" && !goesOn) snippet += "»";
    snippet += between;
    if (place.met !== "" && !goesOn) snippet += "«";
    snippet += text.slice(place.start, place.end);
    at = place.end;
  }
  if (shown.at(-1)?.met !== "") snippet += "»";
  if (from + span < places.length) snippet += " …";
  return snippet.replace(/\s+/g, " ").trim();
}

/** Where the stretch begins that meets the most different words, and among those the most in a row. */
function bestStart(met: readonly string[]): number | undefined {
  let best: { start: number; score: number } | undefined;
  for (const [start, word] of met.entries()) {
    if (word === "") continue;
    const stretch = met.slice(start, start + span - 4);
    let row = 0;
    while (stretch[row] !== undefined && stretch[row] !== "") row += 1;
    const score = new Set(stretch.filter((found) => found !== "")).size * 100 + row;
    if (!best || score > best.score) best = { start, score };
  }
  return best?.start;
}
