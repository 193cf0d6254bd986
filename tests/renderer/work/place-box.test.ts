import { expect, it } from "vitest";
import type { Box } from "#shared/archive/box.ts";
import { idOfBox } from "#shared/archive/box-id.ts";
import { draftOfBox } from "#shared/inventory/box-draft.ts";
import { mergeRecords } from "#shared/replication/merge.ts";
import { changeRecord } from "#renderer/db/work.ts";
import { keepHistory, redoStep, undoStep } from "#renderer/work/history.ts";
import { placeBox } from "#renderer/work/place-box.ts";
import { openWork } from "#tests/helpers/work.ts";

const box = { fondsId: "fonds-1", inventory: "01", number: "12", scope: "52.550.21952" };
const id = idOfBox(box);
const blank = draftOfBox(undefined);

async function openBox() {
  const work = await openWork();
  const history = keepHistory();
  const held = async () => (await work.db.boxes.findOne(id).exec())?.toJSON() as Box | undefined;
  const place = (fields: Partial<typeof blank>) =>
    placeBox(work, { history, label: "Hộp 12" }, box, { ...blank, ...fields });
  return { work, history, held, place };
}

it("writes where a box stands; undo gives its fields back and does not withdraw it", async () => {
  const { work, history, held, place } = await openBox();
  expect(await place({ room: " Kho  1 ", shelf: "3", metres: "0,125" })).toMatchObject({ ok: true });
  expect(await held()).toMatchObject({ ...box, room: "Kho 1", shelf: "3", metres: 0.13 });
  await place({ room: "Kho 1", shelf: "4" });
  expect(await held()).toMatchObject({ shelf: "4", metres: 0 });
  await undoStep(work, history);
  expect(await held()).toMatchObject({ shelf: "3", metres: 0.13 });
  await undoStep(work, history);
  expect(await held()).toMatchObject({ room: "", shelf: "", metres: 0, withdrawn: "" });
  await redoStep(work, history);
  expect(await held()).toMatchObject({ room: "Kho 1", shelf: "3" });
});

it("makes one record of what two devices write of a box without hearing of each other", async () => {
  const district = await openBox();
  await district.place({ shelf: "7", condition: "02" });
  const other = await district.held();
  await district.work.db.close();
  const commune = await openBox();
  await commune.place({ room: "Kho 1", note: "Ẩm" });
  const one = await commune.held();
  if (!one || !other) throw new Error("no box was written");
  expect(one.id).toBe(other.id);
  expect(mergeRecords(one, other)).toMatchObject({ room: "Kho 1", note: "Ẩm", shelf: "7", condition: "02" });
  // The commune hears of the district, and takes back its own step: the district's words stay.
  await commune.work.db.boxes.incrementalUpsert(mergeRecords(one, other));
  await undoStep(commune.work, commune.history);
  expect(await commune.held()).toMatchObject({ room: "", note: "", shelf: "7", withdrawn: "" });
});

it("makes a withdrawn box count again", async () => {
  const { work, held, place } = await openBox();
  await place({ room: "1" });
  await changeRecord(work, "boxes", id, { withdrawn: "nhầm" });
  await place({ room: "2" });
  expect(await held()).toMatchObject({ room: "2", withdrawn: "" });
});

it("writes nothing of a form that is wrong, and says all that is", async () => {
  const { held, place } = await openBox();
  const answer = await place({ room: "x".repeat(61), metres: "mười", note: "Tài liệu Tối mật" });
  expect(answer).toMatchObject({
    ok: false,
    fault: [
      { field: "room", code: "too-long", limit: 60 },
      { field: "metres", code: "measure-not-read" },
      { field: "note", code: "secret" },
    ],
  });
  expect(await place({ metres: "100" })).toMatchObject({ fault: [{ code: "number-too-large", limit: 99 }] });
  expect(await held()).toBeUndefined();
});
