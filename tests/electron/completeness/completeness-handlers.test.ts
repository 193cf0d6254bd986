import { expect, test } from "vitest";
import { isPacked } from "#shared/archive/batch.ts";
import { reportGroups } from "#shared/archive/report-row.ts";
import { countCompleteness } from "#shared/completeness/count-batch.ts";
import { editRecord } from "#shared/archive/record.ts";
import { matrixMeasures, matrixStages } from "#shared/completeness/stages.ts";
import type { MatrixNarrow, MatrixPlace } from "#shared/contract/completeness.ts";
import { completenessHandlers } from "#electron/completeness/completeness-handlers.ts";
import { wholeMatrix } from "#electron/completeness/matrix-sql.ts";
import { openIndex } from "#electron/index/open-index.ts";
import type { Journal } from "#electron/journal/journal.ts";
import { district, heldIn, units, workAtRandom } from "#tests/electron/report/work-at-random.ts";
import { openTestJournal } from "#tests/helpers/open-test-journal.ts";
import { stampAt } from "#tests/helpers/sample-records.ts";
import { seeded } from "#tests/helpers/seeded.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { matrixByHand } from "./matrix-by-hand.ts";
import { narrowByHand, sendBack } from "./narrow-by-hand.ts";

const late = Date.parse("2025-06-01T03:00:00Z");

const narrowings: readonly MatrixNarrow[] = [
  ...reportGroups.map((group) => ({ ...wholeMatrix, group })),
  ...(["district", "commune"] as const).map((level) => ({ ...wholeMatrix, level })),
  ...(["red", "held"] as const).map((only) => ({ ...wholeMatrix, only })),
  { group: "other", level: "commune", only: "red" },
  { group: "frequent", level: "commune", only: "held" },
];

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
      const { place, rows, total, more } = await calls["matrix.count"]({ place: asked, narrow: wholeMatrix });
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
            ...{ place, narrow: wholeMatrix, stage, measure, state: "has", from: 0, limit: 100 },
          });
          const lacks = await calls["matrix.list"]({
            ...{ place, narrow: wholeMatrix, stage, measure, state: "lacks", from: 0, limit: 100 },
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
          ...{ place, narrow: wholeMatrix, stage, measure: "items", state: "next", from: 0, limit: 100 },
        });
        expect(next.total, told).toBe((total.stages[2]?.items ?? 0) - (total.stages[at]?.items ?? 0));
        expect(next.rows.length, told).toBe(next.total);
      }
      const odd = await calls["matrix.list"]({
        ...{
          place,
          narrow: wholeMatrix,
          stage: "captured",
          measure: "items",
          state: "odd",
          from: 0,
          limit: 100,
        },
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

test("narrowed by group, level, what lacks and what is kept back, each figure is that of a count by hand", async () => {
  const seen = { items: 0, corrections: 0, narrowed: 0 };
  for (let seed = 31; seed <= 42; seed += 1) {
    const journal = openTestJournal();
    const options = { folder: temporaryFolder(), journal, readWords: () => Promise.resolve(undefined) };
    const index = openIndex(options);
    const chance = seeded(seed);
    workAtRandom(journal, chance, 120);
    goFurther(journal, chance);
    sendBack(journal, chance);
    const profile = () => ({ name: "", role: "district-checker", scope: district }) as never;
    const calls = completenessHandlers({ index, journal, units, profile });
    const held = heldIn(journal);
    const files = held.files.filter(({ withdrawn }) => withdrawn === "");
    for (const narrow of narrowings) {
      const walk = async (asked: MatrixPlace | null, under: typeof files) => {
        const { place, rows, total } = await calls["matrix.count"]({ place: asked, narrow });
        const told = `seed ${seed} ${JSON.stringify(narrow)} ${JSON.stringify(place)}`;
        const byHand = narrowByHand(journal, held, under, narrow);
        expect(total.stages, told).toEqual(matrixByHand({ ...held, items: byHand.items }, byHand.files));
        const { pinned, ofBatches } = byHand.corrections;
        const corrections = pinned + (place.step === "units" ? ofBatches : 0);
        expect(total.corrections, told).toBe(corrections);
        expect(
          rows.reduce((sum, row) => sum + row.corrections, 0),
          told,
        ).toBeLessThanOrEqual(corrections);
        const listed = await calls["matrix.corrections"]({ place, narrow, from: 0, limit: 100 });
        expect([listed.total, listed.rows.length], told).toEqual([corrections, corrections]);
        for (const [at, stage] of matrixStages.entries())
          for (const measure of ["files", "items"] as const) {
            const page = { place, narrow, stage, measure, state: "has", from: 0, limit: 100 } as const;
            const has = await calls["matrix.list"](page);
            expect([has.total, has.rows.length], `${told} ${stage}`).toEqual([
              total.stages[at]?.[measure],
              total.stages[at]?.[measure],
            ]);
          }
        seen.items += total.stages[0]?.items ?? 0;
        seen.corrections += corrections;
        seen.narrowed += under.length - byHand.files.length;
        for (const row of place.step === "units" ? rows.slice(0, 1) : [])
          await walk(
            row.place,
            under.filter(({ scope }) => scope === row.place.scope),
          );
      };
      await walk(null, files);
    }
    await index.close();
    journal.close();
  }
  for (const [name, count] of Object.entries(seen)) expect(count, name).toBeGreaterThan(20);
});

test("a place tells the way that leads to it", async () => {
  const journal = openTestJournal();
  const options = { folder: temporaryFolder(), journal, readWords: () => Promise.resolve(undefined) };
  const index = openIndex(options);
  workAtRandom(journal, seeded(3), 120);
  const profile = () => ({ name: "", role: "district-checker", scope: district }) as never;
  const calls = completenessHandlers({ index, journal, units, profile });
  let place: MatrixPlace | null = null;
  const walked: MatrixPlace[] = [];
  for (const step of ["units", "fonds", "boxes", "files", "items"] as const) {
    const answer = await calls["matrix.count"]({ place, narrow: wholeMatrix });
    expect(answer.place.step).toBe(step);
    expect(answer.path.map((row) => row.place)).toEqual(walked);
    place = answer.rows[0]?.place ?? null;
    if (place) walked.push(place);
  }
  await index.close();
  journal.close();
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
      narrow: wholeMatrix,
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
  await expect(calls["matrix.count"]({ place: null, narrow: wholeMatrix })).rejects.toMatchObject({
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
  const answer = await calls["matrix.count"]({ place, narrow: { ...wholeMatrix, group: "decision" } });
  expect(answer.rows).toEqual([]);
  expect(answer.total.stages).toHaveLength(matrixStages.length);
  await index.close();
  journal.close();
});
