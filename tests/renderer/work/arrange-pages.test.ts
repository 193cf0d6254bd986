import { expect, it } from "vitest";
import type { Records } from "#shared/archive/collections.ts";
import { inPlaces } from "#shared/capture/page-places.ts";
import { addRecords } from "#renderer/db/work.ts";
import { insertPages, type Master, replacePage } from "#renderer/work/add-pages.ts";
import { movePages, reorderPages, restorePage, withdrawPages } from "#renderer/work/arrange-pages.ts";
import { keepHistory, redoStep, undoStep } from "#renderer/work/history.ts";
import { sampleItem, samplePage } from "#tests/helpers/sample-records.ts";
import { openWork } from "#tests/helpers/work.ts";

const made = { renditionDigest: "f".repeat(64), checkedAt: "2025-05-20T01:00:00Z", checkedBy: "Lê" };
const master = (name: string): Master => ({
  masterDigest: name.repeat(64).slice(0, 64),
  masterSize: 10,
  masterPage: 0,
  mediaType: "image/jpeg",
  sourceName: `${name}.jpg`,
  scanner: "",
});

/** Two items of a file: `one` with the pages a, b, c, and `two` with d; and an item of another commune. */
async function open(pages: Partial<Records["pages"]> = {}) {
  const work = await openWork();
  await addRecords(work, "items", [
    sampleItem("one", made),
    sampleItem("two", { ordinal: 2, ...made }),
    sampleItem("far", { scope: "52.550.99999" }),
  ]);
  await addRecords(work, "pages", [
    samplePage("a", { itemId: "one", ordinal: 1 }),
    samplePage("b", { itemId: "one", ordinal: 2, ...pages }),
    samplePage("c", { itemId: "one", ordinal: 3 }),
    samplePage("d", { itemId: "two", ordinal: 1 }),
  ]);
  const order = async (itemId: string) => {
    const found = await work.db.pages.find({ selector: { itemId, withdrawn: "" } }).exec();
    return inPlaces(found.map(({ id, ordinal }) => ({ id, ordinal }))).map(
      ({ id, ordinal }) => `${id}${ordinal}`,
    );
  };
  const page = async (id: string) => (await work.db.pages.findOne(id).exec())?.toJSON() as Records["pages"];
  const item = async (id: string) => (await work.db.items.findOne(id).exec())?.toJSON() as Records["items"];
  return { work, doing: { history: keepHistory(), label: "Sắp xếp" }, order, page, item };
}

it("inserts pages before one of the item, and the pages behind make room", async () => {
  const { work, doing, order, page } = await open();
  const laid = await insertPages(work, doing, { itemId: "one", before: "b" }, [master("1"), master("2")]);
  if (!laid.ok) throw new Error(laid.fault);
  const [first = "", second = ""] = laid.value;
  expect(await order("one")).toEqual(["a1", `${first}2`, `${second}3`, "b4", "c5"]);
  expect(await page(first)).toMatchObject({ sourceName: "1.jpg", scope: "52.550.21952", width: 0 });
  await undoStep(work, doing.history);
  expect(await order("one")).toEqual(["a1", "b2", "c3"]);
  await redoStep(work, doing.history);
  expect(await order("one")).toHaveLength(5);
});

it("lays nothing in an item that does not count, or whose last place is taken", async () => {
  const { work, doing } = await open({ ordinal: 99_999 });
  expect(await insertPages(work, doing, { itemId: "none" }, [master("1")])).toMatchObject({
    fault: "not-found",
  });
  expect(await insertPages(work, doing, { itemId: "one" }, [master("1")])).toMatchObject({
    fault: "too-many",
  });
  expect(doing.history.state()).toEqual({});
});

