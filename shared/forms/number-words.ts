const digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"] as const;
const groups = ["", "nghìn", "triệu", "tỷ"] as const;

/**
 * A whole number from 0 to 999,999,999,999 in Vietnamese words, as forms ask under "Viết bằng chữ": mốt and lăm after
 * a ten, linh before a lone unit, "không trăm" inside a number. Throws `RangeError` outside of that.
 */
export function numberWords(number: number): string {
  if (!Number.isSafeInteger(number) || number < 0 || number > 999_999_999_999) {
    throw new RangeError(`no words for ${number}`);
  }
  if (number === 0) return digits[0];
  const words: string[] = [];
  for (let power = groups.length - 1; power >= 0; power -= 1) {
    const group = Math.floor(number / 1000 ** power) % 1000;
    if (group === 0) continue;
    words.push(...wordsOfGroup(group, words.length > 0));
    const name = groups[power];
    if (name) words.push(name);
  }
  return words.join(" ");
}

/** Words of 1 to 999; `inside` where greater groups were said before it, so that its zeros are said too. */
function wordsOfGroup(group: number, inside: boolean): string[] {
  const [hundreds, tens, units] = [Math.floor(group / 100), Math.floor(group / 10) % 10, group % 10];
  const words: string[] = [];
  const said = inside || hundreds > 0;
  if (said) words.push(digit(hundreds), "trăm");
  if (tens === 0) {
    if (units > 0) words.push(...(said ? ["linh"] : []), digit(units));
    return words;
  }
  words.push(...(tens === 1 ? ["mười"] : [digit(tens), "mươi"]));
  if (units === 0) return words;
  if (units === 5) words.push("lăm");
  else words.push(units === 1 && tens > 1 ? "mốt" : digit(units));
  return words;
}

function digit(value: number): string {
  return digits[value] ?? "";
}

/** The words as a sentence of a form begins: the first letter upper-case. */
export function sentenceOf(words: string): string {
  return words.slice(0, 1).toLocaleUpperCase("vi") + words.slice(1);
}
