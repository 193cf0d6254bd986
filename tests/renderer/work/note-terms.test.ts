import { expect, it } from "vitest";
import { termId } from "#shared/archive/term-id.ts";
import type { IsKnownTerm } from "#shared/inventory/name-terms.ts";
import { addRecords } from "#renderer/db/work.ts";
import { type Edit, keepHistory, recordChanges, redoStep, undoStep } from "#renderer/work/history.ts";
import { termsBeside } from "#renderer/work/note-terms.ts";
import { sampleItem } from "#tests/helpers/sample-records.ts";
import { openWork } from "#tests/helpers/work.ts";

const scope = "52.550.21952";
const label = "Hợp tác xã Tuy Phước";
const id = termId(scope, "issuer", label);
const isKnown: IsKnownTerm = (_list, name) => name === "Chính phủ";

async function openTwo() {
  const work = await openWork();
  await addRecords(work, "items", [
    sampleItem("a", { issuer: "", signer: "" }),
    sampleItem("b", { issuer: "UBND cũ", signer: "" }),
  ]);
  const history = keepHistory();
  const save = async (...edits: Edit[]) =>
    recordChanges(work, history, "Sửa", [...edits, ...(await termsBeside(work, edits, isKnown))]);
  const change = (item: string, fields: { issuer?: string; signer?: string }) =>
    save({ collection: "items", id: item, fields });
  const terms = async () => (await work.db.terms.find().exec()).map((term) => term.toJSON());
  return { work, history, save, change, terms };
}

it("writes one local term of the unit for a new name, beside the record", async () => {
  const { save, change, terms } = await openTwo();
  await save({
    collection: "items",
    record: sampleItem("c", { ordinal: 9, issuer: label, signer: "Lê Văn Ký" }),
  });
  await change("a", { issuer: "hợp tác xã tuy phước" });
  const made = await terms();
  expect(made).toHaveLength(2);
  expect(made).toContainEqual(
    expect.objectContaining({ id, scope, list: "issuer", label, standing: "local" }),
  );
  expect(made).toContainEqual(expect.objectContaining({ list: "signer", label: "Lê Văn Ký" }));
});

it("writes none for what is known, empty, or in the record already", async () => {
  const { change, terms } = await openTwo();
  await change("a", { issuer: "Chính phủ", signer: "" });
  await change("b", { issuer: "UBND cũ" });
  expect(await terms()).toEqual([]);
});

it("is undone with the record, redone with it, and counts again when the name comes back", async () => {
  const { work, history, change, terms } = await openTwo();
  await change("a", { issuer: label });
  expect(await undoStep(work, history)).toMatchObject({ changed: 1, left: [] });
  expect(await terms()).toMatchObject([{ id, withdrawn: "Hoàn tác" }]);
  expect(await work.db.items.findOne("a").exec()).toMatchObject({ issuer: "" });
  await redoStep(work, history);
  expect(await terms()).toMatchObject([{ id, withdrawn: "" }]);
  await undoStep(work, history);
  await change("b", { issuer: label });
  expect(await terms()).toMatchObject([{ id, withdrawn: "" }]);
});
