import type { Batch } from "#shared/archive/batch.ts";
import type { ArchiveFile } from "#shared/archive/file.ts";
import type { Page } from "#shared/archive/page.ts";
import { drawSample, judgeSample, type LotUnit, lotUnits, type SampleState } from "./sampling.ts";

/** Vĩnh viễn. */
const permanent = "01";

/** Whether every page of a file has to be accepted by a person: it is of permanent value, or the plan says so. */
export function isJudgedWhole(
  file: Pick<ArchiveFile, "retention">,
  batch: Pick<Batch, "samplePlan" | "sampleResult">,
): boolean {
  return file.retention === permanent || batch.samplePlan === "full" || batch.sampleResult === "failed";
}

/** What of a batch has to be judged page by page: those ids, the lot that a sample stands for, and its sample. */
export type Judging = { mustBe: Set<string>; lot: LotUnit[]; sample: LotUnit[]; state: SampleState };

/** The pages that a person has to accept, by the batch's plan. `files` have all their pages, withdrawn ones too. */
export function planJudging(
  batch: Pick<Batch, "samplePlan" | "sampleSize" | "sampleAccept" | "sampleSeed" | "sampleResult">,
  files: readonly { file: Pick<ArchiveFile, "retention">; pages: readonly Page[] }[],
): Judging {
  const mustBe = new Set<string>();
  const rest: Page[] = [];
  const lotFiles = files.filter(({ file }) => file.retention !== permanent);
  for (const { file, pages } of files) {
    if (isJudgedWhole(file, batch))
      for (const { id, withdrawn } of pages) if (withdrawn === "") mustBe.add(id);
  }
  for (const { pages } of lotFiles) rest.push(...pages);
  const lot = lotUnits(rest);
  const sample = batch.samplePlan === "sample" ? drawSample(lot, batch.sampleSize, batch.sampleSeed) : [];
  for (const { pages } of sample) {
    const now = pages.at(-1);
    if (now) mustBe.add(now.id);
  }
  return { mustBe, lot, sample, state: judgeSample(sample, batch.sampleAccept) };
}
