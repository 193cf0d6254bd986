import type { Lack } from "#shared/archive/completeness.ts";
import type { Item } from "#shared/archive/item.ts";
import type { PageHold } from "#shared/archive/page.ts";
import type { Role } from "#shared/archive/role.ts";

export type CheckRefusal = "not-your-role" | "not-captured" | "page-held" | "item-held" | "no-rendition";

/** Whether an item may be marked as checked, given what holds each of its pages; `undefined` means yes. */
export function refuseCheck(item: Item, holds: readonly PageHold[], role: Role): CheckRefusal | undefined {
  if (role !== "district-checker") return "not-your-role";
  if (holds.length === 0) return "not-captured";
  if (holds.some((hold) => hold !== "")) return "page-held";
  if (item.hold !== "") return "item-held";
  if (item.renditionDigest === "") return "no-rendition";
  return undefined;
}

/** Lacks that stand against acceptance unless a person writes why it is accepted all the same. */
export function blockingLacks(lacks: readonly Lack[]): Lack[] {
  return lacks.filter((lack) => lack.code !== "pages-extra");
}

/** The shortest justification that says something, in characters. */
export const shortestJustification = 10;

/** Whether a batch that lacks these may be accepted with this reason; `undefined` means yes. */
export function refuseAcceptance(lacks: readonly Lack[], reason: string): "lacks-unexplained" | undefined {
  if (blockingLacks(lacks).length === 0) return undefined;
  return reason.normalize("NFC").trim().length >= shortestJustification ? undefined : "lacks-unexplained";
}

/** True where the checker is one of those who made the pages: the second person of the two-person rule is missing. */
export function checksOwnWork(checker: string, makers: readonly string[]): boolean {
  return checker !== "" && makers.includes(checker);
}
