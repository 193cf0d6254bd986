const tones: Readonly<Record<string, string>> = {
  s: "\u0301",
  f: "\u0300",
  r: "\u0309",
  x: "\u0303",
  j: "\u0323",
};
const circumflex = "\u0302";
const breve = "\u0306";
const horn = "\u031b";

type Letter = { base: string; mark: string };

const isVowel = ({ base }: Letter) => /[aeiouy]/i.test(base);

/**
 * A Vietnamese word from the keys of the Telex method, as Unikey makes it; in NFC. `modern` places the tone of oa, oe
 * and uy on the second vowel (hoà), else on the first (hòa).
 */
export function fromTelex(keys: string, modern = true): string {
  const letters: Letter[] = [];
  let tone = "";
  for (const key of keys) {
    const lower = key.toLowerCase();
    const twin = letters.findLastIndex(({ base, mark }) => base.toLowerCase() === lower && mark === "");
    const before = letters[twin];
    if (tones[lower] !== undefined && letters.some(isVowel)) tone = tones[lower];
    else if (/[aeo]/.test(lower) && before) before.mark = circumflex;
    else if (lower === "d" && before && twin === 0) before.base = before.base === "d" ? "đ" : "Đ";
    else if (lower === "w") addHorn(letters, key);
    else letters.push({ base: key, mark: "" });
  }
  const at = tonePlace(letters, modern);
  return letters
    .map(({ base, mark }, place) => `${base}${mark}${place === at ? tone : ""}`)
    .join("")
    .normalize("NFC");
}

function addHorn(letters: Letter[], key: string): void {
  const last = letters.findLast(({ base, mark }) => /[uoa]/i.test(base) && mark === "");
  if (!last) {
    letters.push({ base: key === "W" ? "U" : "u", mark: horn });
    return;
  }
  last.mark = /a/i.test(last.base) ? breve : horn;
  const before = letters[letters.indexOf(last) - 1];
  const isPair = /o/i.test(last.base) && before && /u/i.test(before.base) && before.mark === "";
  if (isPair) before.mark = horn;
}

function tonePlace(letters: readonly Letter[], modern: boolean): number {
  let vowels = letters.flatMap((letter, place) => (isVowel(letter) ? [place] : []));
  const [first = "", second = ""] = letters.map(({ base }) => base.toLowerCase());
  if (vowels.length > 1 && (`${first}${second}` === "qu" || `${first}${second}` === "gi"))
    vowels = vowels.slice(1);
  const marked = vowels.findLast((place) => letters[place]?.mark !== "");
  if (marked !== undefined) return marked;
  const last = vowels.at(-1) ?? -1;
  if (vowels.length < 2 || last < letters.length - 1) return last;
  if (vowels.length > 2) return vowels[1] ?? last;
  const pair = vowels.map((place) => letters[place]?.base.toLowerCase()).join("");
  return modern && ["oa", "oe", "uy"].includes(pair) ? last : (vowels[0] ?? last);
}
