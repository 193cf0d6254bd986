import { expect, test } from "vitest";
import type { Database, Querying } from "#province/store/database.ts";
import { type Feed, moveFeed, readFeed } from "#province/store/feed.ts";
import { inTurn } from "#province/store/in-turn.ts";
import { onEachStore } from "#tests/province/world.ts";

const district = "52.550";

/** Gives the next sequence, as a push does. */
async function advance(inside: Querying, feed: Feed): Promise<number> {
  feed.seq += 1;
  await moveFeed(inside, district, feed);
  return feed.seq;
}

/** The same store, and how many of its transactions were begun and how many were ever under way at once. */
function counted(database: Database) {
  const seen = { begun: 0, underWay: 0, atOnce: 0 };
  const transaction: Database["transaction"] = async (work) => {
    seen.begun += 1;
    seen.underWay += 1;
    seen.atOnce = Math.max(seen.atOnce, seen.underWay);
    return database.transaction(work).finally(() => (seen.underWay -= 1));
  };
  return { seen, database: { ...database, transaction } };
}

onEachStore("work on a district's feed", (world) => {
  test("that comes while some is under way is committed together, in the order of its coming", async () => {
    const { seen, database } = counted(world.database);
    const works = Array.from({ length: 12 }, () => inTurn(database, district, 10, advance));
    expect(await Promise.all(works)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(seen).toEqual({ begun: 2, underWay: 0, atOnce: 1 });
    expect(await readFeed(database, district)).toMatchObject({ seq: 12 });
  });

  test("that fails takes nothing with it, and leaves nothing behind", async () => {
    const works = Array.from({ length: 8 }, (_, at) =>
      inTurn(world.database, district, 10, async (inside, feed) => {
        const seq = await advance(inside, feed);
        if (at === 3) await inside.query("select 1 / 0");
        return seq;
      }),
    );
    const ends = await Promise.allSettled(works);
    expect(ends.map((end) => (end.status === "fulfilled" ? end.value : "failed"))).toEqual([
      1,
      2,
      3,
      "failed",
      4,
      5,
      6,
      7,
    ]);
    expect(await readFeed(world.database, district)).toMatchObject({ seq: 7 });
    expect(await inTurn(world.database, district, 1, advance)).toBe(8);
  });

  test("is parted where it is too much for one transaction", async () => {
    const { seen, database } = counted(world.database);
    const works = [1, 700, 700, 200, 5000, 1].map((rows) => inTurn(database, district, rows, advance));
    expect(await Promise.all(works)).toEqual([1, 2, 3, 4, 5, 6]);
    // The first; 700; 700 and 200; 5000; the last.
    expect(seen.begun).toBe(5);
  });
});
