import { expect, test } from "vitest";
import { migrate } from "#province/store/migrations.ts";
import { makeFile, onEachStore, phuocLoc, start, tuyPhuoc } from "#tests/province/world.ts";

onEachStore("tables", (world) => {
  test("are made once by two that start together, and stay as they are after", async () => {
    await world.database.query("drop schema public cascade");
    await world.database.query("create schema public");
    await Promise.all([1, 2, 3].map(() => migrate(world.database, () => start)));
    const applied = await world.database.query("select number, applied_at from migrations order by number");
    expect(applied.map(({ number }) => number)).toEqual(applied.map((_, at) => at + 1));
    expect(new Set(applied.map(({ applied_at }) => applied_at))).toEqual(
      new Set([new Date(start).toISOString()]),
    );
    const token = await world.enrol("desk", tuyPhuoc);
    await world.push(token, "files", makeFile("A", phuocLoc));
    await migrate(world.database, () => start + 1);
    expect(await world.database.query("select number, applied_at from migrations order by number")).toEqual(
      applied,
    );
    expect((await world.pull(token, "files")).documents).toHaveLength(1);
  });

  test("of a later version are left alone", async () => {
    await world.database.query("insert into migrations (number, applied_at) values (99, '')");
    await expect(migrate(world.database, () => start)).rejects.toThrow(/later version/);
    await world.database.query("delete from migrations where number = 99");
  });
});