it("replaces a page: the old one is withdrawn with its reason, the new one names it and has its place", async () => {
  const { work, doing, order, page } = await open();
  const laid = await replacePage(work, doing, "b", [master("1")], "Mờ, quét lại");
  const [id = ""] = laid.ok ? laid.value : [];
  expect(await order("one")).toEqual(["a1", `${id}2`, "c3"]);
  expect(await page("b")).toMatchObject({ withdrawn: "Mờ, quét lại", ordinal: 2 });
  expect(await page(id)).toMatchObject({ replaces: "b", withdrawn: "" });
  await undoStep(work, doing.history);
  expect(await order("one")).toEqual(["a1", "b2", "c3"]);
  expect((await page(id)).withdrawn).toBe("Hoàn tác");
});

it("replaces one page by the two sides of its leaf", async () => {
  const { work, doing, order, page } = await open();
  const laid = await replacePage(work, doing, "a", [master("1"), master("2")], "thiếu mặt sau");
  const [front = "", back = ""] = laid.ok ? laid.value : [];
  expect(await order("one")).toEqual([`${front}1`, `${back}2`, "b3", "c4"]);
  expect((await page(back)).replaces).toBe("a");
});

it("moves pages to another item in their order, and closes the gap they leave", async () => {
  const { work, doing, order, item } = await open();
  expect(await movePages(work, doing, ["b", "a"], { itemId: "two", before: "d" })).toEqual({
    ok: true,
    value: 2,
  });
  expect([await order("one"), await order("two")]).toEqual([["c1"], ["a1", "b2", "d3"]]);
  expect((await item("one")).renditionDigest).toBe(made.renditionDigest);
  await undoStep(work, doing.history);
  expect([await order("one"), await order("two")]).toEqual([["a1", "b2", "c3"], ["d1"]]);
});

it("leaves no document of other pages with an item that was emptied", async () => {
  const { work, doing, item } = await open();
  await movePages(work, doing, ["d"], { itemId: "one" });
  expect(await item("two")).toMatchObject({ renditionDigest: "", checkedAt: "", checkedBy: "" });
  await undoStep(work, doing.history);
  expect(await item("two")).toMatchObject(made);
});

it.each([
  ["wrong-item", { verdict: "", defect: "" }],
  ["blurred", { verdict: "rejected", defect: "blurred" }],
] as const)("takes back a verdict that was of the place alone: %s", async (defect, after) => {
  const { work, doing, page } = await open({ verdict: "rejected", defect });
  await movePages(work, doing, ["b"], { itemId: "two" });
  expect(await page("b")).toMatchObject(after);
});

it("moves no page to another unit's item", async () => {
  const { work, doing, order } = await open();
  expect(await movePages(work, doing, ["a"], { itemId: "far" })).toMatchObject({ fault: "other-scope" });
  expect(await order("one")).toEqual(["a1", "b2", "c3"]);
});

it("re-orders pages within their item, by a list or by moving some before another", async () => {
  const { work, doing, order } = await open();
  expect(await reorderPages(work, doing, "one", ["c", "a", "b"])).toEqual({ ok: true, value: 3 });
  expect(await order("one")).toEqual(["c1", "a2", "b3"]);
  await movePages(work, doing, ["b"], { itemId: "one", before: "c" });
  expect(await order("one")).toEqual(["b1", "c2", "a3"]);
  await undoStep(work, doing.history);
  await undoStep(work, doing.history);
  expect(await order("one")).toEqual(["a1", "b2", "c3"]);
});

it("takes pages out with a reason, keeps them, and makes one count again where a person says", async () => {
  const { work, doing, order, page } = await open();
  expect(await withdrawPages(work, doing, ["a", "c"], "trùng trang")).toBe(2);
  expect(await order("one")).toEqual(["b1"]);
  expect((await page("c")).withdrawn).toBe("trùng trang");
  expect(await restorePage(work, doing, "c", { itemId: "one", before: "b" })).toMatchObject({ ok: true });
  expect(await order("one")).toEqual(["c1", "b2"]);
  expect(await restorePage(work, doing, "c", { itemId: "one" })).toMatchObject({ fault: "not-found" });
  await undoStep(work, doing.history);
  await undoStep(work, doing.history);
  expect(await order("one")).toEqual(["a1", "b2", "c3"]);
});
