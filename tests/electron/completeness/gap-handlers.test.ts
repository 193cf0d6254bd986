import { expect, test } from "vitest";
import { editRecord } from "#shared/archive/record.ts";
import { gapKinds, sizeOfGaps } from "#shared/completeness/gap.ts";
import type { MatrixPlace } from "#shared/contract/completeness.ts";
import type { Profile } from "#shared/archive/profile.ts";
import { completenessHandlers } from "#electron/completeness/completeness-handlers.ts";
import { countBatch } from "#electron/completeness/read-content.ts";
import { gapHandlers } from "#electron/completeness/gap-handlers.ts";
import { wholeMatrix } from "#electron/completeness/matrix-sql.ts";
import { openIndex } from "#electron/index/open-index.ts";
import type { Journal } from "#electron/journal/journal.ts";
import { noteHandlers } from "#electron/notes/note-handlers.ts";
import { district, heldIn, units, workAtRandom } from "#tests/electron/report/work-at-random.ts";
import { openTestJournal } from "#tests/helpers/open-test-journal.ts";
import { sampleBatch, sampleFile, sampleFonds, sampleItem, stampAt } from "#tests/helpers/sample-records.ts";
import { seeded } from "#tests/helpers/seeded.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { usualQuality } from "#shared/rules/capture-quality.ts";
import { gapsByHand } from "./gaps-by-hand.ts";

const profile: Profile = { name: "Lê Văn C", role: "district-checker", scope: district };
const now = () => Date.parse("2025-06-01T03:00:00Z");

function openGaps(journal: ReturnType<typeof openTestJournal>) {
  const index = openIndex({
    folder: temporaryFolder(),
    journal,
    readWords: () => Promise.resolve(undefined),
  });
  let made = 0;
  const newId = () => `note-${(made += 1)}`;
  const parts = { journal, profile: () => profile, now, newId };
  return {
    index,
    gaps: gapHandlers({ index, ...parts }),
    matrix: completenessHandlers({ index, units, ...parts }),
    notes: noteHandlers(parts),
  };
}

/** Files are spread over fonds, lists, boxes and numbers at random, and edited, so that rows get gaps. */
function spread(journal: Journal, chance: (below: number) => number): void {
  const one = <Value>(among: readonly Value[]) => among[chance(among.length)] as Value;
  for (let round = 0; round < 2; round += 1)
    journal.write(
      "files",
      heldIn(journal).files.map((file) =>
        editRecord(
          file,
          {
            fondsId: one(["fonds-1", "fonds-2"]),
            inventory: one(["", "01", "02"]),
            box: one(["", ...Array.from({ length: 9 }, (_, at) => String(at + 1))]),
            notation: one(["", ...Array.from({ length: 30 }, (_, at) => String(at + 1))]),
          },
          stampAt(now() + round),
        ),
      ),
      "desk",
    );
  journal.write(
    "items",
    heldIn(journal).items.map((item) =>
      editRecord(item, { leaves: one(["", "1-2", "4", "6-9", "x", "11"]) }, stampAt(now())),
    ),
    "desk",
  );
}

