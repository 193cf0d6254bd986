import { expect, test } from "vitest";
import type { CollectionName } from "#shared/archive/collections.ts";
import { editRecord } from "#shared/archive/record.ts";
import { syncRound } from "#shared/replication/engine.ts";
import type { Held, PushRow } from "#shared/replication/messages.ts";
import { parentsOf } from "#shared/replication/parents.ts";
import type { SyncWire } from "#shared/replication/sync-wire.ts";
import { memoryProvince } from "#tests/helpers/memory-province.ts";
import { memoryStore } from "#tests/helpers/memory-store.ts";
import { sampleFile, sampleFonds, sampleItem, stampAt } from "#tests/helpers/sample-records.ts";

test("a record's parents are those that contain it; an empty name is none, a group waits for no group", () => {
  const parents = (collection: CollectionName, record: Parameters<typeof parentsOf>[1]) =>
    parentsOf(collection, record).map((parent) => `${parent.collection}/${parent.id}`);
  expect(parents("files", sampleFile("a", { fondsId: "f", batchId: "b" }))).toEqual(["fonds/f", "batches/b"]);
  expect(parents("files", sampleFile("a", { fondsId: "f", batchId: "" }))).toEqual(["fonds/f"]);
  expect(parents("items", sampleItem("a", { fileId: "h" }))).toEqual(["files/h"]);
  const group = { ...sampleFonds("g"), fondsId: "f", parentId: "other" };
  expect(parents("groups", group)).toEqual(["fonds/f"]);
});

test("what the province keeps for its parent is not counted as sent, not sent again at once, and heard of when filed", async () => {
  const province = memoryProvince();
  const store = memoryStore();
  const file = sampleFile("file-1");
  store.write("fonds", sampleFonds("fonds-1"));
  store.write("files", file);
  const sent: string[] = [];
  const kept = new Map<string, PushRow>();
  let keeps = true;
  const push: SyncWire["push"] = async (collection, rows) => {
    sent.push(...rows.map(({ newDocumentState }) => newDocumentState.id));
    if (collection !== "files" || !keeps) return province.wire.push(collection, rows);
    for (const row of rows) kept.set(row.newDocumentState.id, row);
    const held = rows.map(({ newDocumentState: { id } }): Held => ({
      id,
      collection: "fonds",
      parentId: "fonds-2",
    }));
    return { conflicts: [], refused: [], held };
  };
  let at = Date.UTC(2025, 5, 1);
  const round = () => syncRound({ now: () => at, store, wire: { ...province.wire, push } });
  expect(await round()).toMatchObject({ equal: true, held: 1, refused: 0, pushed: 1, fault: undefined });
  expect(store.refused("files")).toMatchObject([{ id: "file-1", code: "held", detail: "fonds/fonds-2" }]);
  expect(await round()).toMatchObject({ held: 1, pushed: 0 });
  expect(sent).toEqual(["fonds-1", "file-1"]);
  // A change is sent; so is everything that waits, after an hour.
  store.write("files", editRecord(file, { note: "sửa" }, stampAt(10)));
  await round();
  at += 3_700_000;
  await round();
  expect(sent).toEqual(["fonds-1", "file-1", "file-1", "file-1"]);
  // Its parent came there, from another: the record is pulled.
  keeps = false;
  await province.wire.push("files", [...kept.values()]);
  expect(await round()).toMatchObject({ equal: true, held: 0, pushed: 0 });
  expect(store.unsent("files", 0, 10).documents).toEqual([]);
});
