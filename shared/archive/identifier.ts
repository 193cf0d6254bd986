/**
 * The two styles of an agency's identifier that archives carry: province first (`H08.12.3`, QĐ 20/2020/QĐ-TTg, at most
 * 35 characters) and province last (`000.12.03.H08`, QCVN 102:2016/BTTTT). Nothing where a text is neither.
 */
export function identifierStyle(text: string): "province-first" | "province-last" | undefined {
  if (text.length > 35) return undefined;
  if (/^[A-K]\d{2}(\.[0-9A-Z]{1,4})*$/.test(text)) return "province-first";
  if (/^(\d{2,3}\.){1,3}[A-K]\d{2}$/.test(text)) return "province-last";
  return undefined;
}
