import { describe, expect, test } from "vitest";
import { collectionNames, type CollectionName } from "#shared/archive/collections.ts";
import { editRecord } from "#shared/archive/record.ts";
import { syncRound } from "#shared/replication/engine.ts";
import { openPortion } from "#shared/replication/portion.ts";
import type { SyncStore } from "#shared/replication/sync-store.ts";
import { type SyncWire, WireFault } from "#shared/replication/sync-wire.ts";
import { memoryProvince } from "#tests/helpers/memory-province.ts";
import { memoryStore } from "#tests/helpers/memory-store.ts";
import { sampleBatch, sampleFile, sampleFonds, sampleItem, stampAt } from "#tests/helpers/sample-records.ts";

const now = () => Date.UTC(2025, 5, 1);
const digests = (store: SyncStore) => collectionNames.map((name) => store.digest(name).digest);

describe("a round", () => {
  test("makes two devices and the province equal", async () => {
    const province = memoryProvince();
    const [one, other] = [memoryStore(), memoryStore()];
    one.write("fonds", sampleFonds("fonds-1"));
    for (let at = 0; at < 7; at += 1) one.write("files", sampleFile(`file-${at}`));
    other.write("files", sampleFile("file-other"));

    const first = await syncRound({ now, store: one, wire: province.wire, portion: openPortion(3, 3) });
    expect(first).toMatchObject({ equal: true, healed: 0, pushed: 8, refused: 0, fault: undefined });
    const second = await syncRound({ now, store: other, wire: province.wire, portion: openPortion(3, 3) });
    expect(second).toMatchObject({ equal: true, healed: 0, pushed: 1 });
    expect(second.pulled).toBeGreaterThanOrEqual(8);
    expect(await syncRound({ now, store: one, wire: province.wire })).toMatchObject({
      equal: true,
      pushed: 0,
    });
    expect(digests(one)).toEqual(digests(other));
    expect(digests(one)).toEqual(digests(province.store));
  });

  test("sends parents before children", async () => {
    const province = memoryProvince();
    const store = memoryStore();
    store.write("files", sampleFile("file-1"));
    store.write("fonds", sampleFonds("fonds-1"));
    const order: CollectionName[] = [];
    const push: SyncWire["push"] = (collection, rows) => {
      order.push(collection);
      return province.wire.push(collection, rows);
    };
    await syncRound({ now, store, wire: { ...province.wire, push } });
    expect(order).toEqual(["fonds", "files"]);
  });

  test("a device that edits what another edited takes the merged state out of the push's answer", async () => {
    const province = memoryProvince();
    const [one, other] = [memoryStore(), memoryStore()];
    const file = sampleFile("file-1");
    one.write("files", file);
    await syncRound({ now, store: one, wire: province.wire });
    await syncRound({ now, store: other, wire: province.wire });
    one.write("files", editRecord(file, { title: "Hồ sơ A" }, stampAt(10, "one")));
    other.write("files", editRecord(file, { box: "99" }, stampAt(11, "other")));
    await syncRound({ now, store: one, wire: province.wire });
    await syncRound({ now, store: other, wire: province.wire });
    expect(other.read("files", "file-1")).toMatchObject({ title: "Hồ sơ A", box: "99" });
    await syncRound({ now, store: one, wire: province.wire });
    expect(one.read("files", "file-1")).toMatchObject({ title: "Hồ sơ A", box: "99" });
  });
});

describe("the three pits of cursors", () => {
  // With `believing`, the comparison says "equal" whatever is held: each pit must then stay open.
  const believing = (wire: SyncWire, store: SyncStore): SyncWire => ({
    ...wire,
    digest: (collection) => Promise.resolve(store.digest(collection)),
  });

  const pits: Record<string, () => { store: SyncStore; wire: SyncWire; other: SyncStore }> = {
    "a record hidden from push because the cursor had passed it": () => {
      const province = memoryProvince();
      const store = memoryStore();
      for (const id of ["file-1", "file-2"]) store.write("files", sampleFile(id));
      const unsent: SyncStore["unsent"] = (collection, after, limit) => {
        const { documents, seq } = store.unsent(collection, after, limit);
        return { documents: documents.filter(({ id }) => id !== "file-1"), seq };
      };
      return { store: { ...store, unsent }, wire: province.wire, other: province.store };
    },
    "a pulled row that the receiver dropped in silence": () => {
      const province = memoryProvince();
      const store = memoryStore();
      for (const id of ["file-1", "file-2"]) province.store.write("files", sampleFile(id));
      let drops = 1;
      const merge: SyncStore["merge"] = (collection, documents) => {
        const kept = documents.filter(({ id }) => id !== "file-1" || drops-- <= 0);
        store.merge(collection, kept);
      };
      return { store: { ...store, merge }, wire: province.wire, other: province.store };
    },
    "a pushed row whose handler threw once and was skipped": () => {
      const province = memoryProvince();
      const store = memoryStore();
      for (const id of ["file-1", "file-2"]) store.write("files", sampleFile(id));
      let throws = 1;
      const push: SyncWire["push"] = (collection, rows) =>
        province.wire.push(
          collection,
          rows.filter(({ newDocumentState }) => newDocumentState.id !== "file-1" || throws-- <= 0),
        );
      return { store, wire: { ...province.wire, push }, other: province.store };
    },
  };

  for (const [name, dig] of Object.entries(pits)) {
    test(`${name}: found and healed`, async () => {
      const { store, wire, other } = dig();
      await syncRound({ now, store, wire: believing(wire, store) });
      await syncRound({ now, store, wire: believing(wire, store) });
      expect(digests(store), "without the comparison the record stays lost").not.toEqual(digests(other));

      const report = await syncRound({ now, store, wire });
      expect(report).toMatchObject({ equal: true, healed: 1 });
      expect(digests(store)).toEqual(digests(other));
    });
  }
});

