import { describe, expect, it } from "vitest";
import { editRecord } from "#shared/archive/record.ts";
import type { PushRow } from "#shared/replication/messages.ts";
import { newProfile, openJournaledDesk, openScreen, until } from "#tests/helpers/screen-and-desk.ts";
import { sampleFile, stampAt } from "#tests/helpers/sample-records.ts";

const files = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => sampleFile(`f${String(from + at).padStart(5, "0")}`));

/** A desk whose pulls and pushes of files are counted; `beforePage` is called before the nth page is handed over. */
function openCountedDesk(beforePage: (pull: number) => Promise<void> | void = () => undefined) {
  const pushed: PushRow[] = [];
  const seen = { pulls: 0 };
  const opened = openJournaledDesk(async (name, input, call) => {
    const { collection, rows = [] } = input as { collection?: string; rows?: PushRow[] };
    if (collection !== "files") return call(name, input);
    if (name === "records.push") pushed.push(...rows);
    const answer = await call(name, input);
    if (name !== "records.pull") return answer;
    seen.pulls += 1;
    await beforePage(seen.pulls);
    return answer;
  });
  return { ...opened, pushed, seen };
}

describe("pulling whole pages of new records", () => {
  it("fills an empty profile, sends nothing back and goes on from there at the next start", async () => {
    const { journal, desk, pushed, seen } = openCountedDesk();
    journal.write("files", files(0, 2000), "desk");
    const profile = newProfile();
    const first = await openScreen(desk, profile);
    await first.replication.files.awaitInitialReplication();
    expect(await first.db.files.count().exec()).toBe(2000);
    expect((await first.compare("files").compare()).equal).toBe(true);
    await first.replication.files.awaitInSync();
    await first.close();
    const before = seen.pulls;
    const again = await openScreen(desk, profile);
    await again.replication.files.awaitInSync();
    expect(seen.pulls - before).toBe(1);
    expect(pushed).toEqual([]);
  });

  it("takes the desk's later changes of what it filled", async () => {
    const { journal, desk } = openCountedDesk();
    journal.write("files", files(0, 600), "desk");
    const { db, replication, compare } = await openScreen(desk);
    await replication.files.awaitInitialReplication();
    const [record] = files(3, 4);
    if (!record) throw new Error("no record");
    journal.write("files", [editRecord(record, { box: "77" }, stampAt(50, "desk"))], "desk");
    await until(async () => (await db.files.findOne(record.id).exec())?.box === "77");
    expect((await compare("files").compare()).equal).toBe(true);
  });

  it("says of an edit of what it filled which state it was made on", async () => {
    const { journal, desk, pushed } = openCountedDesk();
    const records = files(0, 600);
    journal.write("files", records, "desk");
    const { db, replication } = await openScreen(desk);
    await replication.files.awaitInitialReplication();
    const edited = await db.files.findOne("f00003").exec(true);
    await edited.incrementalModify((record) => editRecord(record, { title: "Một" }, stampAt(60)));
    await edited.incrementalModify((record) => editRecord(record, { title: "Hai" }, stampAt(61)));
    await until(() => journal.read("files", "f00003")?.title === "Hai");
    expect(pushed[0]?.assumedMasterState).toEqual({ id: "f00003", clocks: records[3]?.clocks });
  });

  it("a conflict with the desk is noticed by that state", async () => {
    const { journal, desk } = openCountedDesk();
    journal.write("files", files(0, 600), "desk");
    const { db, replication } = await openScreen(desk);
    await replication.files.awaitInitialReplication();
    const held = await db.files.findOne("f00003").exec(true);
    const [record] = files(3, 4);
    if (!record) throw new Error("no record");
    const theirs = { ...stampAt(70, "other"), by: "Người khác" };
    const edit = held.incrementalModify((mine) => editRecord(mine, { title: "Của tôi" }, stampAt(71)));
    journal.write("files", [editRecord(record, { title: "Của người khác" }, theirs)], "province");
    await edit;
    await until(() => journal.read("files", "f00003")?.title === "Của tôi");
    await until(() => journal.count("conflicts") === 1);
  });

  it("loses nothing that is written while it fills", async () => {
    const opened: { screen?: Awaited<ReturnType<typeof openScreen>> } = {};
    const { journal, desk } = openCountedDesk(async (pull) => {
      const { screen } = opened;
      if (pull !== 4 || !screen) return;
      const held = await screen.db.files.findOne("f00003").exec(true);
      await held.incrementalModify((record) => editRecord(record, { title: "Giữa chừng" }, stampAt(80)));
      await screen.db.files.insert(sampleFile("g-new"));
    });
    journal.write("files", files(0, 3000), "desk");
    opened.screen = await openScreen(desk);
    const { db, replication, compare } = opened.screen;
    await until(() => journal.read("files", "f00003")?.title === "Giữa chừng");
    await until(() => journal.read("files", "g-new") !== undefined);
    await replication.files.awaitInSync();
    expect(await db.files.count().exec()).toBe(3001);
    expect((await db.files.findOne("f00003").exec())?.title).toBe("Giữa chừng");
    expect(await compare("files").compare()).toEqual({ equal: true, sent: 0, fetched: 0 });
  });

  it("is whole after it was interrupted", async () => {
    const profile = newProfile();
    const { journal, desk, seen } = openCountedDesk(async (pull) => {
      if (pull === 3) await new Promise((resume) => setTimeout(resume, 1000));
    });
    journal.write("files", files(0, 2200), "desk");
    const first = await openScreen(desk, profile);
    await until(() => seen.pulls === 3);
    await first.close();
    journal.write("files", [editRecord(sampleFile("f00001"), { box: "5" }, stampAt(90, "desk"))], "desk");
    const again = await openScreen(desk, profile);
    await again.replication.files.awaitInSync();
    expect(await again.db.files.count().exec()).toBe(2200);
    expect(await again.compare("files").compare()).toEqual({ equal: true, sent: 0, fetched: 0 });
  });

  it("an early page's older state does not come after a later page's newer one", async () => {
    const opened: { screen?: Awaited<ReturnType<typeof openScreen>>; armed?: number } = {};
    const { journal, desk, seen } = openCountedDesk(async (pull) => {
      const { screen, armed } = opened;
      if (pull !== armed || !screen) return;
      const held = await screen.db.files.findOne("f00003").exec(true);
      await held.incrementalModify((record) => editRecord(record, { title: "Mới nhất" }, stampAt(99)));
      await until(async () => (await screen.db.files.findOne("f00003").exec())?.box === "8");
      journal.write("files", files(2000, 2900), "desk");
    });
    journal.write("files", files(0, 10), "desk");
    opened.screen = await openScreen(desk);
    const { db, replication, compare } = opened.screen;
    await replication.files.awaitInSync();
    opened.armed = seen.pulls + 1;
    const changed = editRecord(sampleFile("f00003"), { box: "8" }, stampAt(95, "desk"));
    journal.write("files", [changed, ...files(1000, 1599)], "desk");
    await until(async () => (await db.files.count().exec()) === 10 + 599 + 900);
    await replication.files.awaitInSync();
    expect(await db.files.findOne("f00003").exec()).toMatchObject({ title: "Mới nhất", box: "8" });
    expect(await compare("files").compare()).toEqual({ equal: true, sent: 0, fetched: 0 });
  });
});
