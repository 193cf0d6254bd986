import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, it } from "vitest";
import { editRecord } from "#shared/archive/record.ts";
import type { Journal } from "#electron/journal/journal.ts";
import { openIndex } from "#electron/index/open-index.ts";
import { openSearch, searchHandlers } from "#electron/search/open-search.ts";
import type { ReadWords } from "#electron/search/word-slices.ts";
import { openTestJournal } from "#tests/helpers/open-test-journal.ts";
import { sampleFile, sampleItem, samplePage, stampAt } from "#tests/helpers/sample-records.ts";

const noWords = () => Promise.resolve(undefined);

function opened(journal: Journal & { folder: string }, readWords: ReadWords = noWords) {
  const index = openIndex({ folder: journal.folder, journal, readWords });
  const find = openSearch({ index, journal, readWords });
  const ids = async (words: string) => (await find({ words, limit: 50 })).hits.map(({ id }) => id);
  return {
    ids,
    find,
    catchUp: () => index.catchUp(),
    arrived: (digest: string) => index.objectArrived(digest),
    close: () => index.close(),
    handlers: searchHandlers({ index, journal, readWords }),
  };
}

it("finds what was written just before, edited, withdrawn, and made to stand again", async () => {
  const journal = openTestJournal();
  const { ids, handlers, close } = opened(journal);
  const item = sampleItem("item-1", { subject: "Đường liên xã" });
  journal.write("items", [item], "screen");
  expect(await ids("duong lien xa")).toEqual(["item-1"]);
  const edited = editRecord(item, { subject: "Kênh mương" }, stampAt(5));
  journal.write("items", [edited], "screen");
  expect(await ids("duong lien xa")).toEqual([]);
  expect(await ids("kenh muong")).toEqual(["item-1"]);
  const withdrawn = editRecord(edited, { withdrawn: "nhập nhầm" }, stampAt(6));
  journal.write("items", [withdrawn], "screen");
  expect(await ids("kenh muong")).toEqual([]);
  journal.write("items", [editRecord(withdrawn, { withdrawn: "" }, stampAt(7))], "screen");
  expect(await handlers["search.find"]({ words: "kenh", limit: 5 })).toMatchObject({ total: 1 });
  await close();
});

it("leaves out the items of a file that was withdrawn, until it stands again", async () => {
  const journal = openTestJournal();
  const { ids, close } = opened(journal);
  const file = sampleFile("file-1", { title: "Sổ theo dõi" });
  journal.write("files", [file], "screen");
  journal.write("items", [sampleItem("item-1", { subject: "Kênh mương", fileId: "file-1" })], "screen");
  expect(await ids("kenh muong")).toEqual(["item-1"]);
  const withdrawn = editRecord(file, { withdrawn: "lập trùng" }, stampAt(6));
  journal.write("files", [withdrawn], "screen");
  expect(await ids("kenh muong")).toEqual([]);
  journal.write("files", [editRecord(withdrawn, { withdrawn: "" }, stampAt(7))], "screen");
  expect(await ids("kenh muong")).toEqual(["item-1"]);
  await close();
});

it("follows the journal by itself and goes on where it stopped", async () => {
  const journal = openTestJournal();
  const many = Array.from({ length: 450 }, (_, place) =>
    sampleItem(`i${place}`, { subject: `Số ${place} kho` }),
  );
  let pulls = 0;
  const counted: typeof journal = {
    ...journal,
    pull(collection, checkpoint, limit) {
      const answer = journal.pull(collection, checkpoint, limit);
      pulls += answer.documents.length;
      return answer;
    },
  };
  const first = opened(counted);
  journal.write("items", many, "screen");
  await first.catchUp();
  // Once for lists, once for words.
  expect(pulls).toBe(900);
  await first.close();
  journal.write("items", [sampleItem("later", { subject: "Viết sau" })], "screen");
  const again = opened(counted);
  expect(await again.ids("viet sau")).toEqual(["later"]);
  expect(await again.ids("so 449 kho")).toEqual(["i449"]);
  expect(pulls).toBe(902);
  await again.close();
});

it("is whole after it was closed in the middle", async () => {
  const journal = openTestJournal();
  const many = Array.from({ length: 600 }, (_, place) =>
    sampleItem(`i${place}`, { subject: `Kho ${place}` }),
  );
  journal.write("items", many, "screen");
  const first = opened(journal);
  const running = first.catchUp();
  await first.close();
  await running;
  const again = opened(journal);
  await again.catchUp();
  for (const place of [0, 99, 100, 101, 599]) expect(await again.ids(`kho ${place}`)).toContain(`i${place}`);
  await again.close();
});

