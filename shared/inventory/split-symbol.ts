/** Number and symbol out of "Số, ký hiệu": `123/QĐ-UBND`, `64-CP`, `số 12`, `123/2015/QĐ-UBND`. Letters stay as written. */
export function splitSymbol(text: string): { number: string; symbol: string } {
  const plain = text.replace(/^số\s*[:.]?\s*(?=\S)/i, "").replace(/\s*([/–-])\s*/g, "$1");
  // A law-making document has its year between number and symbol; the year belongs to the symbol.
  const found = /^(\d{1,6}[a-zđ]?)(?:[/–-](.*))?$/iu.exec(plain);
  if (found) return { number: found[1] ?? "", symbol: found[2] ?? "" };
  const spaced = /^(\d{1,6}[a-z]?)\s+(\p{L}.*)$/iu.exec(plain);
  if (spaced) return { number: spaced[1] ?? "", symbol: spaced[2] ?? "" };
  return { number: "", symbol: plain.replace(/^[/–-]+/, "") };
}

/** A whole number at the start of a text (`12 tờ`, `01`), or nothing; empty counts as 0. */
export function readCount(text: string): number | undefined {
  if (text === "" || /^[-–…._]+$/.test(text)) return 0;
  const found = /^0*(\d{1,7})(?:[.,]0+)?(?:\s*(?:tờ|trang|tr|t|bản|văn bản|vb)\.?)?$/iu.exec(text);
  return found ? Number(found[1]) : undefined;
}

/** The pages that "Tờ số / Trang số" spans: `1-3` is 3, `7` is 1 leaf; nothing where it is no span. */
export function countOfSpan(text: string): number | undefined {
  const found = /^0*(\d{1,5})\s*[-–]\s*0*(\d{1,5})$/.exec(text);
  if (!found) return /^0*\d{1,5}$/.test(text) ? 1 : undefined;
  const span = Number(found[2]) - Number(found[1]) + 1;
  return span > 0 ? span : undefined;
}
