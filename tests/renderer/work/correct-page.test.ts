import { expect, it } from "vitest";
import { noCorrection } from "#shared/archive/correction.ts";
import type { Page } from "#shared/archive/page.ts";
import { turnBy } from "#shared/capture/corrections.ts";
import { addRecords } from "#renderer/db/work.ts";
import { correctPage, splitPage } from "#renderer/work/correct-page.ts";
import { keepHistory, redoStep, undoStep } from "#renderer/work/history.ts";
import { samplePage } from "#tests/helpers/sample-records.ts";
import { openWork } from "#tests/helpers/work.ts";

async function open(...pages: Page[]) {
  const work = await openWork();
  await addRecords(work, "pages", pages);
  const read = async (id: string) => (await work.db.pages.findOne(id).exec())?.toJSON() as Page;
  const standing = async () => {
    const found = await work.db.pages.find({ selector: { itemId: "item-1", withdrawn: "" } }).exec();
    return found.map((page) => page.toJSON() as Page).sort((one, other) => one.ordinal - other.ordinal);
  };
  return { work, read, standing, doing: { history: keepHistory(), label: "Xoay trang" } };
}

it("corrects a page, takes its verdict and its failed reading back, and can be undone", async () => {
  const judged = { verdict: "accepted", verdictAt: "2025-05-20T01:00:00.000Z", verdictBy: "Lê" } as const;
  const { work, read, doing } = await open(samplePage("p", { ...judged, hold: "ocr-failed" }));
  const turned = turnBy(noCorrection, 90);
  expect(await correctPage(work, doing, "p", turned)).toBe(true);
  expect(await read("p")).toMatchObject({ correction: turned, verdict: "", verdictBy: "", hold: "" });
  await undoStep(work, doing.history);
  expect(await read("p")).toMatchObject({ correction: noCorrection, ...judged, hold: "ocr-failed" });
});

it("does not lift a hold that no correction cures", async () => {
  const { work, read, doing } = await open(samplePage("p", { hold: "secret" }));
  await correctPage(work, doing, "p", turnBy(noCorrection, 180));
  expect((await read("p")).hold).toBe("secret");
  expect(await correctPage(work, doing, "unknown", noCorrection)).toBe(false);
});

it("splits a page in two of one master, moves the pages behind, and can be undone and redone", async () => {
  const { work, standing, doing } = await open(
    samplePage("a", { ordinal: 1 }),
    samplePage("b", { ordinal: 2, masterDigest: "b".repeat(64), masterPage: 3 }),
    samplePage("c", { ordinal: 3 }),
  );
  const id = await splitPage(work, doing, "b", 0.5);
  const pages = await standing();
  expect(pages.map((page) => page.id)).toEqual(["a", "b", id, "c"]);
  expect(pages.map((page) => page.ordinal)).toEqual([1, 2, 3, 4]);
  expect(pages[1]?.correction).toMatchObject({ left: 0, right: 0.5 });
  expect(pages[2]).toMatchObject({
    masterDigest: "b".repeat(64),
    masterPage: 3,
    thumbDigest: "",
    width: 0,
    correction: { left: 0.5, right: 1 },
  });
  await undoStep(work, doing.history);
  expect((await standing()).map((page) => [page.id, page.ordinal])).toEqual([
    ["a", 1],
    ["b", 2],
    ["c", 3],
  ]);
  expect((await standing())[1]?.correction).toEqual(noCorrection);
  await redoStep(work, doing.history);
  expect((await standing()).map((page) => page.id)).toEqual(["a", "b", id, "c"]);
});
