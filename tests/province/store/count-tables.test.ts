import { expect, test } from "vitest";
import { countTables } from "#province/store/count-tables.ts";
import { refreshCatalogue } from "#province/store/refresh-catalogue.ts";
import { makeItem, onEachStore, phuocLoc, tuyPhuoc, type World } from "#tests/province/world.ts";

const believedBy = (world: World) => async () => {
  const [row] = await world.database.query(
    "select reltuples::float8 as rows from pg_class where relname = 'records'",
  );
  return Number(row?.["rows"]);
};

onEachStore("what the server believes its tables to hold", (world) => {
  const believed = believedBy(world);

  test("is counted once much has come, and again only when it has grown by as much", async () => {
    await countTables(world.database, 999);
    expect(await believed()).toBeLessThan(1);
    const token = await world.enrol("desk", tuyPhuoc);
    const items = (from: number, count: number) =>
      Array.from({ length: count }, (_, at) => makeItem(`i${from + at}`, phuocLoc, { fileId: "f" }));
    await world.push(token, "items", ...items(0, 40));
    await countTables(world.database, 1);
    expect(await believed()).toBe(40);
    await world.push(token, "items", ...items(40, 10));
    await countTables(world.database, 999);
    expect(await believed()).toBe(40);
    await countTables(world.database, 1);
    expect(await believed()).toBe(50);
    await world.push(token, "items", ...items(50, 10));
    await countTables(world.database, 2000);
    expect(await believed()).toBe(60);
  });
});

onEachStore("what the server believes of a district that has just come", (world) => {
  const believed = believedBy(world);

  test("is counted while its catalogue is made", async () => {
    const token = await world.enrol("desk", tuyPhuoc);
    for (let from = 0; from < 1200; from += 400) {
      const some = Array.from({ length: 400 }, (_, at) =>
        makeItem(`i${from + at}`, phuocLoc, { fileId: "f" }),
      );
      await world.push(token, "items", ...some);
    }
    await refreshCatalogue(world.database, tuyPhuoc, () => 0);
    await expect.poll(believed).toBeGreaterThanOrEqual(400);
  });
});
