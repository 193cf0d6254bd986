import { Check } from "typebox/value";
import { describe, expect, test } from "vitest";
import { writeTemplate } from "#electron/inventory/write-template.ts";
import { exclusionSchema } from "#shared/archive/exclusion.ts";
import { itemSchema } from "#shared/archive/item.ts";
import { editRecord } from "#shared/archive/record.ts";
import { sampleBatch } from "#tests/helpers/sample-records.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { contractorRow, dossier, openDesk } from "./workbook-desk.ts";

const row = (ordinal: number, subject: string, more: Record<number, string | number> = {}) =>
  contractorRow({ ...dossier, 24: ordinal, 26: String(ordinal), 27: "QĐ-UBND", 32: subject, ...more });

const sheet = (...rows: ReturnType<typeof row>[]) => writeTemplate("contractor-46", rows);

async function imported(...rows: ReturnType<typeof row>[]) {
  const desk = await openDesk();
  const report = await desk.read(await sheet(...rows));
  await desk.write(report.token);
  const [file] = desk.files();
  if (!file) throw new Error("no file was written");
  return { desk, fileId: file.id };
}

describe("a workbook that was changed", () => {
  test("says field by field what it would change, and changes what the person agreed to", async () => {
    const { desk, fileId } = await imported(row(1, "Một"), row(2, "Hai"));
    const report = await desk.read(await sheet(row(1, "Một", { 34: 5 }), row(2, "Hai", { 31: "UBND xã" })));
    expect(report).toMatchObject({ files: 0, items: 0, changesInAll: 2, conflictsInAll: 0 });
    expect(report.changes).toMatchObject([
      { row: 2, label: "H05.02.2015.12 · 1", field: "pageCount", was: "0", becomes: "5", conflict: false },
      { row: 3, label: "H05.02.2015.12 · 2", field: "issuer", was: "", becomes: "UBND xã", conflict: false },
    ]);
    const [first] = report.changes;
    const written = await desk.handlers["workbook.write"]({
      token: report.token,
      updates: true,
      except: [first?.key ?? ""],
    });
    expect(written).toMatchObject({ files: 0, items: 0, changed: 1 });
    expect(desk.items(fileId)).toMatchObject([{ pageCount: 0 }, { issuer: "UBND xã" }]);
    for (const item of desk.items(fileId)) expect(Check(itemSchema, item)).toBe(true);
    // What was declined is not asked again by the same sheet.
    const again = await desk.read(await sheet(row(1, "Một", { 34: 5 }), row(2, "Hai", { 31: "UBND xã" })));
    expect(again).toMatchObject({ changesInAll: 0, items: 0, skippedRows: 2 });
  });

  test("never overwrites in silence what was edited by hand", async () => {
    const { desk, fileId } = await imported(row(1, "Một", { 31: "UBND xã" }));
    const [item] = desk.items(fileId);
    if (!item) throw new Error("no item");
    desk.journal.write(
      "items",
      [editRecord(item, { issuer: "HĐND xã" }, desk.journal.stamp("Tay"))],
      "screen",
    );
    const same = await desk.read(await sheet(row(1, "Một", { 31: "UBND xã" })));
    expect(same).toMatchObject({ changesInAll: 0 });
    const other = await desk.read(await sheet(row(1, "Một", { 31: "UBND huyện" })));
    expect(other.changes).toMatchObject([{ field: "issuer", was: "HĐND xã", conflict: true }]);
    await desk.handlers["workbook.write"]({ token: other.token, updates: true });
    expect(desk.items(fileId)).toMatchObject([{ issuer: "HĐND xã" }]);
    const once = await desk.read(await sheet(row(1, "Một", { 31: "Sở Nội vụ" })));
    await desk.handlers["workbook.write"]({ token: once.token, conflicts: true });
    expect(desk.items(fileId)).toMatchObject([{ issuer: "Sở Nội vụ" }]);
  });

  test("a row put in between moves the others and changes none of them into another", async () => {
    const { desk, fileId } = await imported(row(1, "Một"), row(2, "Hai"), row(3, "Ba"));
    const ids = new Map(desk.items(fileId).map(({ subject, id }) => [subject, id]));
    const moved = (ordinal: number, subject: string, number: string) => row(ordinal, subject, { 26: number });
    const report = await desk.read(
      await sheet(row(1, "Một"), moved(2, "Mới", "9"), moved(3, "Hai", "2"), moved(4, "Ba", "3")),
    );
    expect(report).toMatchObject({ items: 1, refusedRows: 0 });
    expect(report.changes.map(({ field, was, becomes }) => [field, was, becomes])).toEqual([
      ["ordinal", "2", "3"],
      ["ordinal", "3", "4"],
    ]);
    await desk.handlers["workbook.write"]({ token: report.token, updates: true });
    const now = desk.items(fileId);
    expect(now.map(({ subject }) => subject)).toEqual(["Một", "Mới", "Hai", "Ba"]);
    for (const { subject, id } of now) expect(ids.get(subject) ?? id).toBe(id);
  });

  test("declining the moves leaves no ordinal twice", async () => {
    const { desk, fileId } = await imported(row(1, "Một"), row(2, "Hai"));
    const report = await desk.read(
      await sheet(row(1, "Một"), row(2, "Mới", { 26: "9" }), row(3, "Hai", { 26: "2" })),
    );
    expect(await desk.write(report.token)).toMatchObject({ items: 0, changed: 0 });
    expect(desk.items(fileId).map(({ ordinal }) => ordinal)).toEqual([1, 2]);
  });
});

