import { randomInt } from "node:crypto";
import sharp from "sharp";
import { expect, onTestFinished, test } from "vitest";
import { newId } from "#shared/base/id.ts";
import type { CallInput } from "#shared/contract/desk.ts";
import { writeBoxMark } from "#shared/forms/box-mark.ts";
import { writeFileMark } from "#shared/forms/file-mark.ts";
import { custodyHandlers } from "#electron/custody/custody-handlers.ts";
import { qrPicture } from "#electron/handovers/qr-picture.ts";
import { openIndex } from "#electron/index/open-index.ts";
import { openTestJournal } from "#tests/helpers/open-test-journal.ts";
import { sampleFile, sampleFonds } from "#tests/helpers/sample-records.ts";

const dayLength = 86_400_000;

function openDesk() {
  const journal = openTestJournal();
  const index = openIndex({ folder: journal.folder, journal, readWords: () => Promise.resolve(undefined) });
  onTestFinished(() => index.close());
  let now = Date.UTC(2025, 4, 20, 2);
  const handlers = custodyHandlers({
    ...{ journal, index, now: () => now, newId: () => newId(now, randomInt) },
    profile: () => ({ role: "sorter", scope: "52.550", name: "Lê Văn C" }),
  });
  journal.write("fonds", [sampleFonds("fonds-1"), sampleFonds("fonds-2", { code: "H06" })], "screen");
  const files = [
    sampleFile("a", { code: "H05.a", box: "12" }),
    sampleFile("b", { code: "H05.b", box: "12" }),
    sampleFile("c", { code: "H06.c", box: "12", fondsId: "fonds-2" }),
  ];
  journal.write("files", files, "screen");
  const find = async (typed: string) => (await handlers["custody.find"]({ typed })).found;
  const mark = async (typed: string, point: CallInput<"custody.mark">["point"], place = "") => {
    const [only] = await find(typed);
    if (!only) throw new Error(`nothing for ${typed}`);
    const papers = [{ subject: only.paper.subject, id: only.paper.id }];
    return handlers["custody.mark"]({ papers, point, place, by: "Lê Văn C", note: "" });
  };
  return { journal, handlers, find, mark, wait: (days: number) => (now += days * dayLength) };
}

const codeOf = (journal: ReturnType<typeof openTestJournal>) => journal.read("fonds", "fonds-1")?.code ?? "";

test("box 12 of two fonds is told apart, and every scan says where it is and since when", async () => {
  const { journal, find, mark, wait } = openDesk();
  expect((await find("hộp 12 đang ở đâu?")).map(({ paper }) => paper.fondsCode).sort()).toEqual(
    [codeOf(journal), "H06"].sort(),
  );
  const label = writeBoxMark({ fondsCode: "H06", inventory: "01", box: "12" });
  const before = await find(label);
  expect(before).toMatchObject([{ paper: { label: "12", fondsCode: "H06" }, last: null, away: false }]);

  await mark(label, "received");
  await mark("H06.c", "at-scanner", "Máy 3");
  wait(9);
  const [box] = await find("H06 hộp 12");
  expect(box).toMatchObject({ last: { point: "received" }, away: false });
});

test("a file is with its box until it is out; what is out too long is listed, the longest first", async () => {
  const { journal, handlers, find, mark, wait } = openDesk();
  const box = `${codeOf(journal)} hộp 12`;
  await mark(box, "on-shelf", "Giá 4");
  wait(0.01);
  expect(await find(writeFileMark("a"))).toMatchObject([{ withBox: true, last: { point: "on-shelf" } }]);
  await mark("H05.a", "at-scanner", "Máy 3");
  wait(5);
  await mark("H05.b", "unbound");
  wait(3);
  const list = async (days: number) => (await handlers["custody.list"]({ away: true, days })).rows;
  expect((await list(7)).map(({ paper, days }) => [paper.id, days])).toEqual([["a", 8]]);
  expect((await list(0)).map(({ paper }) => paper.id)).toEqual(["a", "b"]);
  await mark("H05.a", "back-in-box");
  expect((await list(0)).map(({ paper }) => paper.id)).toEqual(["b"]);
  expect(await handlers["custody.list"]({ away: false, days: 0 })).toMatchObject({ seen: 3, away: 1 });

  const read = await handlers["custody.read"]({ subject: "file", id: "a" });
  expect(read.events.map(({ point }) => point)).toEqual(["back-in-box", "at-scanner", "on-shelf"]);
  const [, scanned] = read.events;
  const [last] = read.events;
  if (!scanned || !last) throw new Error("no events");
  await handlers["custody.withdraw"]({ id: last.id, reason: "quét nhầm" });
  const after = await handlers["custody.read"]({ subject: "file", id: "a" });
  expect(after.standing.last?.id).toBe(scanned.id);
  expect(journal.read("custody", last.id)).toMatchObject({ withdrawn: "quét nhầm", point: "back-in-box" });
});

test("a label held before a camera is read; what is no picture, or shows none, gives nothing", async () => {
  const { handlers } = openDesk();
  const { bytes } = qrPicture(writeFileMark("a"));
  const held = await sharp({ create: { width: 1400, height: 900, channels: 3, background: "#777" } })
    .composite([
      { input: await sharp(bytes).resize(300).rotate(12, { background: "#fff" }).png().toBuffer() },
    ])
    .jpeg({ quality: 70 })
    .toBuffer();
  const read = async (picture: Buffer) =>
    (await handlers["custody.readPicture"]({ picture: picture.toString("base64") })).texts;
  expect(await read(held)).toEqual([writeFileMark("a")]);
  expect(await read(Buffer.from("no picture"))).toEqual([]);
});
