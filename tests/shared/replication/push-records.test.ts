import { expect, test } from "vitest";
import { editRecord } from "#shared/archive/record.ts";
import { syncRound } from "#shared/replication/engine.ts";
import { openPortion } from "#shared/replication/portion.ts";
import type { PushAnswer } from "#shared/replication/messages.ts";
import { type SyncWire, WireFault } from "#shared/replication/sync-wire.ts";
import { memoryProvince } from "#tests/helpers/memory-province.ts";
import { memoryStore } from "#tests/helpers/memory-store.ts";
import { sampleFile, stampAt } from "#tests/helpers/sample-records.ts";

const now = () => Date.UTC(2025, 5, 1);

/** A desk with some files, and a province whose pushes are answered by hand: `land` does the nth, and answers it. */
function slowProvince(files: number) {
  const province = memoryProvince();
  const store = memoryStore();
  for (let at = 0; at < files; at += 1) store.write("files", sampleFile(`file-${at}`));
  const sent: { ids: string[]; land: (fault?: WireFault) => Promise<void> }[] = [];
  const push: SyncWire["push"] = (collection, rows) =>
    new Promise<PushAnswer>((resolve, reject) => {
      const ids = rows.map(({ newDocumentState }) => newDocumentState.id);
      const land = async (fault?: WireFault) => {
        if (fault) reject(fault);
        else resolve(await province.wire.push(collection, rows));
      };
      sent.push({ ids, land });
    });
  const unsent = () => store.unsent("files", 0, 100).documents.map(({ id }) => id);
  return { store, province, sent, unsent, wire: { ...province.wire, push } };
}

test("while one push is under way the next is sent, and no third", async () => {
  const { store, sent, unsent, wire } = slowProvince(6);
  const round = syncRound({ now, store, wire, portion: openPortion(2, 2) });
  await expect.poll(() => sent.length).toBe(2);
  expect(sent.map(({ ids }) => ids)).toEqual([
    ["file-0", "file-1"],
    ["file-2", "file-3"],
  ]);
  await sent[1]?.land();
  // Answers are taken in the order of sending.
  expect(unsent()).toHaveLength(6);
  await sent[0]?.land();
  await expect.poll(() => sent.length).toBe(3);
  expect(unsent()).toEqual(["file-4", "file-5"]);
  await sent[2]?.land();
  expect(await round).toMatchObject({ equal: true, pushed: 6, fault: undefined });
});

test("where the line breaks under one push, the answer to the other is still taken", async () => {
  const { store, sent, unsent, wire } = slowProvince(6);
  const round = syncRound({ now, store, wire, portion: openPortion(2, 2) });
  await expect.poll(() => sent.length).toBe(2);
  await sent[0]?.land(new WireFault("unreachable", "cut"));
  await sent[1]?.land();
  expect(await round).toMatchObject({ equal: false, pushed: 2, fault: { kind: "unreachable" } });
  expect(unsent()).toEqual(["file-0", "file-1", "file-4", "file-5"]);
  expect(sent).toHaveLength(2);
});

test("a record edited while it is under way is sent again only after that was answered", async () => {
  const { store, province, sent, wire } = slowProvince(2);
  const round = syncRound({ now, store, wire, portion: openPortion(1, 1) });
  await expect.poll(() => sent.length).toBe(2);
  store.write("files", editRecord(sampleFile("file-1"), { title: "Hồ sơ B" }, stampAt(9, "one")));
  await sent[0]?.land();
  // The edit waits for the state before it, which is still under way.
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(sent).toHaveLength(2);
  await sent[1]?.land();
  await expect.poll(() => sent.length).toBe(3);
  await sent[2]?.land();
  expect(await round).toMatchObject({ equal: true, fault: undefined });
  expect(province.store.read("files", "file-1")).toMatchObject({ title: "Hồ sơ B" });
});
