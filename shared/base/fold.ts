const plain = /^[ -~]*$/;

/**
 * The form in which Vietnamese words are compared: lower case, no marks, đ as d. So `quyet dinh` meets
 * "Quyết định", and the two placements of a tone (hòa, hoà) are one.
 */
export function fold(text: string): string {
  // Codes and numbers, of which sheets are full, have no marks to take off.
  if (plain.test(text)) return text.toLowerCase();
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();
}

/** The folded words of a text: runs of letters and digits, in order. */
export function foldedWords(text: string): string[] {
  return text.split(/[ \n]/).flatMap(wordsIn);
}

/** A text folded with its lines joined by spaces; quicker than `fold` where its words were met before. */
export function foldLines(text: string): string {
  return text.split(/[ \n]/).map(foldToken).join(" ");
}

const foldToken = remembered(fold);
const wordsIn = remembered((token): readonly string[] => foldToken(token).match(/[\p{L}\p{N}]+/gu) ?? []);

const mostKnown = 20_000;
const longestKnown = 24;

/** A register's texts are made of the same few thousand syllables: what was made of one before is not made again. */
function remembered<Made>(make: (token: string) => Made): (token: string) => Made {
  const known = new Map<string, Made>();
  return (token) => {
    const before = known.get(token);
    if (before !== undefined) return before;
    const made = make(token);
    if (known.size < mostKnown && token.length <= longestKnown) known.set(token, made);
    return made;
  };
}
