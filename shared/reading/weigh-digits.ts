import type { Found } from "#shared/archive/reading.ts";
import { findDate } from "./find-date.ts";
import { findNumber } from "./find-number.ts";
import { lineFrom } from "./lines.ts";

/** What a zone was read as in other ways: each time its words in order; `digits` with digits allowed alone. */
export type OtherReadings = { texts: readonly string[]; digits?: string };

/** How sure a value is that every reading of its zone gives again. */
const agreed = 0.97;
const unchecked = 0.7;
const disputed = 0.4;

/** Number and symbol held against other readings of their zone. What another two agree in is proposed instead, unsure. */
export function weighNotation(
  found: { number?: Found; symbol?: Found },
  { texts, digits }: OtherReadings,
): { number?: Found; symbol?: Found } {
  const others = texts.map((text) => findNumber([lineFrom(text)]));
  const weighed: { number?: Found; symbol?: Found } = {};
  if (found.number) {
    const said = others.map((other) => other?.number.value ?? "");
    weighed.number = weigh(found.number, digits === undefined ? said : [...said, digits]);
  }
  if (found.symbol)
    weighed.symbol = weigh(
      found.symbol,
      others.map((other) => other?.symbol.value ?? ""),
    );
  return weighed;
}

/** The date held against other readings of its zone. */
export function weighDate(date: Found, { texts }: OtherReadings): Found {
  return weigh(
    date,
    texts.map((text) => findDate([lineFrom(text)])?.date.value ?? ""),
  );
}

function weigh(found: Found, others: readonly string[]): Found {
  const wasSure = found.confidence >= 0.6 && found.doubts.length === 0;
  const heard = others.filter((value) => value !== "");
  if (heard.length > 0 && heard.every((value) => value === found.value)) {
    if (heard.length < others.length) return cap(found, unchecked, "digits-unchecked");
    return { ...found, confidence: wasSure ? agreed : Math.max(found.confidence, unchecked) };
  }
  if (heard.length === 0) return cap(found, unchecked, "digits-unchecked");
  const [first = ""] = heard;
  const value = heard.length > 1 && heard.every((other) => other === first) ? first : found.value;
  return { ...cap(found, disputed, "digits-differ"), value };
}

function cap(found: Found, most: number, doubt: Found["doubts"][number]): Found {
  return {
    ...found,
    confidence: Math.min(most, found.confidence),
    doubts: [...new Set([...found.doubts, doubt])],
  };
}
