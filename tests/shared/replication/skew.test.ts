import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CollectionName } from "#shared/archive/collections.ts";
import type { ArchiveRecord } from "#shared/archive/record.ts";
import { packClocks } from "#shared/base/clock.ts";
import { syncRound } from "#shared/replication/engine.ts";
import { type SyncWire, WireFault } from "#shared/replication/sync-wire.ts";
import { mergeRecords, sameRecord } from "#shared/replication/merge.ts";
import { memoryProvince } from "#tests/helpers/memory-province.ts";
import { memoryStore } from "#tests/helpers/memory-store.ts";
import { sampleNote, samplePoint } from "#tests/helpers/sample-desk-records.ts";
import { sampleFile } from "#tests/helpers/sample-records.ts";

const now = () => Date.UTC(2025, 5, 1);
const day = 86_400_000;

/** States of one record as versions with different fields write it: each field there or not, each with its clock. */
const states = fc
  .array(
    fc.record({
      field: fc.constantFrom("title", "box", "later", "latest"),
      value: fc.constantFrom("a", "b", "ă"),
      clock: fc.constantFrom("0000000010000-x", "0000000020000-y", "0000000020001-x"),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((writes): ArchiveRecord => {
    const fields = Object.fromEntries(writes.map(({ field, value }) => [field, value]));
    const clocks = packClocks(new Map(writes.map(({ field, clock }) => [field, clock])));
    return { id: "one", ...fields, clocks } as unknown as ArchiveRecord;
  });

describe("records of different versions", () => {
  test("merge to one whatever the order, and no field of a version is dropped by another", () => {
    fc.assert(
      fc.property(states, states, states, (one, other, third) => {
        const merged = mergeRecords(mergeRecords(one, other), third);
        expect(sameRecord(merged, mergeRecords(third, mergeRecords(other, one)))).toBe(true);
        expect(sameRecord(mergeRecords(merged, other), merged)).toBe(true);
        const fields = new Set([one, other, third].flatMap((state) => Object.keys(state)));
        expect(new Set(Object.keys(merged))).toEqual(fields);
      }),
    );
  });

  test("an older desk keeps what it does not know, and an edit from a shape without it takes nothing away", async () => {
    const province = memoryProvince();
    province.store.write("files", { ...sampleFile("file-1"), later: "mới" } as ReturnType<typeof sampleFile>);
    const store = memoryStore();
    await syncRound({ store, wire: province.wire, now });
    store.write("files", sampleFile("file-1", { title: "Sửa", clocks: { "*": "zz0000000000a-desk" } }));
    expect(await syncRound({ store, wire: province.wire, now })).toMatchObject({ equal: true });
    expect(province.store.read("files", "file-1")).toMatchObject({ title: "Sửa", later: "mới" });
  });

  test("what an older desk cannot take is put aside, does not trouble its rounds, and is taken by its next version", async () => {
    const province = memoryProvince();
    province.store.write("files", sampleFile("file-new", { box: "shelf" }));
    province.store.write("files", sampleFile("file-old"));
    let version = 1;
    const store = memoryStore({
      full: () => false,
      knows: (record) => version > 1 || Reflect.get(record, "box") !== "shelf",
    });
    for (let at = 0; at < 3; at += 1) {
      const report = await syncRound({ store, wire: province.wire, now });
      expect(report).toMatchObject({ equal: true, fault: undefined });
    }
    expect(store.ids("files")).toEqual(["file-old"]);
    version = 2;
    store.restarted();
    expect(await syncRound({ store, wire: province.wire, now })).toMatchObject({ equal: true, healed: 1 });
    expect(store.ids("files").sort()).toEqual(["file-new", "file-old"]);
  });

  test("a province that does not know a collection takes all others; what is of it waits, and goes when it does", async () => {
    const province = memoryProvince();
    let version = 1;
    const asked: string[] = [];
    const older = <Call extends keyof SyncWire>(call: Call) =>
      (async (collection: CollectionName, ...more: unknown[]) => {
        if (collection === "notes") asked.push(call);
        if (version === 1 && collection === "notes") throw new WireFault("unknown-collection", call);
        return (province.wire[call] as (...all: unknown[]) => Promise<unknown>)(collection, ...more);
      }) as SyncWire[Call];
    const wire: SyncWire = {
      ...{ push: older("push"), pull: older("pull"), digest: older("digest") },
      ...{ buckets: older("buckets"), hashes: older("hashes"), read: older("read") },
    };
    const store = memoryStore();
    store.write("files", sampleFile("file-1"));
    expect(await syncRound({ store, wire, now })).toMatchObject({ equal: true, pushed: 1, waiting: [] });
    store.write("notes", sampleNote("note-1"));
    store.write("points", samplePoint("point-1"));
    asked.length = 0;
    const round = await syncRound({ store, wire, now });
    expect(round).toMatchObject({
      equal: false,
      waiting: ["notes"],
      refused: 0,
      pushed: 1,
      fault: undefined,
    });
    expect(asked).toEqual(["push"]);
    expect(province.store.read("points", "point-1")).toBeDefined();
    version = 2;
    const after = await syncRound({ store, wire, now });
    expect(after).toMatchObject({ equal: true, waiting: [], pushed: 1, refused: 0 });
    expect(province.store.read("notes", "note-1")).toBeDefined();
  });

  test("who knows no collection at all is no older province", async () => {
    const unknown = async () => Promise.reject(new WireFault("unknown-collection", "proxy"));
    const calls = {
      push: unknown,
      pull: unknown,
      digest: unknown,
      buckets: unknown,
      hashes: unknown,
      read: unknown,
    };
    const round = await syncRound({ store: memoryStore(), wire: calls, now });
    expect(round).toMatchObject({ equal: false, fault: { kind: "garbled" } });
  });

  test("what an older province refuses stays on the list and goes again a day later, by itself", async () => {
    let version = 1;
    const province = memoryProvince({
      refuse: (_, { box }) => (version === 1 && box === "shelf" ? "not-a-record" : undefined),
    });
    const store = memoryStore();
    store.write("files", sampleFile("file-new", { box: "shelf" }));
    const round = (ms: number) => syncRound({ store, wire: province.wire, now: () => now() + ms });
    expect(await round(0)).toMatchObject({ equal: true, refused: 1 });
    version = 2;
    expect(await round(day / 2)).toMatchObject({ refused: 1, pushed: 0 });
    expect(await round(day)).toMatchObject({ equal: true, refused: 0, pushed: 1 });
  });
});
