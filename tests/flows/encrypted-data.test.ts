import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, it } from "vitest";
import { cipherOf } from "#electron/sqlite/open-sqlite.ts";
import { sampleItem } from "#tests/helpers/sample-records.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { addPages, journalOf, openKeptDesk, push, reopened } from "./keeping-desk.ts";

const passphrase = "bốn từ không liên quan";

type Kept = Awaited<ReturnType<typeof openKeptDesk>>;

const items = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    sampleItem(`item-${String(at).padStart(4, "0")}`, { note: "Quyết định thu hồi đất thôn Phú Sơn" }),
  );
const count = async (desk: Kept) => (await desk.handlers["records.digest"]({ collection: "items" })).count;
const sealingOf = async (desk: Kept) => (await desk.handlers["keeping.status"]({})).sealing;

/** A desk with records that has just been encrypted. */
async function encryptedDesk(folder = temporaryFolder()) {
  const desk = await openKeptDesk(folder);
  const told: { done: number; total: number }[] = [];
  desk.onEvent((name, value) => {
    if (name === "keeping.encrypting") told.push(value as { done: number; total: number });
  });
  await push(desk, "items", items(300));
  await reopened(desk, () => desk.handlers["keeping.sealObjects"]({ passphrase }));
  return { folder, desk, told };
}

async function unlocked(folder: string): Promise<Kept> {
  const desk = await openKeptDesk(folder);
  await reopened(desk, () => desk.handlers["keeping.openObjects"]({ passphrase }));
  return desk;
}

/** Databases by their names, and how each lies. */
const databases = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".sqlite"))
    .map((name) => [name, cipherOf(join(folder, name))]);

/** The log of a change to a closed database that was under way: whoever opens the file takes the change back by it. */
function logOf(path: string): Buffer {
  const copy = join(temporaryFolder(), "copy.sqlite");
  cpSync(path, copy);
  const database = new DatabaseSync(copy);
  // Unsynced, a log counts as far as it goes.
  database.exec("PRAGMA journal_mode = DELETE; PRAGMA synchronous = OFF");
  database.exec("BEGIN; UPDATE heads SET code = 'changed'");
  const log = readFileSync(`${copy}-journal`);
  database.exec("ROLLBACK");
  database.close();
  return log;
}

/** Files, of a closed or an open desk, in which a word of the records can be read. */
const readable = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => {
    const path = join(folder, name);
    if (!statSync(path).isFile()) return false;
    const bytes = readFileSync(path);
    return bytes.includes("thôn Phú Sơn") || bytes.includes("CREATE TABLE");
  });

it("encrypts every database, old data put aside too, and leaves nothing to be read in any file", async () => {
  const folder = temporaryFolder();
  const first = await openKeptDesk(folder);
  await push(first, "items", items(300));
  await first.close();
  const aside = join(folder, "before-restore-2026-01-01");
  cpSync(journalOf(folder), join(aside, "journal.sqlite"), { recursive: true });
  expect(readable(folder).length).toBeGreaterThan(2);

  const { desk, told } = await encryptedDesk(folder);
  expect(await sealingOf(desk)).toMatchObject({ state: "open", databases: "encrypted" });
  expect(told.length).toBeGreaterThan(5);
  expect(told.every(({ done, total }) => done < total && total === told[0]?.total)).toBe(true);
  expect(new Set(databases(folder).map(([, cipher]) => cipher))).toEqual(new Set(["encrypted"]));
  expect(databases(folder).length).toBeGreaterThan(5);
  expect(cipherOf(join(aside, "journal.sqlite"))).toBe("encrypted");
  await push(desk, "items", [sampleItem("item-new", { note: "Biên bản thôn Phú Sơn" })]);
  expect(readable(folder)).toEqual([]);
  expect(await count(desk)).toBe(301);
  expect(await desk.handlers["keeping.checkChain"]({})).toMatchObject({ entries: 301, brokenAt: null });
  await desk.close();
  expect(readable(folder)).toEqual([]);
  expect(desk.reported).toEqual([]);
});

it("opens with its passphrase alone; until then nothing is answered and nothing is written", async () => {
  const { folder, desk } = await encryptedDesk();
  await desk.close();
  const bytes = readFileSync(journalOf(folder));
  const locked = await openKeptDesk(folder);
  for (const call of ["lock.read", "session.read", "keeping.status"] as const) {
    await expect(locked.handlers[call]({})).rejects.toMatchObject({ code: "desk-locked" });
  }
  await expect(
    locked.handlers["keeping.openObjects"]({ passphrase: "một câu khác hẳn" }),
  ).rejects.toMatchObject({ code: "passphrase-wrong" });
  expect(readFileSync(journalOf(folder)).equals(bytes)).toBe(true);
  await reopened(locked, () => locked.handlers["keeping.openObjects"]({ passphrase }));
  expect(await count(locked)).toBe(300);
});

it("a backup is read on any machine, and one restored here lies encrypted again", async () => {
  const { folder, desk } = await encryptedDesk();
  await addPages(desk, 1, 3);
  const disk = temporaryFolder();
  await desk.handlers["keeping.addPlace"]({ folder: disk, passphrase: "" });
  const [place] = (await desk.handlers["keeping.status"]({})).places;
  const { name } = await desk.handlers["keeping.backup"]({ id: place?.id ?? "" });
  expect(await desk.handlers["keeping.drill"]({ id: place?.id ?? "" })).toMatchObject({
    whole: true,
    objects: 3,
  });
  expect(existsSync(join(folder, "backup-work"))).toBe(false);
  const restore = { folder: disk, passphrase: "", generation: name };

  const elsewhere = await openKeptDesk(temporaryFolder());
  await reopened(elsewhere, () => elsewhere.handlers["keeping.restore"](restore));
  expect(await count(elsewhere)).toBe(300);
  expect(await sealingOf(elsewhere)).toMatchObject({ state: "off", databases: "plain" });

  await push(desk, "items", [sampleItem("item-late")]);
  await reopened(desk, () => desk.handlers["keeping.restore"](restore));
  expect(await count(desk)).toBe(300);
  expect(readable(folder)).toEqual([]);
  const [aside = ""] = (await desk.handlers["keeping.status"]({})).aside;
  await reopened(desk, () => desk.handlers["keeping.bringBack"]({ aside }));
  expect(await count(desk)).toBe(301);
});

