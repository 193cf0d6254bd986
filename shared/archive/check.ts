import type { BatchState } from "#shared/archive/batch.ts";
import type { Lack } from "#shared/archive/lack.ts";
import { isHeld } from "#shared/archive/paper-hold.ts";
import type { Item } from "#shared/archive/item.ts";
import type { PageHold, PageStop } from "#shared/archive/page.ts";
import { may } from "#shared/archive/permissions.ts";
import type { Role } from "#shared/archive/role.ts";

export type CheckRefusal =
  | "batch-not-open"
  | "not-your-role"
  | "not-captured"
  | "page-held"
  | "page-rejected"
  | "page-faulty"
  | "page-unjudged"
  | "item-held"
  | "file-held"
  | "no-rendition"
  | "own-work";

/** The states of a batch in which its items are checked, one by one while capturing goes on or all at the end. */
const checkable: readonly BatchState[] = ["capturing", "checking"];

/** Whether the items of a batch in this state may be marked or unmarked by this role; `undefined` means yes. */
export function refuseChecking(
  state: BatchState,
  role: Role,
): "batch-not-open" | "not-your-role" | undefined {
  if (!checkable.includes(state)) return "batch-not-open";
  return may(role, "check") ? undefined : "not-your-role";
}

/**
 * Whether what was captured of an item may be passed, given what holds each of its pages and what the rules of scans
 * and people's verdicts have against them; `undefined` means yes.
 */
export function refuseCheck(
  item: Item,
  holds: readonly PageHold[],
  stops: readonly PageStop[] = [],
): CheckRefusal | undefined {
  if (holds.length === 0) return "not-captured";
  if (holds.some((hold) => hold !== "")) return "page-held";
  if (stops.includes("rejected")) return "page-rejected";
  if (stops.includes("faulty")) return "page-faulty";
  if (stops.includes("unjudged")) return "page-unjudged";
  if (item.hold !== "" || isHeld(item)) return "item-held";
  if (item.renditionDigest === "") return "no-rendition";
  return undefined;
}

/** Too much is looked into, and stands in nobody's way. */
const surplus: readonly Lack["code"][] = ["pages-extra", "leaves-extra"];

/** Lacks that stand against acceptance unless a person writes why it is accepted all the same. */
export function blockingLacks<Kind extends Pick<Lack, "code">>(lacks: readonly Kind[]): Kind[] {
  return lacks.filter((lack) => !surplus.includes(lack.code));
}

/** The shortest justification that says something, in characters. */
export const shortestJustification = 10;

/** The kinds of what lacks that these reasons do not explain. */
export function unexplained(
  lacks: readonly Pick<Lack, "code">[],
  reasons: Partial<Record<Lack["code"], string>>,
): Lack["code"][] {
  const kinds = new Set(blockingLacks(lacks).map(({ code }) => code));
  return [...kinds].filter((code) => !saysSomething(reasons[code] ?? ""));
}

/** Whether a batch that lacks these may be accepted with a reason for each kind; `undefined` means yes. */
export function refuseAcceptance(
  lacks: readonly Pick<Lack, "code">[],
  reasons: Partial<Record<Lack["code"], string>>,
): "lacks-unexplained" | undefined {
  return unexplained(lacks, reasons).length > 0 ? "lacks-unexplained" : undefined;
}

function saysSomething(reason: string): boolean {
  return reason.normalize("NFC").trim().length >= shortestJustification;
}

/** Names as an item notes who captured of it: each once, one a line; as many as there is room for. */
export function writeMakers(names: readonly string[]): string {
  const written = [...new Set(names)].filter((name) => name !== "");
  while (written.join("\n").length > mostMakersText) written.pop();
  return written.join("\n");
}

/** The names that an item notes of who captured of it. */
export function readMakers({ makers = "" }: Pick<Item, "makers">): string[] {
  return makers === "" ? [] : makers.split("\n");
}

const mostMakersText = 2000;

/** True where the checker is one of those who made the pages: the second person of the two-person rule is missing. */
export function checksOwnWork(checker: string, makers: readonly string[]): boolean {
  return checker !== "" && makers.includes(checker);
}
