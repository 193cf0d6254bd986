import fc from "fast-check";
import { expect, it } from "vitest";
import { editRecord } from "#shared/archive/record.ts";
import { addRecords, changeRecord } from "#renderer/db/work.ts";
import { keepHistory, recordChanges, redoStep, undoneReason, undoStep } from "#renderer/work/history.ts";
import { sampleItem, stampAt } from "#tests/helpers/sample-records.ts";
import { openWork } from "#tests/helpers/work.ts";

const ids = ["a", "b", "c"];
const items = () => ids.map((id, at) => sampleItem(id, { ordinal: at + 1, issuer: "UBND xã" }));

async function openWithItems() {
  const work = await openWork();
  await addRecords(work, "items", items());
  const field = async (id: string, name: "issuer" | "signer" | "withdrawn") =>
    (await work.db.items.findOne(id).exec())?.[name];
  return { work, history: keepHistory(), field };
}

it("undoes and redoes a step of many records, with fresh stamps", async () => {
  const { work, history, field } = await openWithItems();
  const edits = ids.map((id) => ({ collection: "items", id, fields: { issuer: "UBND huyện" } }) as const);
  const step = await recordChanges(work, history, "Sửa cơ quan", edits);
  expect(step.changes).toHaveLength(3);
  expect(history.state()).toEqual({ undo: "Sửa cơ quan" });
  const clockAfterEdit = (await work.db.items.findOne("a").exec())?.clocks["issuer"] ?? "";
  expect(await undoStep(work, history)).toEqual({ label: "Sửa cơ quan", changed: 3, left: [] });
  expect(await field("b", "issuer")).toBe("UBND xã");
  expect((await work.db.items.findOne("a").exec())?.clocks["issuer"] ?? "").not.toBe(clockAfterEdit);
  expect(history.state()).toEqual({ redo: "Sửa cơ quan" });
  expect(await redoStep(work, history)).toMatchObject({ changed: 3 });
  expect(await field("c", "issuer")).toBe("UBND huyện");
  expect(await undoStep(work, history)).toMatchObject({ changed: 3 });
  expect(await undoStep(work, history)).toBeUndefined();
});

it("withdraws a created record when its creation is undone, and makes it count again", async () => {
  const { work, history, field } = await openWithItems();
  const record = editRecord(sampleItem("new"), { subject: "Mới" }, work.stamp());
  await recordChanges(work, history, "Thêm", [{ collection: "items", record }]);
  await undoStep(work, history);
  expect(await field("new", "withdrawn")).toBe(undoneReason);
  await redoStep(work, history);
  expect(await field("new", "withdrawn")).toBe("");
});

it("leaves and names what someone has changed since, and gives the rest back", async () => {
  const { work, history, field } = await openWithItems();
  const fields = { issuer: "UBND huyện", signer: "Lê Văn A" };
  await recordChanges(work, history, "Sửa", [
    { collection: "items", id: "a", fields },
    { collection: "items", id: "b", fields },
  ]);
  await changeRecord(work, "items", "a", { issuer: "Sở Nội vụ" });
  const undone = await undoStep(work, history);
  expect(undone).toMatchObject({ changed: 2, left: [{ id: "a", fields: ["issuer"] }] });
  expect([await field("a", "issuer"), await field("a", "signer")]).toEqual(["Sở Nội vụ", "Trần Văn Mẫu"]);
  expect(await field("b", "issuer")).toBe("UBND xã");
  await redoStep(work, history);
  expect([await field("a", "issuer"), await field("a", "signer")]).toEqual(["Sở Nội vụ", "Lê Văn A"]);
});

it("does not withdraw a created record on which another device has worked", async () => {
  const { work, history, field } = await openWithItems();
  const record = editRecord(sampleItem("new"), { subject: "Mới" }, work.stamp());
  await recordChanges(work, history, "Thêm", [{ collection: "items", record }]);
  const other = editRecord(record, { signer: "Người khác" }, stampAt(Date.UTC(2026, 0, 1), "other"));
  await work.db.items.incrementalUpsert(other);
  expect(await undoStep(work, history)).toMatchObject({ changed: 0, left: [{ id: "new" }] });
  expect(await field("new", "withdrawn")).toBe("");
});

it("forgets what was undone once something new is done, and the oldest step beyond its limit", async () => {
  const { work } = await openWithItems();
  const history = keepHistory(2);
  const sign = (signer: string) =>
    recordChanges(work, history, signer, [{ collection: "items", id: "a", fields: { signer } }]);
  await sign("1");
  await sign("2");
  await sign("3");
  await undoStep(work, history);
  await sign("4");
  expect(history.state()).toEqual({ undo: "4" });
  await undoStep(work, history);
  await undoStep(work, history);
  expect(await undoStep(work, history)).toBeUndefined();
});

it("comes back to where it began, however steps, undos and redos follow each other", async () => {
  const action = fc.oneof(
    fc.record({ id: fc.constantFrom(...ids), signer: fc.constantFrom("x", "y", "z") }),
    fc.constantFrom("undo", "redo"),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(action, { maxLength: 12 }), async (actions) => {
      const work = await openWork();
      await addRecords(work, "items", items());
      const history = keepHistory();
      await Promise.all(
        actions.map((one) =>
          one === "undo"
            ? undoStep(work, history)
            : one === "redo"
              ? redoStep(work, history)
              : recordChanges(work, history, "s", [
                  { collection: "items", id: one.id, fields: { signer: one.signer } },
                ]),
        ),
      );
      while (await undoStep(work, history));
      const held = await work.db.items.find().exec();
      expect(held.map(({ signer }) => signer)).toEqual(ids.map(() => "Trần Văn Mẫu"));
      await work.db.close();
    }),
    { numRuns: 12 },
  );
});
