import { describe, expect, it } from "vitest";
import { editRecord } from "#shared/archive/record.ts";
import { openJournaledDesk, openScreen, settle, until } from "#tests/helpers/screen-and-desk.ts";
import { sampleFile, stampAt } from "#tests/helpers/sample-records.ts";

describe("the screen's records and the desk's journal", () => {
  it("come to hold the same, written on either side", async () => {
    const { journal, desk } = openJournaledDesk();
    const { db, saving } = await openScreen(desk);
    const written = sampleFile("f-screen");
    saving.wrote("files", written);
    await db.files.insert(written);
    journal.write("files", [sampleFile("f-desk")], "desk");
    await until(() => journal.read("files", "f-screen") !== undefined);
    await until(async () => (await db.files.findOne("f-desk").exec()) !== null);
    await until(() => saving.state().pending === 0);
    expect(saving.state().savedAt).toBeGreaterThan(0);
  });

  it("keep both edits when two sides edit different fields at once", async () => {
    const { journal, desk } = openJournaledDesk();
    const { db } = await openScreen(desk);
    const first = sampleFile("f");
    await db.files.insert(first);
    await until(() => journal.read("files", "f") !== undefined);
    journal.write("files", [editRecord(first, { box: "99" }, stampAt(20, "desk"))], "desk");
    const mine = await db.files.findOne("f").exec(true);
    await mine.incrementalModify((record) => editRecord(record, { title: "Đã sửa" }, stampAt(21)));
    await until(() => journal.read("files", "f")?.title === "Đã sửa");
    expect(journal.read("files", "f")).toMatchObject({ title: "Đã sửa", box: "99" });
    await until(async () => (await db.files.findOne("f").exec())?.box === "99");
  });

  it("a lost browser profile is filled again from the journal", async () => {
    const { journal, desk } = openJournaledDesk();
    const before = await openScreen(desk);
    await before.db.files.bulkInsert(Array.from({ length: 1200 }, (_, at) => sampleFile(`f${at}`)));
    await until(() => journal.count("files") === 1200);
    await before.close();
    const after = await openScreen(desk);
    await until(async () => (await after.db.files.count().exec()) === 1200);
    expect((await after.compare("files").compare()).equal).toBe(true);
  });

  it("a row that the desk refuses is counted as refused and does not hold up the others", async () => {
    const { journal, desk } = openJournaledDesk();
    const { db, saving } = await openScreen(desk);
    const bad = { ...sampleFile("bad"), title: "x".repeat(2000) };
    for (const record of [bad, sampleFile("good")]) saving.wrote("files", record);
    await db.files.bulkInsert([bad, sampleFile("good")]);
    await until(() => journal.read("files", "good") !== undefined);
    await until(() => saving.state().pending === 0);
    expect(saving.state().refused).toBe(1);
    expect(journal.read("files", "bad")).toBeUndefined();
  });
});

// The third pit, a clock set back between two starts, needs a page that starts anew: see e2e/resilience.test.ts.
describe("what RxDB's checkpoints lose, the comparison of digests finds", () => {
  it("a row that disappeared from a pulled batch", async () => {
    const { journal, desk } = openJournaledDesk(async (name, input, call) => {
      const result = (await call(name, input)) as { ok: boolean; value: { documents: { id: string }[] } };
      if (name !== "records.pull" || !result.ok) return result;
      const documents = result.value.documents.filter(({ id }) => id !== "lost");
      return { ok: true, value: { ...result.value, documents } };
    });
    const { db, compare } = await openScreen(desk);
    journal.write("files", [sampleFile("kept"), sampleFile("lost")], "desk");
    await until(async () => (await db.files.findOne("kept").exec()) !== null);
    await settle();
    expect(await db.files.findOne("lost").exec()).toBeNull();
    expect(await compare("files").compare()).toMatchObject({ equal: true, fetched: 1 });
    expect(await db.files.findOne("lost").exec()).not.toBeNull();
  });

  it("rows that a handler answered as taken though it had failed", async () => {
    let failures = 1;
    const { journal, desk } = openJournaledDesk((name, input, call) => {
      if (name !== "records.push" || failures === 0) return call(name, input);
      failures -= 1;
      return Promise.resolve({ ok: true, value: { conflicts: [], refused: [] } });
    });
    const { db, compare } = await openScreen(desk);
    await db.files.bulkInsert(Array.from({ length: 10 }, (_, at) => sampleFile(`f${at}`)));
    await until(() => failures === 0);
    await settle();
    expect(journal.count("files")).toBe(0);
    expect(await compare("files").compare()).toMatchObject({ equal: true, sent: 10 });
    expect(journal.count("files")).toBe(10);
  });

  it("rows whose push failed once are sent again by themselves", async () => {
    let failures = 1;
    const { journal, desk } = openJournaledDesk((name, input, call) => {
      if (name !== "records.push" || failures === 0) return call(name, input);
      failures -= 1;
      return Promise.resolve({ ok: false, fault: { code: "internal", lasting: false, detail: "once" } });
    });
    const { db } = await openScreen(desk);
    await db.files.bulkInsert(Array.from({ length: 10 }, (_, at) => sampleFile(`f${at}`)));
    await until(() => journal.count("files") === 10);
  });
});
