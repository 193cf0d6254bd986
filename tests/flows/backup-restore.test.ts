import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { sampleItem } from "#tests/helpers/sample-records.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { addPages, flipBit, isWholeObject, openKeptDesk, push, reopened } from "./keeping-desk.ts";

async function backedUp(passphrase = "") {
  const folder = temporaryFolder();
  const disk = temporaryFolder();
  const desk = await openKeptDesk(folder);
  await push(desk, "items", [sampleItem("item-1"), sampleItem("item-2")]);
  const digests = await addPages(desk, 1, 5);
  await desk.handlers["keeping.addPlace"]({ folder: disk, passphrase });
  const status = async () => desk.handlers["keeping.status"]({});
  const [place] = (await status()).places;
  if (!place) throw new Error("no place");
  return { folder, disk, desk, digests, status, id: place.id };
}

const overview = async (desk: Awaited<ReturnType<typeof openKeptDesk>>) =>
  Promise.all(
    (["items", "pages"] as const).map(async (collection) => desk.handlers["records.digest"]({ collection })),
  );

describe("a backup", () => {
  it("holds every record and object, shares objects among generations, and its drill reads all of it back", async () => {
    const { desk, disk, id, status, digests } = await backedUp();
    const first = await desk.handlers["keeping.backup"]({ id });
    expect(first).toMatchObject({ records: 7, objects: 5, lacking: 0 });
    const [sixth] = await addPages(desk, 6, 1);
    const second = await desk.handlers["keeping.backup"]({ id });
    expect(second).toMatchObject({ records: 8, objects: 6, lacking: 0 });
    const stored = readdirSync(join(disk, "objects")).flatMap((prefix) =>
      readdirSync(join(disk, "objects", prefix)).map((rest) => prefix + rest),
    );
    expect(stored.sort()).toEqual([...digests, sixth].sort());

    const drill = await desk.handlers["keeping.drill"]({ id });
    expect(drill).toMatchObject({
      records: 8,
      entries: 8,
      objects: 6,
      chainHolds: true,
      wrongCount: 0,
      whole: true,
    });
    const after = await status();
    expect(after.drill).toEqual(drill);
    expect(after.places[0]).toMatchObject({ present: true, problem: "", generations: [second, first] });
    expect(after.places[0]?.lastAt).not.toBe("");
    expect(desk.reported).toEqual([]);
  });

  it("whose object or journal is damaged fails the drill, by name", async () => {
    const { desk, disk, id, digests } = await backedUp();
    const { name } = await desk.handlers["keeping.backup"]({ id });
    const [one = ""] = digests;
    flipBit(join(disk, "objects", one.slice(0, 2), one.slice(2)));
    expect(await desk.handlers["keeping.drill"]({ id })).toMatchObject({
      ...{ chainHolds: true, wrong: [one], wrongCount: 1, whole: false },
    });
    flipBit(join(disk, "generations", name, "journal.sqlite"));
    const drill = await desk.handlers["keeping.drill"]({ id });
    expect(drill.whole).toBe(false);
    expect(drill.wrong).toContain("journal.sqlite");
  });

  it("never takes a damaged object for a good one, and says that it lacks it", async () => {
    const { desk, id, digests, disk } = await backedUp();
    const [one] = digests;
    if (!one) throw new Error("no object");
    flipBit(desk.objects.path(one));
    expect(await desk.handlers["keeping.backup"]({ id })).toMatchObject({ objects: 4, lacking: 1 });
    expect(readdirSync(join(disk, "objects"), { recursive: true }).join(" ")).not.toContain(one.slice(2));
  });

  it("whose disk is not there, or is another, says so and writes nothing", async () => {
    const { desk, disk, id, status } = await backedUp();
    renameSync(disk, `${disk}-away`);
    mkdirSync(disk);
    await expect(desk.handlers["keeping.backup"]({ id })).rejects.toMatchObject({ code: "backup-missing" });
    expect(readdirSync(disk)).toEqual([]);
    expect((await status()).places[0]).toMatchObject({ present: false, problem: "backup-missing" });
    renameSync(disk, `${disk}-empty`);
    renameSync(`${disk}-away`, disk);
    await desk.handlers["keeping.backup"]({ id });
    expect((await status()).places[0]).toMatchObject({ present: true, problem: "" });
  });

  it("keeps three generations at the least and seven at the most, and no secret of the connection", async () => {
    const { desk, disk, id, status } = await backedUp();
    for (let round = 0; round < 9; round += 1) await desk.handlers["keeping.backup"]({ id });
    const [place] = (await status()).places;
    expect(place?.generations).toHaveLength(7);
    const newest = place?.generations[0]?.name ?? "";
    const settings = JSON.parse(
      readFileSync(join(disk, "generations", newest, "settings.json"), "utf8"),
    ) as object;
    expect(settings).toMatchObject({ province: null, practiceToken: "" });
  });

  it("is refused within the desk's own folder, and where there is no folder", async () => {
    const { desk, folder } = await backedUp();
    const add = async (to: string) => desk.handlers["keeping.addPlace"]({ folder: to, passphrase: "" });
    await expect(add(join(folder, "objects"))).rejects.toMatchObject({ code: "backup-inside" });
    await expect(add(join(folder, "..", "no-such-folder"))).rejects.toMatchObject({ code: "folder-missing" });
    await expect(add("relative")).rejects.toMatchObject({ code: "folder-missing" });
  });
});