describe("taking an import back", () => {
  const undo = (desk: Awaited<ReturnType<typeof openDesk>>, token: string) =>
    desk.handlers["workbook.undo"]({ token, reason: "Nhập nhầm" });

  test("withdraws what it made, and the workbook can be imported anew", async () => {
    const { desk, fileId } = await imported(row(1, "Một"), row(2, "Hai"));
    const { imports } = await desk.handlers["workbook.imports"]({ fondsId: "fonds-1" });
    expect(imports).toMatchObject([{ state: "written", files: 1, items: 2, changed: 0, by: "Lê Thị Mẫu" }]);
    const token = imports[0]?.token ?? "";
    expect(await undo(desk, token)).toEqual({
      withdrawn: 3,
      restored: 0,
      kept: 0,
      accepted: [],
      acceptedInAll: 0,
    });
    expect(desk.journal.read("files", fileId)).toMatchObject({ withdrawn: "Nhập nhầm" });
    expect(await undo(desk, token)).toEqual({
      withdrawn: 0,
      restored: 0,
      kept: 0,
      accepted: [],
      acceptedInAll: 0,
    });
    const again = await desk.read(await sheet(row(1, "Một"), row(2, "Hai")));
    expect(again).toMatchObject({ files: 1, items: 2, changesInAll: 0 });
  });

  test("keeps what was edited since, with its file, and puts changed fields back", async () => {
    const { desk, fileId } = await imported(row(1, "Một"), row(2, "Hai"));
    const report = await desk.read(await sheet(row(1, "Một", { 34: 5, 31: "UBND xã" }), row(2, "Hai")));
    await desk.handlers["workbook.write"]({ token: report.token, updates: true });
    const [item] = desk.items(fileId);
    if (!item) throw new Error("no item");
    desk.journal.write("items", [editRecord(item, { issuer: "HĐND" }, desk.journal.stamp("Tay"))], "screen");
    const { imports } = await desk.handlers["workbook.imports"]({ fondsId: "fonds-1" });
    expect(imports.map(({ changed }) => changed)).toEqual([1, 0]);
    expect(await undo(desk, imports[0]?.token ?? "")).toEqual({
      withdrawn: 0,
      restored: 1,
      kept: 0,
      accepted: [],
      acceptedInAll: 0,
    });
    expect(desk.items(fileId)[0]).toMatchObject({ pageCount: 0, issuer: "HĐND" });
    // The first item was edited: it stays, and so does its file; the second goes.
    expect(await undo(desk, imports[1]?.token ?? "")).toEqual({
      withdrawn: 1,
      restored: 0,
      kept: 2,
      accepted: [],
      acceptedInAll: 0,
    });
    expect(desk.journal.read("files", fileId)?.withdrawn).toBe("");
  });

  test("what an accepted batch holds stays, by writing and by taking back, and all else goes through", async () => {
    const { desk, fileId } = await imported(row(1, "Một"), row(2, "Hai"));
    const file = desk.journal.read("files", fileId);
    if (!file) throw new Error("no file");
    const stamp = () => desk.journal.stamp("Duyệt");
    const seal = { digest: "a".repeat(64), files: [] };
    const batch = sampleBatch("batch-1", { number: "2025-007", state: "accepted", seal });
    desk.journal.write("batches", [batch], "screen");
    desk.journal.write("files", [editRecord(file, { batchId: "batch-1" }, stamp())], "screen");
    const free = { 4: "13", 5: "Hồ sơ khác" };
    const changed = await sheet(row(1, "Một, sửa"), row(2, "Hai"), row(3, "Ba"), row(1, "Tự do", free));
    const report = await desk.read(changed);
    const written = await desk.handlers["workbook.write"]({ token: report.token, updates: true });
    expect(written).toMatchObject({ files: 1, items: 1, changed: 0, acceptedInAll: 2 });
    // The dry run said so before, row by row.
    expect({ accepted: report.accepted, acceptedInAll: report.acceptedInAll }).toEqual({
      ...{ accepted: written.accepted, acceptedInAll: 2 },
    });
    const rows = written.accepted.map((one) => [one.row, one.label, one.batch]);
    expect(rows.sort()).toEqual([
      [expect.any(Number), expect.stringMatching(/ · 1$/), "2025-007"],
      [expect.any(Number), expect.stringMatching(/ · 3$/), "2025-007"],
    ]);
    expect(desk.items(fileId).map(({ subject }) => subject)).toEqual(["Một", "Hai"]);
    const { imports } = await desk.handlers["workbook.imports"]({ fondsId: "fonds-1" });
    const first = imports[1]?.token ?? "";
    expect(await undo(desk, first)).toMatchObject({ withdrawn: 0, kept: 1, acceptedInAll: 2 });
    expect(desk.items(fileId).map(({ withdrawn }) => withdrawn)).toEqual(["", ""]);

    // Opened again, the same workbook proposes the change, and the import can be taken back.
    const opened = { state: "checking" as const, seal: { digest: "", files: [] } };
    desk.journal.write("batches", [editRecord(batch, opened, stamp())], "screen");
    expect(await desk.read(changed)).toMatchObject({ items: 1, changesInAll: 1 });
    expect(await undo(desk, first)).toMatchObject({ withdrawn: 2, acceptedInAll: 0 });
  });

  test("an import cut short is gone on with, and taken back as one", async () => {
    const folder = temporaryFolder();
    const desk = await openDesk("52.550", { folder });
    const rows = Array.from({ length: 900 }, (_, at) => row(at + 1, `Văn bản ${at + 1}`));
    const bytes = await sheet(...rows);
    const report = await desk.read(bytes);
    const write = desk.journal.write.bind(desk.journal);
    let calls = 0;
    desk.journal.write = (...call) => {
      calls += 1;
      if (calls === 3) throw new Error("the power went");
      return write(...call);
    };
    await expect(desk.write(report.token)).rejects.toThrow("the power went");
    desk.journal.write = write;
    const { imports } = await desk.handlers["workbook.imports"]({ fondsId: "fonds-1" });
    expect(imports).toMatchObject([{ state: "writing", files: 1, items: 400 }]);
    const again = await desk.read(bytes);
    expect(again).toMatchObject({ files: 0, items: 500, changesInAll: 0 });
    await desk.write(again.token);
    const after = await desk.handlers["workbook.imports"]({ fondsId: "fonds-1" });
    expect(after.imports).toMatchObject([{ state: "written", files: 1, items: 900 }]);
    expect(await undo(desk, after.imports[0]?.token ?? "")).toEqual({
      withdrawn: 901,
      restored: 0,
      kept: 0,
      accepted: [],
      acceptedInAll: 0,
    });
  });
});

test("marks of secrecy are recorded as excluded, once, without a word of what they stand on", async () => {
  const desk = await openDesk();
  const bytes = await sheet(
    row(1, "Nội dung kín", { 38: "Tối mật" }),
    row(2, "Thường"),
    row(3, "Kín nữa", { 27: "M-UBND" }),
  );
  const report = await desk.read(bytes);
  expect(report).toMatchObject({ exclusions: 2, items: 1 });
  expect(await desk.write(report.token)).toMatchObject({ items: 1, exclusions: 2 });
  const again = await desk.read(bytes);
  expect(again).toMatchObject({ exclusions: 0 });
  expect(await desk.write(again.token)).toMatchObject({ items: 0, exclusions: 0 });
  const excluded = desk.journal.children("exclusions", "fonds-1");
  expect(excluded.map((one) => one.class).sort()).toEqual(["toi-mat", "unnamed"]);
  for (const one of excluded) {
    expect(Check(exclusionSchema, one)).toBe(true);
    expect(one.place).toMatch(/01.*05.*12/);
    expect(JSON.stringify(one)).not.toMatch(/[Kk]ín|UBND/);
  }
});
