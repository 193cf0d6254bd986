import { expect, test } from "vitest";
import { openObjectStore } from "#shared/node/object-store.ts";
import { wordIndexer } from "#province/store/index-words.ts";
import { writeReceipt } from "#province/store/receipts.ts";
import { makePage, onEachStore, phuocLoc, tuyPhuoc } from "#tests/province/world.ts";

onEachStore("the words of pages", (world) => {
  const device = {
    deviceId: "desk",
    scope: tuyPhuoc,
    district: tuyPhuoc,
    role: "capture-operator",
    name: "",
  } as const;

  /** Pages whose words objects have come, with the texts given; answers their digests. */
  const send = async (texts: readonly string[]) => {
    const objects = await openObjectStore(world.folder);
    const token = await world.enrol("desk", tuyPhuoc);
    const digests: string[] = [];
    for (const text of texts) {
      const { digest, size } = await objects.put(Buffer.from(JSON.stringify({ text, words: [] })));
      await writeReceipt(world.database, device, { digest, size, mediaType: "application/json" }, 0);
      digests.push(digest);
    }
    // Pushed past the app, whose own indexer would be first.
    await world.database.query(`delete from words_waiting`);
    const pages = digests.map((wordsDigest, at) =>
      makePage(`p${at}`, phuocLoc, { itemId: "i", wordsDigest }),
    );
    await world.push(token, "pages", ...pages);
    await world.database.query(`delete from search where collection = 'pages'`);
    await world.database.query(
      `insert into words_waiting (district, digest, id) select district, state->>'wordsDigest', id from records
       where collection = 'pages' on conflict do nothing`,
    );
    return { objects, digests };
  };
  const found = async () => {
    const rows = await world.database.query("select id from search where collection = 'pages' order by id");
    return rows.map(({ id }) => id);
  };

  test("are all indexed, however many wait", async () => {
    const { objects } = await send(Array.from({ length: 230 }, (_, at) => `văn bản số ${at}`));
    const faults: unknown[] = [];
    await wordIndexer(world.database, objects, (fault) => faults.push(fault))("all");
    expect((await found()).length).toBe(230);
    expect(await world.database.query("select id from words_waiting")).toEqual([]);
    expect(faults).toEqual([]);
  });

  test("wait alone where their object cannot be read, or the store does not take them", async () => {
    const long = Array.from({ length: 12_000 }, (_, at) => `${at}`.padEnd(60, "漢")).join(" ");
    const { objects, digests } = await send(["một", "hai", long, "bốn"]);
    const faults: unknown[] = [];
    const broken = {
      ...objects,
      bytes: (digest: (typeof digests)[number] & Parameters<typeof objects.bytes>[0]) =>
        digest === digests[1] ? Promise.reject(new Error("no such sector")) : objects.bytes(digest),
    };
    await wordIndexer(world.database, broken, (fault) => faults.push(fault))("all");
    expect(await found()).toEqual(["p0", "p3"]);
    const waiting = await world.database.query("select id from words_waiting order by id");
    expect(waiting.map(({ id }) => id)).toEqual(["p1", "p2"]);
    expect(faults.map(String)).toContain("Error: no such sector");
    await wordIndexer(world.database, objects, () => undefined)({ district: tuyPhuoc, ids: ["p1"] });
    expect(await found()).toEqual(["p0", "p1", "p3"]);
  });

  test("asked for by many at once are looked for together, and each is answered when its own stand", async () => {
    const { objects, digests } = await send(Array.from({ length: 40 }, (_, at) => `trang ${at}`));
    let asked = 0;
    const counted: typeof world.database = {
      ...world.database,
      query: (sql, params) => {
        if (sql.includes("from words_waiting")) asked += 1;
        return world.database.query(sql, params);
      },
    };
    const index = wordIndexer(counted, objects, () => undefined);
    await Promise.all(
      digests.map(async (digest, at) => {
        await index({ district: tuyPhuoc, digests: [digest] });
        expect(await found()).toContain(`p${at}`);
      }),
    );
    expect(asked).toBeLessThan(10);
  });
});
