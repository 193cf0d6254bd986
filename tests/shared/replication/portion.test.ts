import { expect, test } from "vitest";
import { syncRound } from "#shared/replication/engine.ts";
import type { PullAnswer } from "#shared/replication/messages.ts";
import { openPortion, type Portion } from "#shared/replication/portion.ts";
import { type SyncWire, WireFault } from "#shared/replication/sync-wire.ts";
import { memoryProvince } from "#tests/helpers/memory-province.ts";
import { memoryStore } from "#tests/helpers/memory-store.ts";
import { sampleFile } from "#tests/helpers/sample-records.ts";

/** A line on which each record takes so many milliseconds, either way, and no request may take longer than 90 seconds. */
function slowLine(msForEach: number) {
  const province = memoryProvince();
  const time = { ms: Date.UTC(2025, 5, 1) };
  const pushes: number[] = [];
  const carry = (rows: number) => {
    const took = rows * msForEach;
    time.ms += Math.min(took, 90_000);
    if (took > 90_000) throw new WireFault("unreachable", "it took too long");
  };
  const wire: SyncWire = {
    ...province.wire,
    async push(collection, rows) {
      pushes.push(rows.length);
      carry(rows.length);
      return province.wire.push(collection, rows);
    },
    async pull(collection, request): Promise<PullAnswer> {
      const answer = await province.wire.pull(collection, request);
      carry(answer.documents.length);
      return answer;
    },
  };
  return { province, wire, pushes, now: () => time.ms };
}

function storeOf(files: number) {
  const store = memoryStore();
  for (let at = 0; at < files; at += 1)
    store.write("files", sampleFile(`file-${String(at).padStart(4, "0")}`));
  return store;
}

/** How many rounds it takes until nothing is unsent; at most twenty. */
async function roundsUntilSent(
  line: ReturnType<typeof slowLine>,
  store: ReturnType<typeof memoryStore>,
  portion: Portion,
): Promise<number> {
  for (let round = 1; round <= 20; round += 1) {
    await syncRound({ now: line.now, store, wire: line.wire, portion, collections: ["files"] });
    if (store.unsent("files", 0, 1).documents.length === 0) return round;
  }
  return Infinity;
}

test("a line that takes too long for the usual number of records brings them in fewer", async () => {
  const [line, store] = [slowLine(1500), storeOf(600)];
  expect(await roundsUntilSent(line, store, openPortion())).toBeLessThan(6);
  expect(line.province.store.hashes("files", 0)).toEqual(store.hashes("files", 0));
});

test("a line on which a request takes half a minute is asked for half as much, and no less", async () => {
  const [line, store] = [slowLine(60), storeOf(1500)];
  const portion = openPortion();
  await syncRound({ now: line.now, store, wire: line.wire, portion, collections: ["files"] });
  expect(portion.rows).toBe(250);
});

test("a device reads its first records over such a line too", async () => {
  const [line, store] = [slowLine(1500), memoryStore()];
  for (let at = 0; at < 600; at += 1)
    line.province.store.write("files", sampleFile(`file-${String(at).padStart(4, "0")}`));
  const portion = openPortion();
  let equal = false;
  for (let round = 0; round < 6 && !equal; round += 1) {
    const report = await syncRound({
      now: line.now,
      store,
      wire: line.wire,
      portion,
      collections: ["files"],
    });
    equal = report.equal;
  }
  expect(equal).toBe(true);
});

test("what is answered quickly is followed by more, never by more than the most", async () => {
  const [line, store] = [slowLine(0), storeOf(100)];
  const portion = openPortion(5, 20);
  await syncRound({ now: line.now, store, wire: line.wire, portion, collections: ["files"] });
  expect(line.pushes).toEqual([5, 10, 20, 20, 20, 20, 5]);
  expect(portion.rows).toBe(20);
});

test("an empty answer says nothing of the line", async () => {
  const [line, store] = [slowLine(0), memoryStore()];
  const portion = openPortion(5, 20);
  await syncRound({ now: line.now, store, wire: line.wire, portion, collections: ["files"] });
  expect(portion.rows).toBe(5);
});

test("where there is no line at all the next request is as large", async () => {
  const store = storeOf(10);
  const { wire } = memoryProvince();
  const push = () => Promise.reject(new WireFault("unreachable", "no line"));
  const portion = openPortion();
  await syncRound({ now: () => Date.UTC(2025, 5, 1), store, wire: { ...wire, push }, portion });
  expect(portion.rows).toBe(500);
});