test("gaps of boxes, files and leaves are what a count by hand gives, at every place, with reasons or without", async () => {
  const seen = { box: 0, file: 0, leaf: 0, explained: 0 };
  for (let seed = 1; seed <= 8; seed += 1) {
    const journal = openTestJournal();
    const chance = seeded(seed);
    const fonds = ["fonds-1", "fonds-2"].map((id) => sampleFonds(id, { scope: district, code: id }));
    journal.write("fonds", fonds, "desk");
    workAtRandom(journal, chance, 160);
    spread(journal, chance);
    const { index, gaps, matrix, notes } = openGaps(journal);
    const held = heldIn(journal);
    const files = held.files.filter(({ withdrawn }) => withdrawn === "");
    const explained = new Set<string>();
    const under = (place: MatrixPlace) =>
      files.filter(
        (file) =>
          (place.step === "units" || file.scope === place.scope) &&
          (place.fondsId === "" || file.fondsId === place.fondsId) &&
          (!["files", "items"].includes(place.step) ||
            (file.box === place.box && file.inventory === place.inventory)) &&
          (place.fileId === "" || file.id === place.fileId),
      );
    const walk = async (place: MatrixPlace) => {
      for (const kind of gapKinds) {
        const told = `seed ${seed} ${kind} ${JSON.stringify(place)}`;
        const answer = await gaps["matrix.gaps"]({ place, kind, from: 0, limit: 100 });
        const whole = ["units", "fonds", "boxes"].includes(place.step);
        const byHand = kind === "leaf" || whole ? gapsByHand(held, under(place), kind) : [];
        const numbers = answer.rows.flatMap((row) =>
          Array.from({ length: row.to - row.from + 1 }, (_, at) => {
            const name = `${row.fileId || row.fondsId}/${row.inventory}/${row.box}/${row.from + at}`;
            expect(explained.has(`${kind} ${name}`), told).toBe(row.why !== "");
            return name;
          }),
        );
        expect(answer.rows.length, told).toBe(answer.total);
        expect(numbers.sort(), told).toEqual(byHand);
        const { open, explained: reasons } = answer.totals[kind];
        expect(open + reasons, told).toBe(byHand.length);
        expect(sizeOfGaps(answer.rows.filter(({ why }) => why === "")), told).toBe(open);
        seen[kind] += open;
        seen.explained += reasons;
      }
      if (place.step === "items") return;
      const { rows } = await matrix["matrix.count"]({ place, narrow: wholeMatrix });
      for (const row of rows.slice(0, 3)) await walk(row.place);
    };
    const { place } = await matrix["matrix.count"]({ place: null, narrow: wholeMatrix });
    await walk(place);
    // Some are given a reason, and one of these is taken back.
    for (const kind of gapKinds) {
      const { rows } = await gaps["matrix.gaps"]({ place, kind, from: 0, limit: 100 });
      for (const row of rows.filter(() => chance(3) === 0)) {
        const { fondsId, fileId, inventory, box, from, to } = row;
        await gaps["gaps.explain"]({
          gap: { kind, fondsId, fileId, inventory, box, from, to },
          why: "Không có từ trước",
        });
        for (let number = from; number <= to; number += 1)
          explained.add(`${kind} ${fileId || fondsId}/${inventory}/${box}/${number}`);
      }
      const again = await gaps["matrix.gaps"]({ place, kind, from: 0, limit: 100 });
      const back = again.rows.find(({ why }) => why !== "");
      if (back) {
        await notes["notes.withdraw"]({ id: back.noteId, reason: "Nhầm" });
        for (let number = back.from; number <= back.to; number += 1)
          explained.delete(`${kind} ${back.fileId || back.fondsId}/${back.inventory}/${back.box}/${number}`);
      }
    }
    // A row of numbers of a unit alone may be another than that of all: reasons are asked of the whole.
    for (const kind of gapKinds) {
      const { rows } = await gaps["matrix.gaps"]({ place, kind, from: 0, limit: 100 });
      for (const row of rows)
        for (let number = row.from; number <= row.to; number += 1)
          expect(
            explained.has(`${kind} ${row.fileId || row.fondsId}/${row.inventory}/${row.box}/${number}`),
            `seed ${seed} ${kind} ${number}`,
          ).toBe(row.why !== "");
      seen.explained += rows.filter(({ why }) => why !== "").length;
    }
    await index.close();
    journal.close();
  }
  expect(Math.min(...Object.values(seen)), JSON.stringify(seen)).toBeGreaterThan(10);
});

test("a batch lacks the numbers beside its own, until another batch brings them or somebody says why", async () => {
  const journal = openTestJournal();
  const quality = () => usualQuality;
  journal.write("fonds", [sampleFonds("fonds-1", { code: "H05", scope: district })], "desk");
  journal.write("batches", [sampleBatch("b", { scope: district })], "desk");
  const file = (id: string, box: string, notation: string, batchId = "b") =>
    sampleFile(id, { scope: district, inventory: "01", box, notation, batchId, code: `H05.${id}` });
  journal.write(
    "files",
    [file("a", "1", "1"), file("b", "2", "2"), file("c", "4", "6"), file("z", "9", "7", "")],
    "desk",
  );
  journal.write(
    "items",
    [
      sampleItem("i", { scope: district, fileId: "a", leaves: "1-2" }),
      sampleItem("j", { scope: district, fileId: "a", leaves: "5" }),
    ],
    "desk",
  );
  const { index, gaps, notes } = openGaps(journal);
  const lacks = () =>
    countBatch({ journal, quality }, "b")
      .lacks.filter(({ code }) => code.endsWith("-gap"))
      .map(({ code, label, expected, found }) => `${code} ${label} ${expected}-${found}`);
  expect(lacks()).toEqual([
    "box-gap H05.01 3-3",
    "box-gap H05.01 5-8",
    "file-gap H05.01 3-5",
    "leaf-gap H05.a 3-4",
  ]);
  const told = await gaps["batches.gaps"]({ batchId: "b" });
  expect(told.gaps).toHaveLength(4);
  const box = {
    kind: "box",
    fondsId: "fonds-1",
    fileId: "",
    inventory: "01",
    box: "",
    from: 3,
    to: 3,
  } as const;
  await gaps["gaps.explain"]({ gap: box, why: "Hộp này trống từ năm 2016" });
  journal.write("files", [file("y", "5", "3", "")], "desk");
  expect(lacks(), "6 to 8 are now beside another's").toEqual(["file-gap H05.01 4-5", "leaf-gap H05.a 3-4"]);
  const [first] = (await gaps["batches.gaps"]({ batchId: "b" })).gaps.filter(({ why }) => why !== "");
  expect(first).toMatchObject({ from: 3, why: "Hộp này trống từ năm 2016", by: "Lê Văn C" });
  expect(await notes["notes.of"]({ subject: "fonds", subjectId: "fonds-1" }), "no note to people").toEqual({
    notes: [],
  });
  await expect(
    Promise.resolve().then(() =>
      gaps["gaps.explain"]({ gap: { ...box, fondsId: "none" }, why: "Không có từ trước" }),
    ),
  ).rejects.toMatchObject({ code: "not-found" });
  await index.close();
  journal.close();
});
