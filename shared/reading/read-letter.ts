import type { PageWords } from "#shared/archive/page.ts";
import type { Found, ReadField } from "#shared/archive/reading.ts";
import { findDate } from "./find-date.ts";
import { findHead } from "./find-head.ts";
import { findIssuer } from "./find-issuer.ts";
import { markOf } from "./find-marks.ts";
import { findNumber } from "./find-number.ts";
import { findSigner } from "./find-signer.ts";
import { findLead, findSubject } from "./find-subject.ts";
import { findType } from "./find-type.ts";
import { linesOf, type ReadPage } from "./lines.ts";
import { weighIssuer } from "./weigh-issuer.ts";

/** A page to read: its words with boxes, and its size in pixels. */
export type PageToRead = { pageId: string; width: number; height: number; words: PageWords["words"] };

export type Fields = Partial<Record<ReadField, Found>>;

/**
 * What the first page of a letter, and the last for its signer, say of it by the layout of NĐ 30/2020/NĐ-CP. Any words
 * are taken; what is not found is absent. Digits are read but once here: see `weighDigits`.
 */
export function readLetter(first: PageToRead, last: PageToRead, knownIssuers: readonly string[]): Fields {
  const page = openPage(first);
  const head = findHead(page);
  const top = head.found ? head.box[1] : 0;
  const found = findNumber(head.left.filter(({ box }) => box[3] > top));
  const dated =
    findDate(head.right) ??
    findDate(page.lines.filter(({ box }) => box[1] < head.box[3] + page.height * 0.1));
  const numberTop = found ? found.line.box[1] : head.box[3] + page.height * 0.08;
  const headEnd = Math.max(
    found?.line.box[3] ?? 0,
    ...(dated ? [dated.date.boxes[0]?.[3] ?? 0] : []),
    head.box[3],
  );
  const under = head.under(found?.line.box[3] ?? head.box[3]);
  const lead = findLead(under);
  const symbol = found?.symbol.value ?? "";
  const named = findType(page, headEnd - (found ? 0 : page.height * 0.01), symbol, lead !== undefined);
  const issuer = findIssuer(head.left, numberTop, knownIssuers);
  const fields: Fields = {};
  const put = (field: ReadField, value: Omit<Found, "pageId"> | undefined, pageId = first.pageId) => {
    if (!value || value.value === "") return;
    const doubts = head.found || field === "signer" ? value.doubts : [...value.doubts, "no-head" as const];
    const confidence = head.found ? value.confidence : Math.min(0.5, value.confidence);
    fields[field] = { ...value, doubts, confidence: round(confidence), pageId };
  };
  put("number", found?.number);
  put("symbol", found?.symbol);
  put("issuedDate", dated?.date);
  put("place", dated?.place);
  put("type", named.type);
  put("issuer", issuer && weighIssuer(issuer, symbol, dated?.place?.value ?? ""));
  put("subject", findSubject(page, named, under, lead));
  put("signer", findSigner(openPage(last)), last.pageId);
  for (const line of page.lines) {
    const mark = markOf(line.text);
    if (mark && !fields[mark.field]) {
      put(mark.field, { value: mark.value, confidence: 0.8, boxes: [line.box], how: "stamp", doubts: [] });
    }
  }
  return fields;
}

function openPage({ pageId, width, height, words }: PageToRead): ReadPage {
  return { pageId, width, height, lines: linesOf(words) };
}

function round(confidence: number): number {
  return Math.round(Math.max(0, Math.min(1, confidence)) * 1000) / 1000;
}
