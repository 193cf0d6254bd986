import { randomInt } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { join } from "node:path";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { expect, onTestFinished, test } from "vitest";
import { makeRecord } from "#shared/archive/record.ts";
import type { CustodyPointRecord } from "#shared/archive/custody-point.ts";
import type { Custody } from "#shared/archive/custody.ts";
import { newId } from "#shared/base/id.ts";
import type { CallInput } from "#shared/contract/desk.ts";
import { openObjectStore } from "#shared/node/object-store.ts";
import { custodyHandlers } from "#electron/custody/custody-handlers.ts";
import { pointHandlers } from "#electron/custody/point-handlers.ts";
import { openIndex } from "#electron/index/open-index.ts";
import { openTestJournal } from "#tests/helpers/open-test-journal.ts";
import { sampleFile, sampleFonds, sampleItem, stampAt } from "#tests/helpers/sample-records.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

const center = "52.550";

async function openDesk(scope = center) {
  const journal = openTestJournal();
  const index = openIndex({ folder: journal.folder, journal, readWords: () => Promise.resolve(undefined) });
  onTestFinished(() => index.close());
  const objects = await openObjectStore(temporaryFolder());
  let now = Date.UTC(2025, 4, 20, 2);
  const parts = {
    ...{ journal, index, objects, resources: join(process.cwd(), "resources") },
    ...{ now: () => (now += 1000), newId: () => newId(now, randomInt) },
    profile: () => ({ role: "sorter", scope, name: "Lê Văn C" }) as const,
  };
  const handlers = { ...custodyHandlers(parts), ...pointHandlers(parts) };
  journal.write("fonds", [sampleFonds("fonds-1")], "screen");
  journal.write("files", [sampleFile("a", { box: "12" }), sampleFile("b", { box: "12" })], "screen");
  const add = async (kind: CallInput<"points.save">["kind"], name: string, number = "") => {
    expect(await handlers["points.save"]({ id: "", kind, name, number })).toEqual({ refusal: "" });
    const { points } = await handlers["points.list"]({});
    const { point } = points.find((one) => one.point.name === name && one.point.number === number) ?? {};
    if (!point) throw new Error(`no point ${name}`);
    return point;
  };
  const boxId = async () => {
    const { found } = await handlers["custody.find"]({ typed: "hộp 12" });
    return found[0]?.paper.id ?? "";
  };
  const pass = async (subject: "box" | "file", id: string, pointId: string) => {
    const said = { point: "received", place: "", by: "Lê Văn C", note: "" } as const;
    const { events } = await handlers["custody.mark"]({ papers: [{ subject, id }], pointId, ...said });
    return events[0];
  };
  return { journal, objects, handlers, add, pass, boxId };
}

test("a scan at a center's point says the point's kind and name; what is out of order is written with it", async () => {
  const { journal, handlers, add, pass, boxId } = await openDesk();
  const [scanner, table, shelf] = [
    await add("at-scanner", "Máy quét", "3"),
    await add("unbound", "Bàn tháo đóng"),
    await add("on-shelf", "Kho"),
  ];
  expect(await pass("file", "a", table.id)).toMatchObject({ point: "unbound", place: "Bàn tháo đóng" });
  const scanned = await pass("file", "a", scanner.id);
  expect(scanned).toMatchObject({ point: "at-scanner", place: "Máy quét 3", pointId: scanner.id });
  expect(scanned).not.toHaveProperty("odd");
  // Told and noted, and written all the same.
  expect(await pass("box", await boxId(), shelf.id)).toMatchObject({ odd: ["files-out"] });
  const shelved = await pass("file", "a", shelf.id);
  expect(shelved).toMatchObject({ point: "on-shelf", odd: ["still-unbound"] });
  expect(journal.read("custody", shelved?.id ?? "")).toEqual(shelved);
  const { rows } = await handlers["custody.list"]({ away: false, days: 0, pointId: shelf.id });
  expect(rows.map(({ paper }) => paper.subject).sort()).toEqual(["box", "file"]);
  const { points } = await handlers["points.list"]({});
  expect(points.map(({ point, papers }) => [point.name, papers])).toEqual([
    ["Bàn tháo đóng", 0],
    ["Máy quét", 0],
    ["Kho", 2],
  ]);
});

