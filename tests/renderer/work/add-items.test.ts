import { expect, it } from "vitest";
import { nextItemDraft } from "#shared/inventory/item-draft.ts";
import { addItems } from "#renderer/work/add-items.ts";
import { openWork } from "#tests/helpers/work.ts";

const file = { id: "file-1", scope: "52.550.21952" };
const draft = (ordinal: number, subject: string) => ({ ...nextItemDraft(ordinal), subject });

it("adds many items at once, each with its own stamp and the file's scope", async () => {
  const work = await openWork();
  const drafts = Array.from({ length: 120 }, (_, at) => draft(at + 1, `Quyết định số ${at + 1}`));
  const readings = await addItems(work, file, drafts);
  expect(readings.every(({ ok }) => ok)).toBe(true);
  const held = await work.db.items.find({ selector: { fileId: "file-1" } }).exec();
  expect(held).toHaveLength(120);
  expect(new Set(held.map(({ scope }) => scope))).toEqual(new Set([file.scope]));
  expect(new Set(held.map(({ clocks }) => clocks["*"])).size).toBe(120);
});

it("keeps out only the lines that are wrong, and says all that is wrong with them", async () => {
  const work = await openWork();
  const readings = await addItems(work, file, [
    draft(1, "Một"),
    draft(1, "Trùng số"),
    draft(2, ""),
    draft(3, "Ba"),
  ]);
  expect(readings.map(({ ok }) => ok)).toEqual([true, false, false, true]);
  expect(readings[1]).toMatchObject({ fault: [{ field: "ordinal", code: "ordinal-twice" }] });
  expect(readings[2]).toMatchObject({ fault: [{ field: "subject", code: "empty" }] });
  const [again] = await addItems(work, file, [draft(3, "Đã có trong hồ sơ")]);
  expect(again).toMatchObject({ ok: false, fault: [{ code: "ordinal-twice" }] });
  expect(await work.db.items.find().exec()).toHaveLength(2);
});
