import type { Found } from "#shared/archive/reading.ts";
import { foldedWords } from "#shared/base/fold.ts";
import { issuerKey } from "#shared/rules/issuing-body.ts";

type Finding = Omit<Found, "pageId">;

/**
 * A body held against the symbol and the place of its letter: a committee signs with its own letters in a place of its
 * own name. Where they do not fit, the body's line may not have been read and its parent's was taken.
 */
export function weighIssuer(issuer: Finding, symbol: string, place: string): Finding {
  const key = issuerKey(issuer.value);
  const letters = foldedWords(symbol);
  const isCommittee = key.startsWith("uy ban nhan dan");
  const isCouncil = key.startsWith("hoi dong nhan dan");
  const signs = isCommittee
    ? letters.some((part) => /^(ub|ubnd|ct|ctubnd)$/.test(part))
    : isCouncil
      ? letters.some((part) => /^(hdnd|tthdnd)$/.test(part))
      : true;
  const own = key.replace(/^.*\b(?:xa|phuong|thi tran|huyen|quan|thi xa|thanh pho|tinh)\s/, "");
  const there = place === "" || !(isCommittee || isCouncil) || foldedWords(place).join(" ").endsWith(own);
  if (signs && there && (place !== "" || !(isCommittee || isCouncil))) return issuer;
  return {
    ...issuer,
    confidence: Math.min(0.6, issuer.confidence),
    doubts: [...issuer.doubts, "symbol-differs"],
  };
}
