import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import type { Records } from "#shared/archive/collections.ts";
import { editRecord } from "#shared/archive/record.ts";
import { sampleItem, stampAt } from "#tests/helpers/sample-records.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { addPages, flipBit, isWholeObject, journalOf, openKeptDesk, push, reopened } from "./keeping-desk.ts";

type Kept = Awaited<ReturnType<typeof openKeptDesk>>;

const items = (count: number) =>
  Array.from({ length: count }, (_, at) => sampleItem(`item-${String(at).padStart(4, "0")}`));

/** A desk with records, closed in good order; then something happens to its files. */
async function closedDesk(records = items(300)): Promise<string> {
  const folder = temporaryFolder();
  const desk = await openKeptDesk(folder);
  await push(desk, "items", records);
  await desk.handlers["keeping.checkChain"]({});
  await desk.close();
  return folder;
}

function tamper(folder: string, statements: string): void {
  const database = new DatabaseSync(journalOf(folder));
  database.exec("PRAGMA journal_mode = DELETE; DROP TRIGGER entries_stay; DROP TRIGGER entries_never_change");
  database.exec(statements);
  database.close();
}

const count = async (desk: Kept) => (await desk.handlers["records.digest"]({ collection: "items" })).count;
const status = async (desk: Kept) => desk.handlers["keeping.status"]({});

describe("a journal", () => {
  it("whose entry was altered is told of, repaired without that entry, and the damaged one is kept", async () => {
    const edited = editRecord(sampleItem("item-0000"), { note: "sửa lần hai" }, stampAt(9));
    const folder = await closedDesk([...items(300), edited]);
    tamper(folder, "UPDATE entries SET state = replace(state, 'Trần', 'Trấn') WHERE seq = 150");
    const desk = await openKeptDesk(folder);
    expect(await desk.handlers["keeping.checkChain"]({})).toMatchObject({ entries: 301, brokenAt: 150 });
    expect((await status(desk)).chain).toMatchObject({ brokenAt: 150 });
    expect(await desk.handlers["keeping.room"]({})).toMatchObject({ alarm: "chain" });

    await reopened(desk, async () => {
      expect(await desk.handlers["keeping.repair"]({})).toEqual({ entries: 300, records: 299, lost: 1 });
    });
    expect((await status(desk)).chain).toBeNull();
    expect(await desk.handlers["keeping.checkChain"]({})).toMatchObject({ entries: 300, brokenAt: null });
    const { documents } = await desk.handlers["records.read"]({ collection: "items", ids: ["item-0000"] });
    expect(documents[0]).toMatchObject({ note: "sửa lần hai" });
    const [aside = ""] = (await status(desk)).aside;
    expect(existsSync(join(folder, aside, "journal.sqlite"))).toBe(true);

    // The screen still has the record whose entry was lost: it comes back as any edit does.
    await push(desk, "items", items(300));
    expect(await count(desk)).toBe(300);
  });

  it("whose tail was cut off is found at the next start from what was verified, though nothing points to it", async () => {
    const folder = await closedDesk();
    tamper(folder, "DELETE FROM heads WHERE seq > 200; DELETE FROM entries WHERE seq > 200");
    const desk = await openKeptDesk(folder);
    // To itself the shorter chain is whole: only what was noted outside of it says otherwise.
    expect(await desk.handlers["keeping.checkChain"]({})).toMatchObject({ entries: 200, brokenAt: 201 });
    await expect(push(desk, "items", items(300))).rejects.toMatchObject({ code: "journal-closed" });
    await reopened(desk, () => desk.handlers["keeping.repair"]({}));
    await push(desk, "items", items(300));
    expect(await count(desk)).toBe(300);
  });

  it("that was found broken is closed to work until it is repaired, also after a restart, and is read meanwhile", async () => {
    const folder = await closedDesk();
    tamper(folder, "UPDATE entries SET hash = replace(hash, substr(hash, 1, 1), 'x') WHERE seq = 7");
    const first = await openKeptDesk(folder);
    const [lost] = await addPages(first, 1, 1);
    if (!lost) throw new Error("no object");
    const page = async (of: Kept) =>
      (await of.handlers["records.read"]({ collection: "pages", ids: ["page-1"] })).documents[0];
    const free = (await page(first)) as unknown as Records["pages"];
    await push(first, "pages", [editRecord(free, { hold: "" }, stampAt(50))]);
    await first.handlers["keeping.checkChain"]({});
    const more = [sampleItem("item-more")];
    await expect(push(first, "items", more)).rejects.toMatchObject({ code: "journal-closed" });
    await first.close();

    const desk = await openKeptDesk(folder);
    // Known from before: no work comes in until the chain is read again.
    await expect(push(desk, "items", more)).rejects.toMatchObject({ code: "journal-closed" });
    expect(await count(desk)).toBe(300);
    const { documents } = await desk.handlers["records.read"]({ collection: "items", ids: ["item-0100"] });
    expect(documents).toHaveLength(1);
    // What else is wrong is told as ever, and its page is held once it can be.
    rmSync(desk.objects.path(lost));
    expect(await desk.handlers["keeping.checkObjects"]({})).toMatchObject({ missing: 1 });
    expect(await page(desk)).toMatchObject({ hold: "" });
    await reopened(desk, () => desk.handlers["keeping.repair"]({}));
    await desk.handlers["keeping.checkObjects"]({});
    expect(await page(desk)).toMatchObject({ hold: "corrupt" });
    await push(desk, "items", [...items(300), ...more]);
    expect(await count(desk)).toBe(301);
    expect(await desk.handlers["keeping.checkChain"]({})).toMatchObject({ brokenAt: null });
    expect(desk.reported).toEqual([]);
  });

  it("with a damaged page is opened as far as it goes, told of, and repaired with all that can be read", async () => {
    const folder = await closedDesk();
    const path = journalOf(folder);
    const size = statSync(path).size;
    // A run of pages in the midst of the entries, zeroed as by a bad block.
    const bytes = readFileSync(path);
    bytes.fill(0, Math.floor(size / 4096 / 3) * 4096, Math.floor(size / 4096 / 3) * 4096 + 8192);
    writeFileSync(path, bytes);
    const desk = await openKeptDesk(folder);
    const chain = await desk.handlers["keeping.checkChain"]({});
    expect(chain.brokenAt).not.toBeNull();
    await reopened(desk, async () => {
      const report = await desk.handlers["keeping.repair"]({});
      expect(report.entries).toBeGreaterThan(200);
      expect(report.entries).toBeLessThan(300);
    });
    expect(await desk.handlers["keeping.checkChain"]({})).toMatchObject({ brokenAt: null });
    await push(desk, "items", items(300));
    expect(await count(desk)).toBe(300);
  });

  it("that cannot be opened at all leaves the desk open for rescue; a backup brings everything back", async () => {
    const folder = temporaryFolder();
    const disk = temporaryFolder();
    const before = await openKeptDesk(folder);
    await push(before, "items", items(30));
    const digests = await addPages(before, 1, 3);
    await before.handlers["keeping.addPlace"]({ folder: disk, passphrase: "" });
    const [place] = (await status(before)).places;
    const { name } = await before.handlers["keeping.backup"]({ id: place?.id ?? "" });
    await before.close();
    writeFileSync(journalOf(folder), "this was a journal once, and is no database any more".repeat(200));

    const desk = await openKeptDesk(folder);
    expect(await status(desk)).toMatchObject({ rescue: true, places: [{ id: place?.id, present: true }] });
    await expect(desk.handlers["session.read"]({})).rejects.toMatchObject({ code: "journal-damaged" });
    await reopened(desk, async () => {
      const report = await desk.handlers["keeping.restore"]({
        folder: disk,
        passphrase: "",
        generation: name,
      });
      expect(report).toMatchObject({ records: 33, objects: 3, whole: true });
    });
    expect(await status(desk)).toMatchObject({ rescue: false });
    expect(await count(desk)).toBe(30);
    for (const digest of digests) expect(isWholeObject(desk, digest)).toBe(true);
    const [aside = ""] = (await status(desk)).aside;
    expect(readFileSync(join(folder, aside, "journal.sqlite"), "utf8")).toContain("this was a journal once");
  });

  it("that cannot be opened and has no backup begins anew, and the screen fills it again", async () => {
    const folder = await closedDesk();
    writeFileSync(journalOf(folder), Buffer.alloc(50_000, 7));
    const desk = await openKeptDesk(folder);
    expect((await status(desk)).rescue).toBe(true);
    await reopened(desk, async () => {
      expect(await desk.handlers["keeping.repair"]({})).toMatchObject({ entries: 0 });
    });
    await push(desk, "items", items(300));
    expect(await count(desk)).toBe(300);
    expect(await desk.handlers["keeping.checkChain"]({})).toMatchObject({ entries: 300, brokenAt: null });
  });
});