it("a damaged page of the encrypted journal is found, and what can be read is brought into a whole one", async () => {
  const { folder, desk } = await encryptedDesk();
  await desk.close();
  const path = journalOf(folder);
  const bytes = readFileSync(path);
  const at = Math.floor(bytes.length / 4096 / 3) * 4096;
  bytes.fill(0, at, at + 8192);
  writeFileSync(path, bytes);
  const again = await unlocked(folder);
  expect((await again.handlers["keeping.checkChain"]({})).brokenAt).not.toBeNull();
  await reopened(again, async () => {
    const { entries, lost } = await again.handlers["keeping.repair"]({});
    expect(entries).toBeGreaterThan(200);
    expect(lost).toBeGreaterThan(0);
  });
  expect(await again.handlers["keeping.checkChain"]({})).toMatchObject({ brokenAt: null });
  expect(cipherOf(path)).toBe("encrypted");
  await push(again, "items", items(300));
  expect(await count(again)).toBe(300);
});

it("a journal whose first page is gone opens for rescue, and its repair makes a new one", async () => {
  const { folder, desk } = await encryptedDesk();
  await desk.close();
  const bytes = readFileSync(journalOf(folder));
  writeFileSync(journalOf(folder), bytes.fill(7, 0, 4096));
  const again = await unlocked(folder);
  expect(await again.handlers["keeping.status"]({})).toMatchObject({ rescue: true });
  await reopened(again, () => again.handlers["keeping.repair"]({}));
  expect(await count(again)).toBe(0);
  await push(again, "items", items(300));
  expect(await count(again)).toBe(300);
});

it("goes on where encrypting was cut short, and works with what it could not encrypt until it can", async () => {
  const folder = temporaryFolder();
  const first = await openKeptDesk(folder);
  await push(first, "items", items(20));
  await first.close();
  const log = logOf(journalOf(folder));
  const second = await openKeptDesk(folder);
  await push(second, "items", items(300));
  await second.close();
  // As an earlier start that was cut off leaves it: a copy half made, and a log that would bring back what was then.
  writeFileSync(`${journalOf(folder)}.sealing`, "half");
  writeFileSync(`${journalOf(folder)}.sealing-journal`, log);
  const inTheWay = join(folder, "scans.sqlite.sealing");
  mkdirSync(join(inTheWay, "a folder"), { recursive: true });
  const { desk } = await encryptedDesk(folder);
  expect(await sealingOf(desk)).toMatchObject({ state: "open", databases: "partly" });
  expect(Object.fromEntries(databases(folder))).toMatchObject({
    "journal.sqlite": "encrypted",
    "scans.sqlite": "plain",
  });
  expect(desk.reported).toHaveLength(1);
  expect(await desk.handlers["keeping.checkChain"]({})).toMatchObject({ entries: 300, brokenAt: null });
  await desk.close();
  rmSync(inTheWay, { recursive: true });
  const again = await unlocked(folder);
  expect(await sealingOf(again)).toMatchObject({ databases: "encrypted" });
  expect(readdirSync(folder).filter((name) => name.includes("sealing"))).toEqual([]);
  expect(await count(again)).toBe(300);
});

it("asks for the passphrase where the very first database was encrypted when it was cut short", async () => {
  const folder = temporaryFolder();
  const first = await openKeptDesk(folder);
  await push(first, "items", items(300));
  await first.close();
  const before = join(temporaryFolder(), "before");
  cpSync(folder, before, { recursive: true });
  const { desk } = await encryptedDesk(folder);
  await desk.close();
  const [encrypted = "", ...others] = databases(folder).map(([name]) => name ?? "");
  for (const name of others) {
    rmSync(join(folder, name));
    cpSync(join(before, name), join(folder, name));
  }
  expect(databases(folder).filter(([, cipher]) => cipher === "encrypted")).toEqual([
    [encrypted, "encrypted"],
  ]);
  const again = await openKeptDesk(folder);
  await expect(again.handlers["lock.read"]({})).rejects.toMatchObject({ code: "desk-locked" });
  await reopened(again, () => again.handlers["keeping.openObjects"]({ passphrase }));
  expect(await sealingOf(again)).toMatchObject({ databases: "encrypted" });
  expect(await count(again)).toBe(300);
  expect(again.reported).toEqual([]);
});

it("without the file of its key it says so, and touches nothing", async () => {
  const { folder, desk } = await encryptedDesk();
  await desk.close();
  renameSync(join(folder, "object-key"), join(folder, "..", `kept-${folder.slice(-6)}`));
  const bytes = readFileSync(journalOf(folder));
  const lost = await openKeptDesk(folder);
  await expect(lost.handlers["lock.read"]({})).rejects.toMatchObject({ code: "object-key-damaged" });
  await expect(lost.handlers["keeping.openObjects"]({ passphrase })).rejects.toMatchObject({
    code: "object-key-damaged",
  });
  await lost.close();
  expect(readFileSync(journalOf(folder)).equals(bytes)).toBe(true);
  renameSync(join(folder, "..", `kept-${folder.slice(-6)}`), join(folder, "object-key"));
  expect(await count(await unlocked(folder))).toBe(300);
});