describe("what the province does not take", () => {
  test("is kept with its reason, not sent again until it changes, and not compared", async () => {
    const province = memoryProvince({
      refuse: (_, { id, title }) => (id === "file-1" && title !== "đã sửa" ? "not-your-scope" : undefined),
    });
    const store = memoryStore();
    const refusedFile = sampleFile("file-1");
    store.write("files", refusedFile);
    store.write("files", sampleFile("file-2"));
    expect(await syncRound({ now, store, wire: province.wire })).toMatchObject({
      equal: true,
      pushed: 1,
      refused: 1,
    });
    expect(store.refused("files")).toMatchObject([{ id: "file-1", code: "not-your-scope" }]);
    let pushes = 0;
    const push: SyncWire["push"] = (collection, rows) => {
      pushes += rows.length;
      return province.wire.push(collection, rows);
    };
    const wire = { ...province.wire, push };
    expect(await syncRound({ now, store, wire })).toMatchObject({ equal: true, refused: 1 });
    expect(pushes).toBe(0);
    store.write("files", editRecord(refusedFile, { title: "đã sửa" }, stampAt(20)));
    expect(await syncRound({ now, store, wire })).toMatchObject({ equal: true, refused: 0, pushed: 1 });
    expect(digests(store)).toEqual(digests(province.store));
  });

  test("a refused edit of a record that the province has in a former state leaves the rest comparable", async () => {
    const province = memoryProvince({
      refuse: (_, { title }) => (title === "mật" ? "secret" : undefined),
    });
    const store = memoryStore();
    const file = sampleFile("file-1");
    store.write("files", file);
    await syncRound({ now, store, wire: province.wire });
    store.write("files", editRecord(file, { title: "mật" }, stampAt(20)));
    expect(await syncRound({ now, store, wire: province.wire })).toMatchObject({ equal: true, refused: 1 });
    province.store.write("files", sampleFile("file-9"));
    const deaf: SyncWire = {
      ...province.wire,
      pull: (_, { checkpoint }) => Promise.resolve({ documents: [], checkpoint }),
    };
    expect(await syncRound({ now, store, wire: deaf })).toMatchObject({ equal: true, healed: 1 });
    expect(store.read("files", "file-9")).toBeDefined();
  });

  test("batches too large are split until they fit; a single record too large is put on the list", async () => {
    const province = memoryProvince();
    const store = memoryStore();
    for (let at = 0; at < 10; at += 1) store.write("files", sampleFile(`file-${at}`));
    store.write("files", sampleFile("file-big", { note: "x".repeat(5000) }));
    const push: SyncWire["push"] = (collection, rows) =>
      JSON.stringify(rows).length > 3000
        ? Promise.reject(new WireFault("too-large", "413"))
        : province.wire.push(collection, rows);
    const report = await syncRound({ now, store, wire: { ...province.wire, push } });
    expect(report).toMatchObject({ equal: true, refused: 1, pushed: 10, fault: undefined });
    expect(store.refused("files")).toMatchObject([{ id: "file-big", code: "too-large" }]);
  });

  test("one request stays within the given bytes", async () => {
    const province = memoryProvince();
    const store = memoryStore();
    for (let at = 0; at < 20; at += 1) store.write("files", sampleFile(`file-${at}`));
    const sizes: number[] = [];
    const push: SyncWire["push"] = (collection, rows) => {
      sizes.push(Buffer.byteLength(JSON.stringify(rows)));
      return province.wire.push(collection, rows);
    };
    await syncRound({ now, store, wire: { ...province.wire, push }, batchBytes: 4000 });
    expect(sizes.length).toBeGreaterThan(3);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(4000);
  });
});