test("secret paper at a scanner is told by what is kept back of the file or in it", async () => {
  const { journal, add, pass } = await openDesk();
  const scanner = await add("at-scanner", "Máy quét", "1");
  const held = { code: "secret", why: "", at: "2025-05-20T01:00:00.000Z", by: "Lê Văn C" } as const;
  journal.write("items", [sampleItem("i", { fileId: "a", held })], "screen");
  expect(await pass("file", "a", scanner.id)).toMatchObject({ odd: ["secret"] });
  const torn = sampleFile("b", { box: "12", held: { ...held, code: "torn" } }, 9);
  journal.write("files", [torn], "screen");
  expect(await pass("file", "b", scanner.id)).toMatchObject({ odd: ["kept-back"] });
});

test("an ended point keeps what happened there and is told of; it comes back only under a name that is free", async () => {
  const { journal, handlers, add, pass } = await openDesk();
  const old = await add("at-scanner", "Máy quét", "3");
  const before = await pass("file", "a", old.id);
  await handlers["points.end"]({ id: old.id, reason: "Máy hỏng" });
  expect(journal.read("points", old.id)).toMatchObject({ endedBy: "Lê Văn C", endedReason: "Máy hỏng" });
  expect(journal.read("custody", before?.id ?? "")).toEqual(before);
  expect(await pass("file", "a", old.id)).toMatchObject({ place: "Máy quét 3", odd: ["point-ended"] });
  const anew = await add("at-scanner", "Máy quét mới", "3");
  expect(await handlers["points.resume"]({ id: old.id })).toEqual({ refusal: "number-taken" });
  await handlers["points.save"]({ id: anew.id, kind: "at-scanner", name: "Máy quét mới", number: "4" });
  expect(await handlers["points.resume"]({ id: old.id })).toEqual({ refusal: "" });
  expect(journal.read("points", old.id)).toMatchObject({ endedAt: "", endedReason: "" });
});

test("a center sees its own points, and whoever works there for one commune sees them too", async () => {
  const ids = async (scope: string) => {
    const { journal, handlers } = await openDesk(scope);
    const point = { kind: "on-shelf", name: "Kho", number: "" } as const;
    const open = { endedAt: "", endedBy: "", endedReason: "" };
    for (const unit of units) {
      const fields = { id: unit, scope: unit, ...point, ...open };
      journal.write("points", [makeRecord<CustodyPointRecord>(fields, stampAt(1))], "province");
    }
    return (await handlers["points.list"]({})).points.map(({ point: { id } }) => id);
  };
  expect(await ids(center)).toEqual([center]);
  expect(await ids("52.550.21952")).toEqual([center, "52.550.21952"]);
  expect(await ids("52.551")).toEqual([]);
});

const units = [center, "52.550.21952"];

test("events of earlier versions have no point, and are read as they were", async () => {
  const { journal, handlers } = await openDesk();
  const old = makeRecord<Custody>(
    {
      ...{ id: "cu", scope: "52.550.21952", subject: "file", subjectId: "a", batchId: "" },
      ...{ point: "at-scanner", place: "Máy 2", at: "2025-05-19T01:00:00.000Z", by: "A", note: "" },
    },
    stampAt(1),
  );
  journal.write("custody", [old], "province");
  const { standing, events } = await handlers["custody.read"]({ subject: "file", id: "a" });
  expect(standing.last).toEqual(old);
  expect(events).toEqual([old]);
});

test("the labels of the points in use are printed, each with its name", async () => {
  const { objects, handlers, add } = await openDesk();
  for (let at = 1; at <= 9; at += 1) await add("at-scanner", "Máy quét", String(at));
  const gone = await add("on-shelf", "Kho cũ");
  await handlers["points.end"]({ id: gone.id, reason: "Dời kho" });
  const made = await handlers["points.labels"]({ id: "", paper: "a4" });
  expect(made).toMatchObject({ rows: 9, pages: 2 });
  const data = new Uint8Array(await buffer(objects.read(made.digest as never)));
  const pdf = await getDocument({ data, verbosity: 0 }).promise;
  const { items } = await (await pdf.getPage(2)).getTextContent();
  const text = items.map((item) => ("str" in item ? item.str : "")).join(" ");
  expect(text).toContain("Máy quét 9");
  expect(text).not.toContain("Kho cũ");
  expect(await handlers["points.labels"]({ id: gone.id, paper: "thermal" })).toMatchObject({ pages: 1 });
});