describe("an object", () => {
  it("with one flipped bit is found, brought back from a backup, and the damaged bytes are kept", async () => {
    const folder = temporaryFolder();
    const disk = temporaryFolder();
    const desk = await openKeptDesk(folder);
    const [one, other] = await addPages(desk, 1, 3);
    if (!one || !other) throw new Error("no objects");
    await desk.handlers["keeping.addPlace"]({ folder: disk, passphrase: "" });
    await desk.handlers["keeping.backup"]({ id: (await status(desk)).places[0]?.id ?? "" });
    flipBit(desk.objects.path(one));
    rmSync(desk.objects.path(other));
    expect(await desk.handlers["keeping.checkObjects"]({})).toMatchObject({
      ...{ total: 3, fresh: 3, damaged: 0, missing: 0 },
    });
    expect(isWholeObject(desk, one) && isWholeObject(desk, other)).toBe(true);
    expect(readdirSync(join(folder, "damaged-objects"))).toHaveLength(1);
  });

  it("that nobody has whole is listed with its page, which is held to be scanned again; the others stay whole", async () => {
    const folder = temporaryFolder();
    const desk = await openKeptDesk(folder);
    await push(desk, "items", [sampleItem("item-1")]);
    const [one, other] = await addPages(desk, 1, 2);
    if (!one || !other) throw new Error("no objects");
    const [free] = (await desk.handlers["records.read"]({ collection: "pages", ids: ["page-1"] })).documents;
    await push(desk, "pages", [editRecord(free as unknown as Records["pages"], { hold: "" }, stampAt(50))]);
    flipBit(desk.objects.path(one));
    expect(await desk.handlers["keeping.checkObjects"]({})).toMatchObject({ total: 2, fresh: 1, damaged: 1 });
    expect(await desk.handlers["keeping.wrongObjects"]({})).toMatchObject([
      {
        digest: one,
        state: "damaged",
        field: "masterDigest",
        collection: "pages",
        id: "page-1",
        itemId: "item-1",
      },
    ]);
    const { documents } = await desk.handlers["records.read"]({ collection: "pages", ids: ["page-1"] });
    expect(documents[0]).toMatchObject({ hold: "corrupt" });
    // Nothing of it was destroyed: where the bytes can be had again they are.
    const bytes = readFileSync(desk.objects.path(one));
    expect(bytes.length).toBe(20_001);
  });
});