it.each([
  ["was deleted", (path: string) => rmSync(path)],
  ["is damaged", (path: string) => writeFileSync(path, "not a database, not at all".repeat(400))],
  [
    "is of another version",
    (path: string) => {
      const database = new DatabaseSync(path);
      database.exec("PRAGMA user_version = 77");
      database.close();
    },
  ],
])("is built again from the journal when its file %s", async (_, harm) => {
  const journal = openTestJournal();
  journal.write("items", [sampleItem("item-1", { subject: "Đường liên xã" })], "screen");
  const first = opened(journal);
  expect(await first.ids("lien xa")).toEqual(["item-1"]);
  await first.close();
  const path = join(journal.folder, "index.sqlite");
  expect(existsSync(path)).toBe(true);
  harm(path);
  const again = opened(journal);
  expect(await again.ids("lien xa")).toEqual(["item-1"]);
  await again.close();
});

it("is built again when a search comes upon damage within", async () => {
  const journal = openTestJournal();
  const many = Array.from({ length: 900 }, (_, place) =>
    sampleItem(`i${place}`, { subject: `Kho số ${place}` }),
  );
  journal.write("items", many, "screen");
  const first = opened(journal);
  await first.catchUp();
  await first.close();
  const path = join(journal.folder, "index.sqlite");
  // Behind the roots of all tables, so that the file opens well.
  const database = new DatabaseSync(path);
  const roots = database.prepare("SELECT max(rootpage) AS last FROM sqlite_schema").get();
  database.close();
  const pageSize = 4096;
  writeFileSync(path, readFileSync(path).fill(0xff, pageSize * Number(roots?.["last"])));
  const again = opened(journal);
  for (const place of [0, 450, 899]) expect(await again.ids(`kho so ${place}`)).toContain(`i${place}`);
  await again.close();
});

it("forgets a journal that was replaced by another", async () => {
  const old = openTestJournal();
  old.write("items", [sampleItem("gone", { subject: "Kho cũ" })], "screen");
  const first = opened(old);
  await first.catchUp();
  await first.close();
  const journal = openTestJournal();
  journal.write("items", [sampleItem("here", { subject: "Kho mới" })], "screen");
  const again = opened({ ...journal, folder: old.folder });
  const answer = await again.find({ words: "kho", limit: 5 });
  expect(answer.hits.map(({ id }) => id)).toEqual(["here"]);
  expect(answer.total).toBe(1);
  await again.close();
});

it("reads a page's words again only when they changed, and goes on past words that cannot be read", async () => {
  const journal = openTestJournal();
  const texts: Record<string, string> = { one: "chữ ban đầu", two: "chữ sửa lại" };
  const asked: string[] = [];
  const { ids, catchUp, close } = opened(journal, (digest) => {
    asked.push(digest);
    const text = texts[digest];
    return text === undefined
      ? Promise.reject(new Error("cannot be read"))
      : Promise.resolve({ text, words: [] });
  });
  const page = samplePage("p1", { wordsDigest: "one" });
  journal.write("items", [sampleItem("item-1")], "screen");
  journal.write("pages", [samplePage("p0", { wordsDigest: "broken" }), page], "desk");
  await catchUp();
  expect(asked).toEqual(["broken", "one"]);
  journal.write("pages", [editRecord(page, { dpi: 200 }, stampAt(5))], "desk");
  await catchUp();
  expect(asked).toHaveLength(2);
  expect(await ids("ban dau")).toEqual(["item-1"]);
  journal.write("pages", [editRecord(page, { wordsDigest: "two" }, stampAt(6))], "desk");
  expect(await ids("ban dau")).toEqual([]);
  expect(await ids("sua lai")).toEqual(["item-1"]);
  const moved = editRecord(page, { wordsDigest: "two", itemId: "item-2" }, stampAt(7));
  journal.write("items", [sampleItem("item-2")], "screen");
  journal.write("pages", [moved], "desk");
  expect(await ids("sua lai")).toEqual(["item-2"]);
  journal.write("pages", [editRecord(moved, { withdrawn: "quét lại" }, stampAt(8))], "desk");
  expect(await ids("sua lai")).toEqual([]);
  await close();
});

it("finds a page's words when their object comes after the page, whatever else is awaited", async () => {
  const journal = openTestJournal();
  const texts: Record<string, string> = {};
  const { ids, arrived, close } = opened(journal, (digest) => {
    const text = texts[digest];
    return Promise.resolve(text === undefined ? undefined : { text, words: [] });
  });
  journal.write("items", [sampleItem("item-1"), sampleItem("item-2")], "province");
  const pages = [
    samplePage("p1", { itemId: "item-1", wordsDigest: "late" }),
    samplePage("p2", { itemId: "item-2", wordsDigest: "late" }),
    samplePage("p3", { itemId: "item-2", wordsDigest: "never" }),
  ];
  journal.write("pages", pages, "province");
  expect(await ids("ruong bac thang")).toEqual([]);
  arrived("never");
  arrived("unknown");
  texts["late"] = "Ruộng bậc thang";
  arrived("late");
  expect((await ids("ruong bac thang")).sort()).toEqual(["item-1", "item-2"]);
  await close();
});
