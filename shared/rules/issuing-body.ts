import type { Unit } from "#shared/archive/unit.ts";
import { foldedWords } from "#shared/base/fold.ts";

export type Level = Unit["level"];

/** The level of the unit that a scope (`52.550.21952`) names. */
export function levelOf(scope: string): Level {
  const depth = scope.split(".").length;
  return depth === 1 ? "province" : depth === 2 ? "district" : "commune";
}

/** An issuing body in the form in which two spellings meet: folded, `UBND` and `HĐND` written out. */
export function issuerKey(issuer: string): string {
  return foldedWords(issuer)
    .join(" ")
    .replace(/\b(ubnd|ub nd|uy ban nd)\b/g, "uy ban nhan dan")
    .replace(/\b(hdnd|hd nd|hoi dong nd)\b/g, "hoi dong nhan dan");
}

const wordsOfLevel = {
  province: /\btinh\b/,
  district: /\b(huyen|quan|thi xa|thanh pho)\b/,
  commune: /\b(xa|phuong|thi tran)\b/,
} as const;

/** The level of a people's committee by its name (`UBND thị xã An Nhơn`); nothing where the name says none. */
export function levelOfIssuer(issuer: string): Level | undefined {
  const key = issuerKey(issuer).replace(/\btinh binh dinh$/, "");
  if (wordsOfLevel.province.test(key)) return "province";
  // "Ủy ban nhân dân xã Mẫu, huyện Tuy Phước" is the commune's; "thị xã" is no commune.
  const first = /\b(thi xa|thanh pho|huyen|quan|xa|phuong|thi tran)\b/.exec(key)?.[1];
  if (first === undefined) return issuerKey(issuer).includes("tinh binh dinh") ? "province" : undefined;
  return wordsOfLevel.district.test(first) ? "district" : "commune";
}

/** True where a document is outgoing of the people's committee of this level, as far as issuer and symbol say. */
export function isOwnOutgoing(item: { issuer: string; symbol: string }, level: Level): boolean {
  const issuer = issuerKey(item.issuer);
  if (issuer !== "") {
    if (!/uy ban (nhan dan|hanh chinh)/.test(issuer)) return false;
    return (levelOfIssuer(item.issuer) ?? level) === level;
  }
  const symbol = foldedWords(item.symbol);
  return symbol.length === 0 || symbol.some((word) => ["ubnd", "ub", "ctubnd", "ct"].includes(word));
}
