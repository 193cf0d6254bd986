import fc from "fast-check";
import { expect, it } from "vitest";
import { beginBox, idOfBox } from "#shared/archive/box-id.ts";
import { placeOfBox } from "#shared/archive/box-place.ts";
import { editRecord } from "#shared/archive/record.ts";
import { recordShapes } from "#shared/archive/shapes.ts";
import { mergeRecords, sameRecord } from "#shared/replication/merge.ts";
import { stampAt } from "#tests/helpers/sample-records.ts";

const name = { fondsId: "fonds-1", inventory: "01", number: "12" };

it("names one box alike on every device, and no two boxes alike", () => {
  expect(idOfBox(name)).toMatch(/^[0-9a-f]{40}$/);
  expect(idOfBox({ ...name })).toBe(idOfBox(name));
  expect(idOfBox({ ...name, number: "Hộp 1".normalize("NFD") })).toBe(idOfBox({ ...name, number: "Hộp 1" }));
  // What stands before and after the border of two fields is not one text.
  expect(idOfBox({ ...name, inventory: "0", number: "112" })).not.toBe(idOfBox(name));
  const text = fc.string({ maxLength: 20 });
  const names = fc.record({ fondsId: text, inventory: text, number: text });
  fc.assert(
    fc.property(names, names, (one, other) => {
      const key = (box: typeof one) =>
        JSON.stringify([box.fondsId, box.inventory, box.number].map((part) => part.normalize("NFC")));
      expect(idOfBox(one) === idOfBox(other)).toBe(key(one) === key(other));
    }),
  );
});

it("is a whole record from the beginning", () => {
  expect(recordShapes.boxes.Check(beginBox(name, "52.550.21952", stampAt(5)))).toBe(true);
});

it("keeps what each of two devices says of a box that both began, in whatever order they meet", () => {
  const at = (ms: number, device: string, fields: { room?: string; shelf?: string; metres?: number }) =>
    editRecord(beginBox(name, "52.550.21952", stampAt(ms, device)), fields, stampAt(ms, device));
  const one = at(10, "xa", { room: "Kho 1", shelf: "3" });
  const other = at(20, "huyen", { shelf: "4", metres: 0.12 });
  const merged = mergeRecords(one, other);
  expect(merged).toMatchObject({ room: "Kho 1", shelf: "4", metres: 0.12, withdrawn: "" });
  expect(sameRecord(merged, mergeRecords(other, one))).toBe(true);
});

it("says where a box stands in one line, naming bare numbers and leaving words as they are", () => {
  const box = beginBox(name, "52.550.21952", stampAt(5));
  expect(placeOfBox(undefined)).toBe("");
  expect(placeOfBox(box)).toBe("");
  expect(placeOfBox({ ...box, room: "2", shelf: "A", tier: "Ngăn 3" })).toBe("Kho 2, giá A, Ngăn 3");
  expect(placeOfBox({ ...box, shelf: "14" })).toBe("Giá 14");
  expect(placeOfBox({ ...box, shelf: "14", withdrawn: "nhầm" })).toBe("");
});
