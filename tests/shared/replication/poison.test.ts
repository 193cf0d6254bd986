import { describe, expect, test } from "vitest";
import { collectionNames, type CollectionName } from "#shared/archive/collections.ts";
import { editRecord } from "#shared/archive/record.ts";
import { syncRound } from "#shared/replication/engine.ts";
import type { PushRow } from "#shared/replication/messages.ts";
import { type SyncWire, WireFault } from "#shared/replication/sync-wire.ts";
import { memoryProvince, type MemoryProvince } from "#tests/helpers/memory-province.ts";
import { memoryStore, type MemoryStore } from "#tests/helpers/memory-store.ts";
import { sampleFile, sampleItem, stampAt } from "#tests/helpers/sample-records.ts";

const start = Date.UTC(2025, 5, 1);
const minute = 60_000;

/** The province with a wire that fails (500) on every push that holds a poisonous row, and counts its requests. */
function poisoned(province: MemoryProvince, poison: (row: PushRow) => boolean) {
  const seen = { pushes: 0, rows: 0 };
  const push: SyncWire["push"] = (collection: CollectionName, rows) => {
    seen.pushes += 1;
    seen.rows += rows.length;
    if (rows.some(poison)) return Promise.reject(new WireFault("fails-on-it", "500"));
    return province.wire.push(collection, rows);
  };
  return { seen, wire: { ...province.wire, push } };
}

function filled(count: number): MemoryStore {
  const store = memoryStore();
  for (let at = 0; at < count; at += 1) store.write("files", sampleFile(`file-${at}`));
  store.write("items", sampleItem("item-1", { fileId: "file-1" }));
  return store;
}

const titled =
  (...ids: string[]) =>
  ({ newDocumentState }: PushRow) =>
    ids.includes(newDocumentState.id);

describe("a record on which the province fails each time", () => {
  test("is found, put on the list, and everything else passes", async () => {
    const province = memoryProvince();
    const store = filled(200);
    const { wire, seen } = poisoned(province, titled("file-77", "file-78", "file-150"));
    const report = await syncRound({ store, wire, now: () => start });
    expect(report).toMatchObject({ equal: true, refused: 3, pushed: 198, fault: undefined });
    expect(
      store
        .refused("files")
        .map(({ id, code }) => `${id} ${code}`)
        .sort(),
    ).toEqual(["file-150 province-fails", "file-77 province-fails", "file-78 province-fails"]);
    expect(province.store.ids("files")).toHaveLength(197);
    expect(province.store.ids("items")).toEqual(["item-1"]);
    expect(seen.pushes).toBeLessThan(50);
  });

  test("is tried again ever more rarely, and at once when it changed", async () => {
    const province = memoryProvince();
    const store = filled(3);
    const { wire, seen } = poisoned(
      province,
      ({ newDocumentState: row }) => row.id === "file-1" && !("note" in row && row.note === "ngắn"),
    );
    let now = start;
    const round = async (at: number) => {
      now = at;
      seen.pushes = 0;
      return syncRound({ store, wire, now: () => now });
    };
    await round(start);
    expect(await round(start + minute / 2)).toMatchObject({ equal: true, refused: 1 });
    expect(seen.pushes).toBe(0);
    await round(start + minute);
    expect(seen.pushes).toBe(1);
    await round(start + 2 * minute);
    expect(seen.pushes).toBe(0);
    await round(start + 3 * minute);
    expect(seen.pushes).toBe(1);
    expect(store.refused("files")).toMatchObject([{ tries: 3 }]);
    const known = store.read("files", "file-1");
    if (!known) throw new Error("no file");
    store.write("files", editRecord(known, { note: "ngắn" }, stampAt(20)));
    expect(await round(start + 3 * minute + 1)).toMatchObject({ equal: true, refused: 0, pushed: 1 });
    expect(province.store.ids("files")).toHaveLength(3);
  });

  test("is not looked for where the province answers nothing at all", async () => {
    const store = filled(200);
    let asked = 0;
    const down = () => {
      asked += 1;
      return Promise.reject(new WireFault("fails-on-it", "500"));
    };
    const wire: SyncWire = { push: down, pull: down, digest: down, buckets: down, hashes: down, read: down };
    const report = await syncRound({ store, wire, now: () => start });
    expect(report).toMatchObject({ equal: false, refused: 0, fault: { kind: "fails-on-it" } });
    expect(asked).toBeLessThanOrEqual(2);
  });

  test("is not taken for the fault of a province that reads but cannot write: the halving ends, the reading goes on", async () => {
    const province = memoryProvince();
    province.store.write("files", sampleFile("file-there"));
    const store = filled(500);
    let full = true;
    const { wire, seen } = poisoned(province, () => full);
    let now = start;
    const report = await syncRound({ store, wire, now: () => now });
    expect(report).toMatchObject({ equal: false, fault: { kind: "fails-on-it" } });
    expect(seen.pushes).toBeLessThan(25);
    expect(store.read("files", "file-there")).toBeDefined();
    full = false;
    now += 15 * minute;
    expect(await syncRound({ store, wire, now: () => now })).toMatchObject({ equal: true, refused: 0 });
    for (const name of collectionNames) {
      expect(store.digest(name), name).toEqual(province.store.digest(name));
    }
  });
});
