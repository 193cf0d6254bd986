import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { isDamaged } from "#electron/journal/damage.ts";
import { inTransaction } from "#electron/journal/transaction.ts";
import { copyDatabase, plainBytes } from "#electron/sqlite/copy-database.ts";
import { loadEngine } from "#electron/sqlite/encrypted-database.ts";
import { keyFolder, keyOver } from "#electron/sqlite/folder-keys.ts";
import { cipherOf, openSqlite } from "#electron/sqlite/open-sqlite.ts";
import { released } from "#electron/sqlite/released.ts";
import type { Sqlite } from "#electron/sqlite/sqlite.ts";
import { flipBit } from "#tests/flows/keeping-desk.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

const key = "ab".repeat(32);
const secret = "Quyết định tuyệt mật về đất đai";

beforeAll(loadEngine);

/** Opens as the desk does: one owner, a log beside it. */
function openOne(path: string): Sqlite {
  const database = openSqlite(path, { timeout: 100 });
  database.exec("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
  return database;
}

function fill(database: Sqlite, count = 300): void {
  database.exec("CREATE TABLE t (id TEXT PRIMARY KEY, n INTEGER NOT NULL) STRICT");
  const add = database.prepare("INSERT INTO t VALUES (?, ?)");
  inTransaction(database, () => {
    for (let n = 0; n < count; n += 1) add.run(`${secret} ${n}`, n);
  });
}

const numbers = (database: Sqlite) => Number(database.prepare("SELECT count(*) AS n FROM t").get()?.["n"]);

describe.each(["plain", "encrypted"] as const)("a database that is %s", (cipher) => {
  const folder = async () => {
    const made = temporaryFolder();
    if (cipher === "encrypted") await keyFolder(made, key);
    return made;
  };

  it("takes values by place and by name, and gives rows as they are", async () => {
    const database = openOne(join(await folder(), "a.sqlite"));
    const asked = database.prepare("SELECT ?1 AS a, ?2 AS b, ?1 AS c, ?3 AS d");
    expect({ ...asked.get("Phông «Hà Nội»\n", 7, null) }).toEqual({
      ...{ a: "Phông «Hà Nội»\n", b: 7, c: "Phông «Hà Nội»\n", d: null },
    });
    expect({ ...database.prepare("SELECT :one AS a, :two AS b").get({ one: 1, two: "hai" }) }).toEqual({
      ...{ a: 1, b: "hai" },
    });
    expect({ ...database.prepare("SELECT ? AS a").get(null) }).toEqual({ a: null });
    expect(database.prepare("SELECT 1 AS a WHERE 0").get()).toBeUndefined();
    expect(
      database
        .prepare("SELECT 1.5 AS a, 9007199254740991 AS b")
        .all()
        .map((row) => ({ ...row })),
    ).toEqual([{ a: 1.5, b: 9007199254740991 }]);
    database.close();
  });

  it("says what was changed, rolls back what fails, and tells a refusal by its code", async () => {
    const database = openOne(join(await folder(), "a.sqlite"));
    fill(database, 3);
    expect(database.prepare("UPDATE t SET n = n + 1 WHERE n > ?").run(0)).toMatchObject({ changes: 2 });
    const twice = () =>
      inTransaction(database, () => {
        database.prepare("DELETE FROM t").run();
        database.prepare("INSERT INTO t VALUES ('a', 1), ('a', 2)").run();
      });
    expect(twice).toThrow(expect.objectContaining({ errcode: 1555 }) as Error);
    expect([database.isTransaction, numbers(database)]).toEqual([false, 3]);
    expect(() => database.prepare("SELECT nowhere FROM t")).toThrow(/no such column/u);
    database.close();
    expect(database.isOpen).toBe(false);
    expect(() => database.close()).toThrow(/not open/u);
  });

  it("can be written and emptied of its log after its rows were read halfway", async () => {
    const database = openOne(join(await folder(), "a.sqlite"));
    fill(database);
    const read = database.prepare("SELECT n FROM t ORDER BY n");
    for (const row of read.iterate()) if (row["n"] === 150) break;
    expect([...read.iterate()].map((row) => row["n"])).toHaveLength(300);
    for (const row of read.iterate()) if (row["n"] === 3) break;
    expect({ ...database.prepare("PRAGMA wal_checkpoint(TRUNCATE)").get() }).toMatchObject({ busy: 0 });
    database.close();
  });

  it("is opened again at once after it was closed, though its statements are still held", async () => {
    const path = join(await folder(), "a.sqlite");
    const held = [];
    for (let turn = 1; turn <= 5; turn += 1) {
      const database = openOne(path);
      if (turn === 1) fill(database);
      const statement = database.prepare("SELECT count(*) AS n FROM t");
      expect(statement.get()?.["n"]).toBe(300);
      held.push(statement);
      database.close();
      await released();
    }
    for (const statement of held) expect(() => statement.get()).toThrow(/finalized/u);
  });

  it("is copied as it stood while it is written to, and gives the bytes of a plain file", async () => {
    const inside = await folder();
    const [path, copy] = [join(inside, "a.sqlite"), join(inside, "copy.sqlite")];
    const database = openOne(path);
    fill(database);
    database.exec("PRAGMA wal_autocheckpoint = 10");
    const copying = copyDatabase(database, path, copy, new AbortController().signal);
    for (let n = 1000; n < 1300; n += 1) database.prepare("INSERT INTO t VALUES (?, ?)").run(`later ${n}`, n);
    await copying;
    expect({ ...database.prepare("PRAGMA wal_autocheckpoint").get() }).toEqual({ wal_autocheckpoint: 10 });
    expect(numbers(database)).toBe(600);
    database.close();
    expect(cipherOf(copy)).toBe(cipher);
    const copied = openSqlite(copy);
    copied.exec("PRAGMA journal_mode = DELETE");
    const there = numbers(copied);
    // Either is of one moment; SQLite's own copying of a plain one may take in what came meanwhile.
    expect(there).toBeGreaterThanOrEqual(300);
    expect(there).toBeLessThanOrEqual(cipher === "encrypted" ? 300 : 600);
    copied.close();
    const bytes: Buffer[] = [];
    if (cipher === "encrypted") for await (const chunk of plainBytes(copy)) bytes.push(chunk);
    else bytes.push(readFileSync(copy));
    const elsewhere = join(temporaryFolder(), "plain.sqlite");
    writeFileSync(elsewhere, Buffer.concat(bytes));
    const plain = new DatabaseSync(elsewhere);
    expect({ ...plain.prepare("SELECT count(*) AS n FROM t").get() }).toEqual({ n: there });
    expect({ ...plain.prepare("PRAGMA integrity_check").get() }).toEqual({ integrity_check: "ok" });
    plain.close();
  });

  it("is known for damaged when bits of it have flipped", async () => {
    const path = join(await folder(), "a.sqlite");
    const database = openOne(path);
    fill(database, 2000);
    database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    database.close();
    await released();
    flipBit(path, 20);
    flipBit(path, 3);
    const again = openSqlite(path);
    let said: unknown;
    try {
      numbers(again);
    } catch (error) {
      said = error;
    }
    again.close();
    expect(isDamaged(said)).toBe(true);
  });
});

it("an encrypted database shows nothing of itself in its file or its log, and opens under no other key", async () => {
  const folder = temporaryFolder();
  await keyFolder(folder, key);
  const path = join(folder, "a.sqlite");
  const database = openOne(path);
  fill(database);
  for (const file of [path, `${path}-wal`]) {
    const bytes = readFileSync(file);
    expect(bytes.length).toBeGreaterThan(0);
    for (const word of [secret, "Quyết định", "CREATE TABLE", "SQLite format 3"]) {
      expect(bytes.includes(word)).toBe(false);
    }
  }
  database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  expect(readFileSync(path).includes("đất đai")).toBe(false);
  // What the engine would end the whole process over, or cut short.
  for (const value of [true, {}, "cut\0short"] as unknown as string[]) {
    expect(() => database.prepare("SELECT ?1, ?2").get(1, value)).toThrow(TypeError);
  }
  database.close();
  await released();
  const other = temporaryFolder();
  await keyFolder(other, "cd".repeat(32));
  copyFileSync(path, join(other, "a.sqlite"));
  const foreign = openSqlite(join(other, "a.sqlite"));
  expect(() => numbers(foreign)).toThrow(/not a database/u);
  foreign.close();
});

it("a folder's key holds for the folders within it, and for no other", async () => {
  const folder = temporaryFolder();
  await keyFolder(folder, key);
  expect(keyOver(join(folder, "a.sqlite"))).toBe(key);
  expect(keyOver(join(folder, "restored-1", "a.sqlite"))).toBe(key);
  expect(keyOver(`${folder}-beside/a.sqlite`)).toBeUndefined();
  expect(keyOver(join(temporaryFolder(), "a.sqlite"))).toBeUndefined();
});
