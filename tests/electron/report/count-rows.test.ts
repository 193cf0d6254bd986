import { expect, test } from "vitest";
import { openIndex } from "#electron/index/open-index.ts";
import { openCountRows } from "#electron/report/count-rows.ts";
import { openTestJournal } from "#tests/helpers/open-test-journal.ts";
import { seeded } from "#tests/helpers/seeded.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { countByHand, defectsByHand } from "./count-by-hand.ts";
import { expectLists } from "./expect-lists.ts";
import { district, heldIn, today, units, workAtRandom } from "./work-at-random.ts";

const first = Number(process.env["MUCLUC_SEED"] ?? 1);
const worlds = Number(process.env["MUCLUC_WORLDS"] ?? 200);

test(`every number of the report is what a count by hand of the journal gives, and its list is as long, in ${worlds} districts`, async () => {
  let captured = 0;
  let held = 0;
  for (let seed = first; seed < first + worlds; seed += 1) {
    const journal = openTestJournal();
    const folder = temporaryFolder();
    const index = openIndex({ folder, journal, readWords: () => Promise.resolve(undefined) });
    const chance = seeded(seed);
    const countRows = openCountRows({ index, journal, units });
    // Counted twice: what was counted before must follow what is written after.
    for (const steps of [40 + chance(40), 20]) {
      workAtRandom(journal, chance, steps);
      const { rows, defects, atSeq } = await countRows(district, today);
      expect(atSeq).toBe(journal.last().seq);
      const all = heldIn(journal);
      const byHand = rows.map((row) => countByHand(all, row, today));
      for (const [at, row] of rows.entries()) {
        expect(row, `seed ${seed}, ${row.unit}`).toEqual(byHand[at]);
        captured += row.captured.items;
        held += row.held?.reduce((sum, count) => sum + count, 0) ?? 0;
      }
      const rejected: Record<string, number> = {};
      for (const { unit } of rows)
        for (const [defect, pages] of Object.entries(defectsByHand(all, unit)))
          rejected[defect] = (rejected[defect] ?? 0) + pages;
      expect(Object.fromEntries(defects.map(({ defect, pages }) => [defect, pages]))).toEqual(rejected);
      if (steps === 20) await expectLists({ journal, index, held: all, seed }, byHand);
    }
    await index.close();
    journal.close();
  }
  expect(held, "something was kept back at all").toBeGreaterThan(worlds);
  expect(captured, "something was captured at all").toBeGreaterThan(worlds);
});
