import type { Item } from "#shared/archive/item.ts";

/** What tells a law-making document from an individual one: the form of its number. */
export type Numbered = Pick<Item, "number" | "symbol">;

/**
 * True where the number has the year of a law-making document: `12/2016/QĐ-UBND`, written as number `12` and symbol
 * `2016/QĐ-UBND` (Luật Ban hành văn bản quy phạm pháp luật; NĐ 30/2020/NĐ-CP numbers the others without a year).
 */
export function isNormative({ number, symbol }: Numbered): boolean {
  const whole = `${number}/${symbol}`.replace(/\s+/g, "");
  return /(^|\/)(19|20)\d{2}\/\p{L}/u.test(whole);
}

/** Individual (cá biệt) or normative (quy phạm pháp luật), by the number form; nothing where there is no symbol. */
export function decisionKind(item: Numbered): "individual" | "normative" | undefined {
  if (item.symbol.trim() === "") return undefined;
  return isNormative(item) ? "normative" : "individual";
}
