import { expect, test } from "vitest";
import { refreshCatalogue } from "#province/store/refresh-catalogue.ts";
import { countingReads } from "#tests/helpers/rows-read.ts";
import {
  makeFile,
  makeFonds,
  makeItem,
  makePage,
  onEachStore,
  phuocLoc,
  tuyPhuoc,
} from "#tests/province/world.ts";

onEachStore("what waits to be catalogued", (world) => {
  const items = 40;
  /** A file of forty items that wait as often as is said, and nobody but the test to make them. */
  const leaveWaiting = async (times: number) => {
    const token = await world.enrol("desk", tuyPhuoc);
    await world.push(token, "fonds", makeFonds("fonds", phuocLoc));
    await world.push(token, "files", makeFile("file", phuocLoc, { fondsId: "fonds" }));
    const some = Array.from({ length: items }, (_, at) => makeItem(`i${at}`, phuocLoc, { fileId: "file" }));
    await world.push(token, "items", ...some);
    await world.app.close();
    await refreshCatalogue(world.database, tuyPhuoc, () => 0);
    await world.database.query("delete from catalogue");
    for (let time = 0; time < times; time += 1)
      await world.database.query(
        `insert into catalogue_waiting (district, kind, id) select district, collection, id from records
         where collection in ('items', 'files') order by collection desc, id`,
      );
  };
  const catalogued = async () => {
    const [row] = await world.database.query("select count(*)::int as count from catalogue");
    return row?.["count"];
  };

  test("is made once, however often it was asked for and though its file changed meanwhile", async () => {
    await leaveWaiting(3);
    expect(await refreshCatalogue(world.database, tuyPhuoc, () => 0)).toBe(items + 1);
    expect(await catalogued()).toBe(items + 1);
    expect(await world.database.query("select id from catalogue_waiting")).toEqual([]);
  });

  test("rests after each slice, and goes on where it was stopped", async () => {
    await leaveWaiting(1);
    await world.database.query(
      "insert into catalogue_waiting (district, kind, id) select $1, 'items', 'none' || n::text from generate_series(1, 600) n",
      [tuyPhuoc],
    );
    let rests = 0;
    const pace = { isStopped: () => rests > 0, between: () => Promise.resolve(void (rests += 1)) };
    expect(await refreshCatalogue(world.database, tuyPhuoc, () => 0, pace)).toBe(500);
    expect(rests).toBe(1);
    expect(await refreshCatalogue(world.database, tuyPhuoc, () => 0)).toBe(items + 1 + 600 - 500);
    expect(await catalogued()).toBe(items + 1);
  });

  test("reads the pages of its own documents alone, though the server counted before there were any", async () => {
    const token = await world.enrol("desk", tuyPhuoc);
    await world.push(token, "files", makeFile("file", phuocLoc, { fondsId: "none" }));
    const ids = Array.from({ length: 400 }, (_, at) => `i${at}`);
    await world.push(token, "items", ...ids.map((id) => makeItem(id, phuocLoc, { fileId: "file" })));
    await world.database.query("analyze");
    await world.push(token, "pages", ...ids.map((id) => makePage(`p${id}`, phuocLoc, { itemId: id })));
    await world.app.close();
    await world.database.query(
      `insert into search (district, collection, id, scope, body, words)
       select district, collection, id, scope, repeat('chữ ', 200), to_tsvector('simple', id) from records
       where collection = 'pages'`,
    );
    await world.database.query("delete from catalogue");
    const read: number[] = [];
    const watched = countingReads(world.database, read);
    await world.database.query(
      `insert into catalogue_waiting (district, kind, id) select district, collection, id from records
       where collection = 'items'`,
    );
    await refreshCatalogue(watched, tuyPhuoc, () => 0);
    expect(await catalogued()).toBe(401);
    // Some ten of a document and its page; it would be one for each pair of a document and a page.
    expect(Math.max(...read)).toBeGreaterThan(ids.length);
    expect(Math.max(...read)).toBeLessThan(20 * ids.length);
  });
});
