/** Part of a text, from the first character on to before the last. */
export type Span = { from: number; to: number };

const digits = /\d(?:[ .]?\d)*/g;
/** Words after which nine digits in groups are the number of a paper of identity, and not an amount. */
const named = /(?:c\.?m\.?(?:n|t)|minh nhân|minh thư|minh số|căn cước|c\.?c\.?c\.?d|định danh|hộ chiếu)/iu;
const passport = /(?<![\p{L}\d])[A-Z]\d{7}(?!\d)/gu;
const reach = 50;

/**
 * The numbers of papers of identity in a text: twelve digits (căn cước, số định danh), nine (chứng minh nhân dân) and a
 * letter with seven (hộ chiếu). Nine in groups count only after their name, for amounts are written so too.
 */
export function findIdentityNumbers(text: string): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(digits)) {
    const [found] = match;
    const count = found.replaceAll(/\D/g, "").length;
    const isNamed = () =>
      named.test(text.slice(Math.max(0, match.index - reach), match.index).normalize("NFC"));
    const isWhole = !/[ .]/.test(found);
    const isIdentity =
      (count === 12 && (isWhole || /^\d{3}([ .]?\d{3}){3}$/.test(found) || isNamed())) ||
      (count === 9 && ((isWhole && !isAmount(text, match.index + found.length)) || isNamed()));
    if (isIdentity) spans.push({ from: match.index, to: match.index + found.length });
  }
  for (const { 0: found, index } of text.matchAll(passport))
    spans.push({ from: index, to: index + found.length });
  return spans.sort((one, other) => one.from - other.from);
}

function isAmount(text: string, after: number): boolean {
  return /^\s*(đồng|đ\b|vnđ|vnd|,\d)/iu.test(text.slice(after, after + 8));
}

/** The text with those numbers hidden, as long as it was. */
export function maskIdentityNumbers(text: string): string {
  let masked = "";
  let at = 0;
  for (const { from, to } of findIdentityNumbers(text)) {
    if (from < at) continue;
    masked += text.slice(at, from) + text.slice(from, to).replaceAll(/[A-Z\d]/g, "•");
    at = to;
  }
  return masked + text.slice(at);
}
