import { expect, it } from "vitest";
import { type CollectionName, collectionNames } from "#shared/archive/collections.ts";
import type { Checkpoint, PullAnswer } from "#shared/replication/messages.ts";
import { type SyncWire, WireFault } from "#shared/replication/sync-wire.ts";
import { countReceiving, type Receiving } from "#electron/province/count-receiving.ts";

const ask = { checkpoint: null, limit: 1000 };

/** A wire to a province that holds `counts` records, gives `each` at a time and answers a digest when told to. */
function open(counts: Partial<Record<CollectionName, number>>, each: number, pulled: Checkpoint | null) {
  const asked: string[] = [];
  const heard: Receiving[] = [];
  let letCount: () => void = () => undefined;
  const mayCount = new Promise<void>((resolve) => (letCount = resolve));
  const wire = {
    async digest(collection: CollectionName) {
      asked.push(collection);
      await mayCount;
      if (collection === "points") throw new WireFault("unknown-collection", "");
      return { count: counts[collection] ?? 0, digest: "" };
    },
    pull: (): Promise<PullAnswer> =>
      Promise.resolve({
        documents: Array.from({ length: each }, (_, at) => ({ id: String(at) })),
        checkpoint: null,
      }),
  } as unknown as SyncWire;
  const counting = countReceiving({ pulled: () => pulled }, wire, (receiving) => heard.push(receiving));
  return { wire, counting, asked, heard, letCount };
}

const settle = () => new Promise((resolve) => setTimeout(resolve));

it("asks how much there is beside the first page, not before, and tells from that on how much has come", async () => {
  const { counting, asked, heard, letCount } = open({ items: 900, files: 100 }, 400, null);
  expect(asked).toEqual([]);
  const first = counting.pull("items", ask);
  await settle();
  expect(asked).toHaveLength(collectionNames.length);
  expect(heard).toEqual([]);
  letCount();
  expect((await first).documents).toHaveLength(400);
  await counting.pull("items", ask);
  await counting.pull("files", ask);
  // More came than had been counted: others went on writing.
  expect(heard).toEqual([
    { done: 400, total: 1000 },
    { done: 800, total: 1000 },
    { done: 1000, total: 1000 },
  ]);
});

it("tells nothing where there is little", async () => {
  const { counting, heard, letCount } = open({ items: 499 }, 400, null);
  letCount();
  await counting.pull("items", ask);
  await counting.pull("items", ask);
  expect(heard).toEqual([]);
});

it("leaves a machine that has read before alone", () => {
  const { wire, counting, asked } = open({}, 0, { epoch: "e", seq: 1 });
  expect(counting).toBe(wire);
  expect(asked).toEqual([]);
});
