import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openPgvector } from "#province/meaning/pgvector-store.ts";
import type { EmbeddedPiece, NearQuestion, PiecePlace, VectorStore } from "#province/meaning/vector-store.ts";
import type { Database } from "#province/store/database.ts";
import { migrate } from "#province/store/migrations.ts";
import { openPglite } from "#province/store/open-pglite.ts";
import { openPostgres } from "#province/store/open-postgres.ts";
import { findPostgres, startPostgres } from "#tests/helpers/postgres.ts";

const district = "52.550";
const of = { model: "tiny", dimensions: 3 };
const all = { of, conditions: () => ["true"], most: 10, from: 0, limit: 10, facets: false } as const;

/** Every store of vectors keeps these, whatever it is made of. */
function keepsVectors(
  open: () => Promise<{ database: Database; store: VectorStore; close: () => Promise<void> }>,
) {
  let database: Database;
  let store: VectorStore;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ database, store, close } = await open());
  });
  afterAll(() => close());
  beforeEach(async () => {
    await database.query("truncate meanings, catalogue");
    for (const [id, level] of [
      ["near", 0],
      ["far", 0],
      ["closed", 2],
    ] as const)
      await database.query(
        `insert into catalogue (district, kind, id, scope, level, fonds, file, successor, type, year, signer, basis, head, words)
         values ($1, 'items', $2, $1, $3, 'F', 'H', '', '02', 1995, '', '', '', '')`,
        [district, id, level],
      );
  });

  const piece = (id: string, vector: number[], place: Partial<PiecePlace> = {}): EmbeddedPiece => {
    const at = { kind: "items" as const, id, page: "", part: 0, ...place };
    return { ...at, text: id, madeOf: `of ${id}`, vector };
  };
  const write = (ids: string[], fresh: EmbeddedPiece[], kept: PiecePlace[] = [], by = of) =>
    database.transaction((inside) => {
      const keys = ids.map((id) => ({ kind: "items" as const, id }));
      return store.write(inside, { district, keys, of: by, kept, fresh });
    });
  const found = async (question: Partial<NearQuestion> = {}) => {
    const rows = await store.nearest({ ...all, vector: [1, 0, 0], ...question });
    const hits = rows.filter(({ what }) => what === "hit");
    const total = rows.find(({ what }) => what === "total")?.["count"];
    return [
      hits.sort((one, other) => Number(one["count"]) - Number(other["count"])).map(({ c }) => c),
      total,
    ];
  };

  test("the nearest come first, each row once by the nearest of its pieces", async () => {
    const page = { page: "trang", part: 1 };
    const pieces = [piece("far", [0, 1, 0]), piece("near", [0, 0, 1]), piece("near", [1, 0.1, 0], page)];
    await write(["near", "far"], pieces);
    expect(await found()).toEqual([["near", "far"], 2]);
    const keys = ["near", "far"].map((id) => ({ district, kind: "items" as const, id }));
    expect(await store.passages(keys, { vector: [1, 0, 0], of })).toEqual([
      { kind: "items", id: "near", ...page },
      { kind: "items", id: "far", page: "", part: 0 },
    ]);
    expect(await found({ from: 1, limit: 1 })).toEqual([["far"], 2]);
    expect(await found({ most: 1 })).toEqual([["near"], 1]);
    expect(await store.count()).toBe(3);
  });

  test("what the conditions leave out takes no place, and is not counted", async () => {
    await write(
      ["near", "far", "closed"],
      [piece("closed", [1, 0, 0]), piece("near", [0.9, 0.1, 0]), piece("far", [0, 1, 0])],
    );
    expect(await found()).toEqual([["closed", "near", "far"], 3]);
    const conditions: NearQuestion["conditions"] = (place) => [`c.level <= ${place(1)}`];
    expect(await found({ conditions, most: 2 })).toEqual([["near", "far"], 2]);
    const rows = await store.nearest({ ...all, vector: [1, 0, 0], conditions, facets: true });
    expect(rows.filter(({ what }) => what === "type")).toEqual([
      { what: "type", a: '[["02", "", 2]]', b: "", c: "", count: 0 },
    ]);
  });

  test("a row that the catalogue has no more is not found, its vectors here or not", async () => {
    await write(["near", "gone"], [piece("near", [1, 0, 0]), piece("gone", [1, 0, 0])]);
    expect(await found()).toEqual([["near"], 1]);
    await write(["gone"], []);
    expect(await store.count()).toBe(1);
  });

  test("a row written again keeps what stays, takes what is new and loses the rest", async () => {
    const second = { page: "trang", part: 1 };
    await write(
      ["near"],
      [piece("near", [1, 0, 0]), piece("near", [0, 1, 0], second), piece("near", [0, 0, 1], { page: "cũ" })],
    );
    const stays = { kind: "items" as const, id: "near", ...second };
    const changed = { ...piece("near", [0.5, 0.5, 0]), madeOf: "of another text" };
    await write(["near"], [changed], [stays]);
    const known = await store.known(district, [{ kind: "items", id: "near" }], of);
    expect(known.sort((one, other) => one.part - other.part)).toEqual([
      { kind: "items", id: "near", page: "", part: 0, madeOf: "of another text" },
      { ...stays, madeOf: "of near" },
    ]);
    // Nothing of the transaction stays where it fails.
    await expect(
      database.transaction(async (inside) => {
        await store.write(inside, {
          district,
          keys: [{ kind: "items", id: "near" }],
          of,
          kept: [],
          fresh: [],
        });
        throw new Error("stopped");
      }),
    ).rejects.toThrow("stopped");
    expect(await store.count()).toBe(2);
  });

  test("vectors of another model or length are never compared, and go when theirs come", async () => {
    const other = { model: "tiny", dimensions: 2 };
    await write(["near"], [piece("near", [1, 0, 0])]);
    expect(await found({ vector: [1, 0], of: other })).toEqual([[], 0]);
    expect(await found({ of: { ...of, model: "another" } })).toEqual([[], 0]);
    await write(["near"], [piece("near", [1, 0])], [], other);
    expect([await found(), await found({ vector: [1, 0], of: other })]).toEqual([
      [[], 0],
      [["near"], 1],
    ]);
    await write(["far"], [piece("far", [1, 0])], [], other);
    await database.transaction((inside) => store.forget(inside, district));
    expect(await store.count()).toBe(0);
  });
}

describe("vectors, in PGlite", () => {
  keepsVectors(async () => {
    const database = await openPglite();
    await migrate(database, () => 0);
    const store = await openPgvector(database);
    if (typeof store === "string") throw new Error(store);
    return { database, store, close: () => database.close() };
  });
});

const postgres = await openWithPgvector();

if (!postgres) {
  console.warn("SKIPPED: vectors in PostgreSQL: this machine has no PostgreSQL with the extension pgvector");
  describe.skip("vectors, in PostgreSQL: NOT RUN, no PostgreSQL with pgvector on this machine", () => {
    test("are kept as in PGlite", () => undefined);
  });
} else {
  const { database, store, close } = postgres;
  describe("vectors, in PostgreSQL", () => keepsVectors(() => Promise.resolve({ database, store, close })));
}

async function openWithPgvector() {
  const programs = await findPostgres();
  if (programs === undefined) return undefined;
  const server = await startPostgres(programs);
  const database = openPostgres(server.address, () => undefined);
  await migrate(database, () => 0);
  const store = await openPgvector(database);
  const close = async () => {
    await database.close();
    await server.stop();
  };
  if (typeof store !== "string") return { database, store, close };
  await close();
  return undefined;
}
