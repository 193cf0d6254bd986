import type { AccessLevel } from "#shared/archive/access-level.ts";
import { foundUnder, receivingUnit, type Successor } from "#shared/archive/successor.ts";
import { districtOf, provinceOf, type Unit } from "#shared/archive/unit.ts";
import { vi } from "#shared/text/vi.ts";
import { maskedFonds } from "#province/sharing/mask-record.ts";
import type { FondsEntry } from "#province/store/fonds-contents.ts";
import { nameOf as nameOfUnit } from "#province/store/overview.ts";
import { bareUnit, languagesIn, nameOf } from "./describe-unit.ts";
import type { AidName, AidUnit } from "./model.ts";

const words = vi.findingAid;

type Tables = { units: readonly Unit[]; successors: readonly Successor[] };

/**
 * A fonds, or one that is a part of another, with as much of it as its reader has. What its record says of the whole
 * paper (its total, its copied pages) stays out: held against what is here it would tell how much is not.
 */
export function describeFonds(
  entry: FondsEntry,
  {
    level,
    counts,
    same,
    scheme,
    upTo,
    tables,
  }: {
    level: "fonds" | "subfonds";
    counts: { files: number; items: number };
    /** Others that are listed with it as the same. */
    same: readonly FondsEntry[];
    /** Whether its files are in groups. */
    scheme: boolean;
    upTo: AccessLevel;
    tables: Tables;
  },
): AidUnit {
  const fonds = maskedFonds(entry.fonds);
  const { extents } = words;
  const title = fonds.name.trim() || fonds.code || words.untitled;
  return {
    ...bareUnit({ id: nameOf("o", fonds.id), level, title }),
    reference: fonds.code,
    date: spanOf(fonds.dateSpan),
    extents: [
      { count: counts.files, unit: extents.files },
      { count: counts.items, unit: extents.items },
    ].filter(({ count }) => count > 0),
    creators: fonds.name.trim() === "" ? [] : [creatorOf(fonds.name)],
    languages: languagesIn(fonds.languages),
    notes: {
      bioghist: [...paragraphs(fonds.history), ...unitLines(fonds.scope, tables)],
      custodhist: same.map(({ fonds: other }) => {
        const { name, code } = maskedFonds(other);
        return words.listedAs(name, code);
      }),
      scopecontent: [
        ...(fonds.keyGroups.trim() === "" ? [] : [words.keyGroups(fonds.keyGroups.trim())]),
        ...(fonds.otherTypes.trim() === "" ? [] : [words.otherTypes(fonds.otherTypes.trim())]),
      ],
      arrangement: [scheme ? words.scheme : words.noScheme],
      accruals: fonds.open ? [words.open] : [],
      ...(level === "fonds" && { accessrestrict: [words.levels[upTo], words.masked] }),
      otherfindaid: paragraphs(fonds.findingAids),
    },
  };
}

const heading = /^\s*phông\s+(?:lưu\s+trữ\s+)?/iu;

/** Who made the documents: a fonds bears the name of its body, or of the family or person that it is of. */
export function creatorOf(fonds: string): AidName {
  const name = fonds.normalize("NFC").replace(heading, "").trim() || fonds.trim();
  if (/^(?:gia đình|dòng họ|gia tộc)\s/iu.test(name)) return { kind: "famname", name };
  if (/^(?:cá nhân|ông|bà)\s/iu.test(name)) return { kind: "persname", name };
  return { kind: "corpname", name };
}

/** "Thời gian tài liệu" as it was written; by ISO 8601 where it is a year, or two in their order. */
export function spanOf(text: string): AidUnit["date"] {
  const [, first = "", last = first] = /^\s*([12]\d{3})(?:\s*[-–—]\s*([12]\d{3}))?\s*$/.exec(text) ?? [];
  if (first === "" || last < first) return { text: text.trim(), normal: "" };
  return { text: text.trim(), normal: first === last ? first : `${first}/${last}` };
}

/** Which unit it was of before 1 July 2025, and what became of that by the tables in force. */
function unitLines(scope: string, { units, successors }: Tables): string[] {
  const above = [districtOf(scope), provinceOf(scope)].filter((one) => one !== scope);
  const before = words.unitBefore(
    nameOfUnit(units, scope),
    [...new Set(above)].map((one) => nameOfUnit(units, one)).join(", "),
  );
  const receiving = receivingUnit(successors, scope, "");
  const [first = "", ...others] = foundUnder(receiving).map(({ name }) => name);
  if (first === "") return [before];
  if (others.length === 0) return [before, words.unitNow(first)];
  if (receiving.kind === "stays") return [before, words.unitGave(first, others.join(", "))];
  return [before, words.unitDivided([first, ...others].join(", "))];
}

function paragraphs(text: string): string[] {
  return text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean);
}
