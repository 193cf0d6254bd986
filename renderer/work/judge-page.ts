import { shortestJustification } from "#shared/archive/check.ts";
import type { Page } from "#shared/archive/page.ts";
import { may } from "#shared/archive/permissions.ts";
import type { Role } from "#shared/archive/role.ts";
import { fail, ok, type Result } from "#shared/base/result.ts";
import { checkPage, mayJustify, unresolved, usualQuality } from "#shared/rules/capture-quality.ts";
import type { Work } from "#renderer/db/work.ts";
import { type Doing, recordChanges } from "#renderer/work/history.ts";
import { readItem, readPage } from "#renderer/work/page-edits.ts";

/**
 * Why a verdict was not written: there is no such page; a person has to see to it first; it breaks a rule that
 * nobody has let stand; the role may not; the reason says too little.
 */
export type JudgeRefusal = "not-found" | "held" | "faulty" | "not-your-role" | "reason-missing";

/** Accepts a page, as one step that can be undone. One that breaks a rule of scans needs a reason first. */
export async function acceptPage(
  work: Work,
  doing: Doing,
  pageId: string,
  options: { as?: Role; quality?: typeof usualQuality } = {},
): Promise<Result<Page, JudgeRefusal>> {
  const found = await readJudged(work, pageId, options.as);
  if (!found.ok) return found;
  const { page, findings } = withFindings(found.value, options.quality);
  if (page.hold !== "") return fail("held");
  if (unresolved(page, findings).length > 0) return fail("faulty");
  return write(work, doing, page, { verdict: "accepted", defect: "", ...stampOf(work) });
}

/** Rejects a page for a reason: it is to be scanned again or corrected. */
export async function rejectPage(
  work: Work,
  doing: Doing,
  pageId: string,
  defect: Exclude<Page["defect"], "">,
): Promise<Result<Page, JudgeRefusal>> {
  const found = await readJudged(work, pageId);
  if (!found.ok) return found;
  return write(work, doing, found.value.page, { verdict: "rejected", defect, ...stampOf(work) });
}

/** Lets a page stand though it breaks rules, and accepts it; only where the rules allow it to the role, with a reason. */
export async function justifyPage(
  work: Work,
  doing: Doing,
  pageId: string,
  reason: string,
  quality = usualQuality,
): Promise<Result<Page, JudgeRefusal>> {
  const found = await readJudged(work, pageId);
  if (!found.ok) return found;
  const { page, findings } = withFindings(found.value, quality);
  if (page.hold !== "") return fail("held");
  if (!mayJustify(findings, work.profile.role)) return fail("not-your-role");
  const keptBecause = reason.normalize("NFC").trim().slice(0, 300);
  if (keptBecause.length < shortestJustification) return fail("reason-missing");
  return write(work, doing, page, { keptBecause, verdict: "accepted", defect: "", ...stampOf(work) });
}

type Judged = { page: Page; type: Parameters<typeof checkPage>[1] };

async function readJudged(work: Work, pageId: string, as?: Role): Promise<Result<Judged, JudgeRefusal>> {
  if (!may(as ?? work.profile.role, "judge-pages")) return fail("not-your-role");
  const page = await readPage(work, pageId);
  const item = page && (await readItem(work, page.itemId));
  return page && item ? ok({ page, type: item.type }) : fail("not-found");
}

function withFindings({ page, type }: Judged, quality = usualQuality) {
  return { page, findings: checkPage(page, type, quality) };
}

function stampOf(work: Work): Pick<Page, "verdictAt" | "verdictBy"> {
  return { verdictAt: work.now(), verdictBy: work.profile.name };
}

async function write(
  work: Work,
  doing: Doing,
  page: Page,
  fields: Partial<Page>,
): Promise<Result<Page, JudgeRefusal>> {
  await recordChanges(work, doing.history, doing.label, [{ collection: "pages", id: page.id, fields }]);
  return ok({ ...page, ...fields });
}
