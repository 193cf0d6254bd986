import { type Static, Type } from "typebox";
import { conditionCodes } from "#shared/archive/codes.ts";
import {
  type Handover,
  type HandoverCount,
  type HandoverDifference,
  handoverDifferenceSchema,
} from "#shared/archive/handover.ts";
import { Choice } from "#shared/base/schema.ts";
import { type AttachedFile, countOf } from "./attached-list.ts";

/** What was found of one listed file: whether it is there, its leaves (0: not counted) and its condition ("": as listed). */
export const foundFileSchema = Type.Object({
  fileId: Type.String({ maxLength: 40 }),
  here: Type.Boolean(),
  leaves: Type.Integer({ minimum: 0, maximum: 99_999 }),
  condition: Choice(conditionCodes),
  note: Type.String({ maxLength: 300 }),
});

export type FoundFile = Static<typeof foundFileSchema>;

/** A file that is there and in no list. */
export const extraFileSchema = Type.Object({
  label: Type.String({ minLength: 1, maxLength: 60 }),
  note: handoverDifferenceSchema.properties.note,
});

export type ExtraFile = Static<typeof extraFileSchema>;

export type CountRefusal = "not-all-counted" | "signed";

/** Why a count may not be written: each listed file is to be found or missed, and what is signed stays. */
export function refuseCount(
  handover: Pick<Handover, "signedDigest">,
  list: readonly AttachedFile[],
  found: readonly FoundFile[],
): CountRefusal | undefined {
  if (handover.signedDigest !== "") return "signed";
  const told = new Set(found.map(({ fileId }) => fileId));
  return list.every(({ id }) => told.has(id)) ? undefined : "not-all-counted";
}

/** Why the scan of signed minutes may not be kept: both sides sign what was counted, and sign once. */
export function refuseSigning(handover: Pick<Handover, "countedAt" | "signedDigest">) {
  if (handover.countedAt === "") return "not-counted";
  return handover.signedDigest === "" ? undefined : "signed";
}

/** The count on receipt against the list: what came in numbers, and each difference in the order of the list. */
export function countAgainst(
  list: readonly AttachedFile[],
  found: readonly FoundFile[],
  extras: readonly ExtraFile[],
  metres: number,
): { counted: HandoverCount; differences: HandoverDifference[] } {
  const of = new Map(found.map((one) => [one.fileId, one]));
  const here = list.flatMap((file) => {
    const one = of.get(file.id);
    return one?.here === true ? [{ ...file, leaves: one.leaves === 0 ? file.leaves : one.leaves }] : [];
  });
  const counted = countOf(here, metres);
  const differences = list.flatMap((file) => differencesOf(file, of.get(file.id)));
  const more = extras.map((extra): HandoverDifference => ({
    ...{ fileId: "", label: extra.label, what: "extra", expected: "", found: "1", note: extra.note },
  }));
  return {
    counted: { ...counted, files: counted.files + extras.length },
    differences: [...differences, ...more],
  };
}

function differencesOf(file: AttachedFile, found: FoundFile | undefined): HandoverDifference[] {
  const about = { fileId: file.id, label: file.code.slice(-60), note: found?.note ?? "" };
  if (found?.here !== true) return [{ ...about, what: "missing", expected: "1", found: "0" }];
  const differences: HandoverDifference[] = [];
  if (found.leaves !== 0 && found.leaves !== file.leaves)
    differences.push({
      ...about,
      what: "leaves",
      expected: String(file.leaves),
      found: String(found.leaves),
    });
  if (found.condition !== "" && found.condition !== file.condition)
    differences.push({ ...about, what: "condition", expected: file.condition, found: found.condition });
  return differences;
}