describe("a sealed backup", () => {
  it("shows nothing without its passphrase, and restores with it", async () => {
    const { desk, disk, id, digests } = await backedUp("một câu mật khẩu dài");
    await desk.handlers["keeping.backup"]({ id });
    const names = readdirSync(disk, { recursive: true }).map(String);
    for (const digest of digests) expect(names.join(" ")).not.toContain(digest.slice(2));
    const files = names.filter((name) => /\.sqlite$|objects\.txt$|manifest\.json$/u.test(name));
    expect(files.length).toBeGreaterThan(2);
    for (const name of files) {
      const bytes = readFileSync(join(disk, name));
      expect(bytes.subarray(0, 6).toString()).toBe("MLENV1");
      expect(bytes.includes(Buffer.from("Tuy Phước"))).toBe(false);
    }
    expect(await desk.handlers["keeping.drill"]({ id })).toMatchObject({ whole: true, objects: 5 });

    const other = await openKeptDesk(temporaryFolder());
    const look = async (passphrase: string) => other.handlers["keeping.look"]({ folder: disk, passphrase });
    await expect(look("")).rejects.toMatchObject({ code: "passphrase-needed" });
    await expect(look("một câu khác hẳn")).rejects.toMatchObject({ code: "passphrase-wrong" });
    const [generation] = await look("một câu mật khẩu dài");
    expect(generation).toMatchObject({ records: 7, objects: 5 });
    await reopened(other, async () =>
      other.handlers["keeping.restore"]({
        ...{ folder: disk, passphrase: "một câu mật khẩu dài", generation: generation?.name ?? "" },
      }),
    );
    expect(await overview(other)).toEqual(await overview(desk));
    for (const digest of digests) expect(isWholeObject(other, digest)).toBe(true);
  });
});

describe("a restore", () => {
  it("puts the state of the backup in place, moves the present data aside, and can be taken back", async () => {
    const { desk, disk, id, status, digests } = await backedUp();
    const { name } = await desk.handlers["keeping.backup"]({ id });
    const atBackup = await overview(desk);
    const [later] = await addPages(desk, 6, 1);
    const before = await overview(desk);
    const deviceId = (await desk.handlers["session.read"]({})).deviceId;
    const pulled = await desk.handlers["records.pull"]({ collection: "items", checkpoint: null, limit: 1 });

    await reopened(desk, async () =>
      desk.handlers["keeping.restore"]({ folder: disk, passphrase: "", generation: name }),
    );
    expect(await overview(desk)).toEqual(atBackup);
    expect((await desk.handlers["session.read"]({})).deviceId).toBe(deviceId);
    // The screen's knowledge of the former journal says nothing of this one.
    const again = await desk.handlers["records.pull"]({
      ...{ collection: "items" as const, checkpoint: pulled.checkpoint, limit: 10 },
    });
    expect(again.documents).toHaveLength(2);
    // Objects are never taken away.
    for (const digest of [...digests, later]) expect(digest && isWholeObject(desk, digest)).toBe(true);

    const { aside } = await status();
    expect(aside).toHaveLength(1);
    await reopened(desk, async () => desk.handlers["keeping.bringBack"]({ aside: aside[0] ?? "" }));
    expect(await overview(desk)).toEqual(before);
    expect(await desk.handlers["keeping.checkChain"]({})).toMatchObject({ brokenAt: null });
    expect(desk.reported).toEqual([]);
  });

  it("of a backup whose journal does not hold changes nothing", async () => {
    const { desk, disk, id, status } = await backedUp();
    const { name } = await desk.handlers["keeping.backup"]({ id });
    const path = join(disk, "generations", name, "journal.sqlite");
    writeFileSync(path, readFileSync(path).subarray(0, 20_000));
    const before = await overview(desk);
    const report = await desk.handlers["keeping.restore"]({ folder: disk, passphrase: "", generation: name });
    expect(report).toMatchObject({ chainHolds: false, whole: false });
    expect(await overview(desk)).toEqual(before);
    expect((await status()).aside).toEqual([]);
  });

  it("can be stopped, and leaves nothing behind", async () => {
    const { desk, folder, id, status } = await backedUp();
    await addPages(desk, 10, 100);
    const working = desk.handlers["keeping.backup"]({ id });
    const refused = expect(working).rejects.toMatchObject({ code: "keeping-stopped" });
    await vi.waitFor(async () => expect((await status()).task?.kind).toBe("backup"), { interval: 1 });
    await desk.handlers["keeping.cancel"]({});
    await refused;
    expect(readdirSync(folder)).not.toContain("backup-work");
    expect((await desk.handlers["keeping.status"]({})).places[0]?.generations).toEqual([]);
  });
});
