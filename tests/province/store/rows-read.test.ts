import { expect, test } from "vitest";
import type { CollectionName } from "#shared/archive/collections.ts";
import type { ArchiveRecord } from "#shared/archive/record.ts";
import type { PullAnswer } from "#shared/replication/messages.ts";
import { pullRecords } from "#province/store/pull.ts";
import { pushRows } from "#province/store/push.ts";
import { countingReads, rowsRead } from "#tests/helpers/rows-read.ts";
import { makeFile, makeFonds, makeItem, makePage, onEachStore, phuocLoc } from "#tests/province/world.ts";

const anCommune = "52.542.21640";
const atOnce = 500;
const all = 6000;

onEachStore("what is pushed and pulled", (world) => {
  const read: number[] = [];
  const deviceOf = (scope: string) => {
    const district = scope.split(".").slice(0, 2).join(".");
    return { deviceId: district, role: "district-checker", scope: district, district, name: "" } as const;
  };
  const push = async (scope: string, collection: CollectionName, records: readonly ArchiveRecord[]) => {
    const database = countingReads(world.database, read);
    for (let at = 0; at < records.length; at += atOnce) {
      const rows = records
        .slice(at, at + atOnce)
        .map((newDocumentState) => ({ newDocumentState, assumedMasterState: null }));
      const device = deviceOf(scope);
      const { answer } = await pushRows(database, {
        device,
        collection,
        rows,
        now: world.clock.now,
        holds: true,
      });
      expect(answer).toEqual({ conflicts: [], refused: [] });
    }
  };
  const pull = async (scope: string, collection: CollectionName) => {
    let checkpoint: PullAnswer["checkpoint"] = null;
    for (let count = atOnce; count === atOnce;) {
      await world.database.transaction(async (inside) => {
        const before = await rowsRead(inside);
        const database = { ...world.database, ...inside };
        const answer = await pullRecords(database, deviceOf(scope), collection, {
          checkpoint,
          limit: atOnce,
        });
        read.push((await rowsRead(inside)) - before);
        checkpoint = answer.checkpoint;
        count = answer.documents.length;
      });
    }
  };
  const recordsOf = (scope: string) => {
    const ids = Array.from({ length: all }, (_, at) => `${scope.slice(-3)}n${at}`);
    return {
      // Of each kind several: of a kind that it met once the server thinks there may be others like it.
      fonds: ids.slice(0, 5).map((id) => makeFonds(`o${id}`, scope, { code: id.slice(-6) })),
      files: ids.slice(0, 50).map((id) => makeFile(`file-${id}`, scope, { fondsId: `o${ids[0]}` })),
      items: ids.map((id) => makeItem(id, scope, { fileId: `file-${ids[0]}` })),
      pages: ids.map((id) => makePage(`p-${id}`, scope, { itemId: id, wordsDigest: "a".repeat(64) })),
      judged: ids.map((id) => makePage(`p-${id}`, scope, { itemId: id, skew: 2 }, 5)),
    };
  };
  const once = async (scope: string, counted: (collection: string) => Promise<unknown>) => {
    const { fonds, files, items, pages, judged } = recordsOf(scope);
    await push(scope, "fonds", fonds);
    await counted("fonds");
    await push(scope, "files", files);
    await push(scope, "items", items);
    await counted("items");
    await push(scope, "pages", pages);
    await push(scope, "pages", judged);
    await pull(scope, "items");
    await pull(scope, "pages");
  };

  test.each<[string, (collection: string) => Promise<unknown>]>([
    ["never counted", () => Promise.resolve()],
    ["counted before there were any of their kind", () => world.database.query("analyze")],
  ])("is found by reading its own records alone, also where the server %s", async (_case, counted) => {
    await once(phuocLoc, counted);
    // Of a district that comes after it counted it knows nothing either.
    await world.database.query("analyze");
    await once(anCommune, () => Promise.resolve());
    // Of each its own row and those it belongs to, and of a store that is still small whatever is the fastest; where each
    // push or part reads all that there are of a kind it is ten times as much and more.
    const asked = 2 * 5 * all;
    const sum = read.splice(0).reduce((one, other) => one + other, 0);
    expect(sum).toBeGreaterThan(asked / 2);
    expect(sum).toBeLessThan(2.5 * asked);
  });
});
