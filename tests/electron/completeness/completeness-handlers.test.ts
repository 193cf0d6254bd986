import { expect, test } from "vitest";
import { isPacked } from "#shared/archive/batch.ts";
import { countCompleteness } from "#shared/completeness/count-batch.ts";
import { editRecord } from "#shared/archive/record.ts";
import { matrixMeasures, matrixStages } from "#shared/completeness/stages.ts";
import type { MatrixPlace } from "#shared/contract/completeness.ts";
import { completenessHandlers } from "#electron/completeness/completeness-handlers.ts";
import { openIndex } from "#electron/index/open-index.ts";
import type { Journal } from "#electron/journal/journal.ts";
import { district, heldIn, units, workAtRandom } from "#tests/electron/report/work-at-random.ts";
import { openTestJournal } from "#tests/helpers/open-test-journal.ts";
import { stampAt } from "#tests/helpers/sample-records.ts";
import { seeded } from "#tests/helpers/seeded.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { matrixByHand } from "./matrix-by-hand.ts";

const late = Date.parse("2025-06-01T03:00:00Z");

/** Documents are made and acknowledged, files received and batches packed, at random. */
function goFurther(journal: Journal, chance: (below: number) => number): void {
  const stamp = stampAt(late);
  const digest = (letter: string) => letter.repeat(64);
  const { files, items, batches } = heldIn(journal);
  const some = <Kind>(records: readonly Kind[]) => records.filter(() => chance(2) === 0);
  const made = some(items).map((item) => {
    const receiptDigest = ["", digest("a"), digest("b")][chance(3)] ?? "";
    return editRecord(item, { renditionDigest: digest("a"), receiptDigest }, stamp);
  });
  const received = some(files).map((file) => editRecord(file, { receivedAt: "2025-05-20" }, stamp));
  const packed = some(batches).map((batch) => editRecord(batch, { state: "packed" }, stamp));
  journal.write("items", made, "desk");
  journal.write("files", received, "desk");
  journal.write("batches", packed, "desk");
}

test("each figure is what a count by hand gives at every level, and its list is as long as it says", async () => {
  let seen = 0;
  for (let seed = 1; seed <= 8; seed += 1) {
    const journal = openTestJournal();
    const index = openIndex({
      folder: temporaryFolder(),
      journal,
      readWords: () => Promise.resolve(undefined),
    });
    const chance = seeded(seed);
    workAtRandom(journal, chance, 120);
    goFurther(journal, chance);
    const profile = () => ({ name: "", role: "district-checker", scope: district }) as never;
    const calls = completenessHandlers({ index, journal, units, profile });
    const held = heldIn(journal);
    const files = held.files.filter(({ withdrawn }) => withdrawn === "");
    const under = (place: MatrixPlace) =>
      files.filter(
        (file) =>
          (place.step === "units" || file.scope === place.scope) &&
          (place.fondsId === "" || file.fondsId === place.fondsId) &&
          (!["files", "items"].includes(place.step) ||
            (file.box === place.box && file.inventory === place.inventory)) &&
          (place.fileId === "" || file.id === place.fileId),
      );
    const walk = async (asked: MatrixPlace | null) => {
      const { place, rows, total, more } = await calls["matrix.count"]({ place: asked, group: "" });
      const told = `seed ${seed} ${JSON.stringify(place)}`;
      expect(more).toBe(0);
      const byHand = matrixByHand(held, under(place));
      const figures = (stages: typeof total.stages) =>
        place.step === "items" ? stages.map(({ items }) => items) : stages;
      expect(figures(total.stages), told).toEqual(figures(byHand));
      for (const [at, stage] of matrixStages.entries())
        for (const measure of matrixMeasures) {
          if (measure === "leaves" || place.step === "items") continue;
          const has = await calls["matrix.list"]({
            ...{ place, group: "", stage, measure, state: "has", from: 0, limit: 100 },
          });
          const lacks = await calls["matrix.list"]({
            ...{ place, group: "", stage, measure, state: "lacks", from: 0, limit: 100 },
          });
          expect(has.total, told).toBe(total.stages[at]?.[measure]);
          expect(has.rows.length, told).toBe(has.total);
          expect(has.total + lacks.total, told).toBe(total.stages[0]?.[measure]);
          expect(lacks.rows.length, told).toBe(lacks.total);
        }
      for (const [stage, at] of [
        ["passed", 3],
        ["rendition", 5],
      ] as const) {
        const next = await calls["matrix.list"]({
          ...{ place, group: "", stage, measure: "items", state: "next", from: 0, limit: 100 },
        });
        expect(next.total, told).toBe((total.stages[2]?.items ?? 0) - (total.stages[at]?.items ?? 0));
        expect(next.rows.length, told).toBe(next.total);
      }
      const odd = await calls["matrix.list"]({
        ...{ place, group: "", stage: "captured", measure: "items", state: "odd", from: 0, limit: 100 },
      });
      expect([odd.total, odd.rows.length], told).toEqual([total.odd, total.odd]);
      seen += total.stages[5]?.items ?? 0;
      if (place.step !== "items") for (const row of rows.slice(0, 2)) await walk(row.place);
    };
    await walk(null);
    await index.close();
    journal.close();
  }
  expect(seen, "documents were made at all").toBeGreaterThan(8);
});

test("the check screen counts each stage of a batch as the matrix does", async () => {
  let [captured, made] = [0, 0];
  for (let seed = 21; seed <= 24; seed += 1) {
    const journal = openTestJournal();
    const index = openIndex({
      folder: temporaryFolder(),
      journal,
      readWords: () => Promise.resolve(undefined),
    });
    const chance = seeded(seed);
    workAtRandom(journal, chance, 120);
    goFurther(journal, chance);
    const profile = () => ({ name: "", role: "district-checker", scope: district }) as never;
    const { total } = await completenessHandlers({ index, journal, units, profile })["matrix.count"]({
      place: null,
      group: "",
    });
    const held = heldIn(journal);
    const byBatch = [...held.batches, undefined].map((batch) => {
      const files = held.files.filter(({ batchId }) => batchId === (batch?.id ?? ""));
      const packed = batch !== undefined && isPacked(batch.state) && batch.withdrawn === "";
      return countCompleteness(files, held.items, held.pages, undefined, packed);
    });
    for (const [at, stage] of matrixStages.entries())
      for (const measure of ["files", "items"] as const)
        expect(
          byBatch.reduce((sum, counted) => sum + counted[stage][measure], 0),
          `seed ${seed} ${stage} ${measure}`,
        ).toBe(total.stages[at]?.[measure]);
    captured += total.stages[2]?.items ?? 0;
    made += total.stages[5]?.items ?? 0;
    await index.close();
    journal.close();
  }
  expect(captured, "some are captured without a document").toBeGreaterThan(made);
});

test("a place in no unit set up, and one that is not there, are answered plainly", async () => {
  const journal = openTestJournal();
  const index = openIndex({
    folder: temporaryFolder(),
    journal,
    readWords: () => Promise.resolve(undefined),
  });
  const calls = completenessHandlers({ index, journal, units, profile: () => null });
  await expect(calls["matrix.count"]({ place: null, group: "" })).rejects.toMatchObject({
    code: "not-set-up",
  });
  const place = {
    step: "items",
    scope: district,
    fondsId: "",
    inventory: "",
    box: "",
    fileId: "none",
  } as const;
  const answer = await calls["matrix.count"]({ place, group: "decision" });
  expect(answer.rows).toEqual([]);
  expect(answer.total.stages).toHaveLength(matrixStages.length);
  await index.close();
  journal.close();
});
