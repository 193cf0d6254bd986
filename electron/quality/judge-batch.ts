import type { ArchiveFile } from "#shared/archive/file.ts";
import type { FindStop } from "#shared/completeness/count-batch.ts";
import type { Item } from "#shared/archive/item.ts";
import type { Page } from "#shared/archive/page.ts";
import type { CallOutput } from "#shared/contract/desk.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import type { JudgedPage } from "#shared/contract/quality.ts";
import { inOrder } from "#shared/pipeline/plan.ts";
import { type CaptureQuality, checkPage, stopOf, urgency } from "#shared/rules/capture-quality.ts";
import { planJudging } from "#shared/rules/judging.ts";
import {
  checkLeafCount,
  checkPrintedNumbers,
  confirmRepeats,
  repeatCandidates,
  type SequenceFinding,
} from "#shared/rules/page-sequence.ts";
import type { DeskJournal } from "#electron/journal/open-journal.ts";
import type { ReadWords } from "#electron/search/word-slices.ts";

export type QualityDesk = { journal: DeskJournal; readWords: ReadWords; quality: () => CaptureQuality };

type Held = { file: ArchiveFile; items: { item: Item; pages: Page[] }[] };

/** What stands of a batch; of its items all pages, for one that was scanned again is judged with its first scan. */
function readBatch(journal: DeskJournal, batchId: string): Held[] {
  const stands = ({ withdrawn }: { withdrawn: string }) => withdrawn === "";
  return journal
    .filesOfBatch(batchId)
    .filter(stands)
    .map((file) => ({
      file,
      items: journal
        .children("items", file.id)
        .filter(stands)
        .map((item) => ({ item, pages: journal.children("pages", item.id) })),
    }));
}

function judgingOf(journal: DeskJournal, batchId: string, held: readonly Held[]) {
  const batch = journal.read("batches", batchId);
  if (!batch) throw new DeskFault("not-found", { detail: `batch ${batchId}` });
  const files = held.map(({ file, items }) => ({ file, pages: items.flatMap(({ pages }) => pages) }));
  return planJudging(batch, files);
}

/** What stands against each page of a batch, for the count of what lacks. */
export function findStops({ journal, quality }: Omit<QualityDesk, "readWords">, batchId: string): FindStop {
  const { mustBe } = judgingOf(journal, batchId, readBatch(journal, batchId));
  const rules = quality();
  return (page, item) => stopOf(page, checkPage(page, item.type, rules), mustBe.has(page.id));
}

/** The pages of a batch with all that is found against them, those that most want a look first. */
export async function judgeBatch(desk: QualityDesk, batchId: string): Promise<CallOutput<"quality.pages">> {
  const { journal, quality } = desk;
  const held = readBatch(journal, batchId);
  const { mustBe, lot, sample, state } = judgingOf(journal, batchId, held);
  const rows: { row: JudgedPage; urgency: number }[] = [];
  for (const { file, items } of held) {
    const standing = items.map(({ item, pages }) => ({ item, pages: inOrder(pages) }));
    const sequence = await findSequence(desk, standing);
    for (const { item, pages } of standing) {
      for (const page of pages) {
        const findings = checkPage(page, item.type, quality());
        const own = sequence.get(page.id) ?? [];
        const row: JudgedPage = {
          id: page.id,
          itemId: item.id,
          fileId: file.id,
          label: `${file.code}.${item.ordinal}`,
          ordinal: page.ordinal,
          verdict: page.verdict,
          must: mustBe.has(page.id),
          findings,
          sequence: own,
        };
        const wanted = page.verdict === "accepted" ? 0 : own.length * 20 + (row.must ? 0.5 : 0);
        rows.push({ row, urgency: urgency(page, findings) + wanted });
      }
    }
  }
  // Equal ones stay in the order of the inventory.
  rows.sort((one, other) => other.urgency - one.urgency);
  return { pages: rows.map(({ row }) => row), lot: lot.length, sample: sample.length, ...state };
}

/** Suspicions of repeated, missing and disordered pages within a file, by page. */
async function findSequence(
  { readWords }: QualityDesk,
  items: readonly { item: Item; pages: readonly Page[] }[],
): Promise<Map<string, SequenceFinding[]>> {
  const pages = items.flatMap((one) => one.pages);
  const pairs = repeatCandidates(pages);
  const digests = new Map(pages.map(({ id, wordsDigest }) => [id, wordsDigest]));
  const texts = new Map<string, string>();
  for (const id of new Set(pairs.flat().map((page) => page.id))) {
    const words = await readWords(digests.get(id) ?? "").catch(() => undefined);
    if (words) texts.set(id, words.text);
  }
  const found = [
    ...confirmRepeats(pairs, (id) => texts.get(id)),
    ...items.flatMap((one) => [
      ...checkPrintedNumbers(one.pages),
      ...checkLeafCount(one.item.leaves, one.pages),
    ]),
  ];
  const byPage = new Map<string, SequenceFinding[]>();
  for (const finding of found) byPage.set(finding.pageId, [...(byPage.get(finding.pageId) ?? []), finding]);
  return byPage;
}