describe("a province that is another, or answers nonsense", () => {
  test("a store with another life gets everything again", async () => {
    const store = memoryStore();
    for (let at = 0; at < 5; at += 1) store.write("files", sampleFile(`file-${at}`));
    await syncRound({ now, store, wire: memoryProvince().wire });
    expect(store.unsent("files", 0, 10).documents).toEqual([]);
    const restored = memoryProvince({ epoch: "life-2" });
    const report = await syncRound({ now, store, wire: restored.wire });
    expect(report).toMatchObject({ equal: true, otherLife: true, pushed: 5 });
    expect(digests(store)).toEqual(digests(restored.store));
  });

  test("a restored copy of the same life gets what it lacks", async () => {
    const store = memoryStore();
    for (let at = 0; at < 5; at += 1) store.write("files", sampleFile(`file-${at}`));
    await syncRound({ now, store, wire: memoryProvince().wire });
    const restored = memoryProvince();
    restored.store.write("files", sampleFile("file-0"));
    expect(await syncRound({ now, store, wire: restored.wire })).toMatchObject({ equal: true, healed: 4 });
    expect(digests(store)).toEqual(digests(restored.store));
  });

  test("a pull that never ends is garbled, and every fault keeps what was done", async () => {
    const province = memoryProvince();
    const store = memoryStore();
    store.write("files", sampleFile("file-1"));
    const documents = [{ ...sampleFile("file-2") }, { ...sampleFile("file-3") }];
    const pull: SyncWire["pull"] = () => Promise.resolve({ documents, checkpoint: { epoch: "e", seq: 2 } });
    const report = await syncRound({
      now,
      store,
      wire: { ...province.wire, pull },
      portion: openPortion(2, 2),
    });
    expect(report.fault?.kind).toBe("garbled");
    expect(report).toMatchObject({ equal: false, pushed: 1 });
    expect(province.store.read("files", "file-1")).toBeDefined();
    expect(store.unsent("files", 0, 10).documents).toEqual([]);
  });

  test("nothing counts as sent, and no checkpoint moves, before the province answered", async () => {
    const store = memoryStore();
    store.write("files", sampleFile("file-1"));
    const down = () => Promise.reject(new WireFault("unreachable", "down"));
    const wire: SyncWire = { push: down, pull: down, digest: down, buckets: down, hashes: down, read: down };
    const report = await syncRound({ now, store, wire });
    expect(report).toMatchObject({ equal: false, pushed: 0 });
    expect(store.unsent("files", 0, 10).documents).toHaveLength(1);
    expect(store.pulled("files")).toBeNull();
  });

  test("a fault of the store itself is not the wire's: it rejects, and the checkpoint stays", async () => {
    const province = memoryProvince();
    province.store.write("files", sampleFile("file-1"));
    const store = memoryStore();
    const merge = () => {
      throw new Error("disk full");
    };
    await expect(syncRound({ now, store: { ...store, merge }, wire: province.wire })).rejects.toThrow(
      "disk full",
    );
    expect(store.pulled("files")).toBeNull();
  });
});

test("an acceptance that is given while a round goes on never goes before what it was given for", async () => {
  const province = memoryProvince();
  const store = memoryStore();
  const batch = sampleBatch("batch-1", { state: "checking" });
  const item = sampleItem("item-1", { fileId: "file-1" });
  store.write("fonds", sampleFonds("fonds-1"));
  store.write("batches", batch);
  store.write("files", sampleFile("file-1", { batchId: "batch-1" }));
  store.write("items", item);
  const seal = { digest: "a".repeat(64), files: [] };
  const sent: string[] = [];
  let accepted = false;
  const wire: SyncWire = {
    ...province.wire,
    push(collection, rows) {
      for (const { newDocumentState } of rows) {
        const isAcceptance = collection === "batches" && "seal" in newDocumentState;
        if (collection === "items" || isAcceptance) sent.push(isAcceptance ? "acceptance" : "item");
      }
      return province.wire.push(collection, rows);
    },
    digest(collection) {
      // All was sent, and is being compared: now the last item is checked and the batch accepted.
      if (!accepted) {
        accepted = true;
        const check = { checkedAt: "2025-06-01T02:00:00.000Z", checkedBy: "Lan" };
        store.write("items", editRecord(item, check, stampAt(10, "one")));
        store.write("batches", editRecord(batch, { state: "accepted", seal }, stampAt(11, "one")));
      }
      return province.wire.digest(collection);
    },
  };
  await syncRound({ now, store, wire });
  const last = await syncRound({ now, store, wire });
  expect(last).toMatchObject({ equal: true });
  expect(sent.at(-1)).toBe("acceptance");
  expect(sent.filter((what) => what === "item")).toHaveLength(2);
  expect(sent.indexOf("acceptance")).toBeGreaterThan(sent.lastIndexOf("item"));
  expect(digests(store)).toEqual(digests(province.store));
});
