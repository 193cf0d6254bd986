import readCode from "jsqr";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { onTestFinished, expect, test } from "vitest";
import type { FormOrder, MadeForm } from "#shared/contract/forms.ts";
import type { Records } from "#shared/archive/collections.ts";
import { beginBox } from "#shared/archive/box-id.ts";
import { readBoxMark } from "#shared/forms/box-mark.ts";
import { readFileMark } from "#shared/forms/file-mark.ts";
import { openObjectStore } from "#shared/node/object-store.ts";
import type { Digest } from "#shared/base/digest.ts";
import { openForms } from "#electron/forms/open-forms.ts";
import { drawPage } from "#tests/electron/forms/draw-page.ts";
import { openTestJournal } from "#tests/helpers/open-test-journal.ts";
import { sampleBatch, sampleFile, sampleFonds, sampleItem, stampAt } from "#tests/helpers/sample-records.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

const resources = join(import.meta.dirname, "..", "..", "..", "resources");

const order: FormOrder = {
  kind: "file-inventory",
  format: "pdf",
  fondsId: "fonds-1",
  arranged: false,
  labels: "a4",
  words: {
    parent: "Ủy ban nhân dân huyện Tuy Phước",
    agency: "Ủy ban nhân dân xã Mẫu",
    place: "Xã Mẫu",
    date: "2025-06-05",
    preparer: "Nguyễn Văn Mẫu",
    position: "Công chức",
    year: "",
  },
};

async function desk(
  files: Records["files"][],
  items: Records["items"][] = [],
  boxes: Records["boxes"][] = [],
) {
  const journal = openTestJournal();
  const fonds = [sampleFonds("fonds-1", { code: "H05:02" }), sampleFonds("fonds-2", { code: "H05:03" })];
  journal.write("fonds", fonds, "screen");
  journal.write("batches", [sampleBatch("b", { number: "2025-014" })], "screen");
  journal.write("files", files, "screen");
  journal.write("items", items, "screen");
  journal.write("boxes", boxes, "screen");
  const objectsFolder = temporaryFolder();
  const objects = await openObjectStore(objectsFolder);
  const told: unknown[] = [];
  const forms = openForms({
    journal,
    // The index is another part's: here every file of the fonds, in order of the ids.
    order: ({ filter }) =>
      Promise.resolve({
        ids: journal
          .children("files", filter.fondsId ?? "")
          .filter((file) => filter.retention === undefined || file.retention === filter.retention)
          .map(({ id }) => id),
      }),
    objectsFolder,
    resources,
    now: () => Date.UTC(2025, 5, 5),
    emit: (_, value) => told.push(value),
  });
  onTestFinished(() => forms.close());
  const make = async (changes: Partial<FormOrder> = {}) =>
    await forms.handlers["forms.make"]({ ...order, ...changes });
  const bytesOf = async ({ digest }: MadeForm) => await readFile(objects.path(digest as Digest));
  return { make, bytesOf, told };
}

async function pagesOf(bytes: Buffer): Promise<string[]> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push(items.map((item) => ("str" in item ? item.str : "")).join("\n"));
  }
  await pdf.destroy();
  return pages;
}

test("a list stands whole on its pages: headings, code and page on each, words that can be selected", async () => {
  const files = Array.from({ length: 47 }, (_, at) =>
    sampleFile(`f${at}`, {
      retention: "01",
      notation: `${at + 1}/HS`,
      title: `Hồ sơ địa chính số ${at + 1}.`,
    }),
  );
  const withdrawn = sampleFile("gone", { withdrawn: "trùng", retention: "01" });
  const { make, bytesOf, told } = await desk([...files, withdrawn]);
  const made = await make();
  expect(made).toMatchObject({ rows: 47, name: "Mục lục hồ sơ - H05 02.pdf" });
  const pages = await pagesOf(await bytesOf(made));
  expect(pages).toHaveLength(made.pages);
  for (const [at, text] of pages.entries()) {
    expect(text).toContain("Tiêu đề hồ sơ");
    expect(text).toContain("(7)");
    expect(text).toContain(`Mã danh sách (SHA-256): ${made.codes[0] ?? "none"}. Tổng số dòng: 47/47`);
    expect(text).toContain(`Trang ${at + 1}/${pages.length}`);
  }
  const whole = pages.join("\n");
  for (const { title } of files) expect(whole.split(title)).toHaveLength(2);
  expect(pages[0]).toContain("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
  expect(pages[0]).toContain("Thời hạn bảo quản: Vĩnh viễn");
  expect(pages.at(-1)).toContain("Viết bằng chữ: Bốn mươi bảy hồ sơ (đơn vị bảo quản).");
  expect(pages.at(-1)).toContain("Xã Mẫu, ngày 05 tháng 6 năm 2025");
  expect(told.at(-1)).toMatchObject({ total: 94 });
  const workbook = await make({ format: "xlsx" });
  expect(workbook).toMatchObject({ rows: 47, pages: 0, codes: made.codes });
});

test("each file's items make a list of their own", async () => {
  const items = [1, 2, 3].map((ordinal) => sampleItem(`i${ordinal}`, { fileId: "f1", ordinal }));
  const { make, bytesOf } = await desk([sampleFile("f1"), sampleFile("f2")], items);
  const made = await make({ kind: "item-inventory" });
  expect(made).toMatchObject({ rows: 3, pages: 1 });
  expect((await pagesOf(await bytesOf(made)))[0]).toContain("Mục lục này gồm: 3 văn bản, tài liệu.");
});

test("nothing chosen is told so, and covers are no workbook", async () => {
  const { make } = await desk([sampleFile("f1", { retention: "01", box: "" })]);
  await expect(make({ retention: "06" })).rejects.toMatchObject({ code: "form-empty" });
  await expect(make({ kind: "box-contents" })).rejects.toMatchObject({ code: "form-empty" });
  await expect(make({ kind: "box-labels" })).rejects.toMatchObject({ code: "form-empty" });
  await expect(make({ kind: "file-cover", format: "xlsx" })).rejects.toMatchObject({ code: "bad-call" });
  await expect(make({ fondsId: "other" })).rejects.toMatchObject({ code: "not-found" });
});

test("the codes on labels and slips of files name their files", async () => {
  const files = Array.from({ length: 25 }, (_, at) => sampleFile(`f${at}`, { code: `H05.${at}` }));
  const { make, bytesOf } = await desk(files);
  expect(await make({ kind: "file-labels", labels: "a4" })).toMatchObject({ rows: 25, pages: 2 });
  for (const order of [{ kind: "routing-slips" }, { kind: "file-labels", labels: "thermal" }] as const) {
    const made = await make({ ...order, fileId: "f7" });
    expect(made).toMatchObject({ rows: 1, pages: 1 });
    const { data, width, height } = await drawPage(await bytesOf(made), 1);
    expect(readFileMark(readCode(data, width, height)?.data ?? "")).toBe("f7");
  }
});

test("slips and labels of a batch are of all its files, each with its own fonds; other forms are of a fonds", async () => {
  const files = ["1", "2", "3"].map((fonds) =>
    sampleFile(`f${fonds}`, {
      fondsId: `fonds-${fonds}`,
      batchId: fonds === "3" ? "" : "b",
      code: `HS.${fonds}`,
    }),
  );
  const { make, bytesOf } = await desk(files);
  const slips = await make({ kind: "routing-slips", batchId: "b", fondsId: "" });
  expect(slips).toMatchObject({ rows: 2, pages: 2 });
  expect(slips.name).toContain("2025-014");
  const pages = await pagesOf(await bytesOf(slips));
  expect(pages[0]).toContain("H05:02");
  expect(pages[1]).toContain("H05:03");
  expect(pages[0], "a name that begins so is not told so twice").not.toMatch(/Phông:\s*Phông/);
  expect(pages.join("")).not.toContain("2025-014");
  const labels = await make({ kind: "file-labels", labels: "a4", batchId: "b", fondsId: "" });
  expect(labels).toMatchObject({ rows: 2, pages: 1 });
  const [sheet] = await pagesOf(await bytesOf(labels));
  expect(sheet).toContain("Phông số: H05:02");
  expect(sheet).toContain("Phông số: H05:03");
  await expect(make({ batchId: "b" })).rejects.toMatchObject({ code: "bad-call" });
});

test("the code on a box's label names its box, and boxes are chosen as people count", async () => {
  const files = ["1", "2", "10", "11"].map((box) => sampleFile(`f${box}`, { box, inventory: "Tạm 01" }));
  const { make, bytesOf } = await desk(files);
  const made = await make({ kind: "box-labels", labels: "thermal", boxes: { first: "2", last: "10" } });
  expect(made).toMatchObject({ rows: 2, pages: 2, codes: [] });
  const bytes = await bytesOf(made);
  const read = [];
  for (const number of [1, 2]) {
    const { data, width, height } = await drawPage(bytes, number);
    read.push(readBoxMark(readCode(data, width, height)?.data ?? ""));
  }
  expect(read).toEqual([
    { fondsCode: "H05:02", inventory: "Tạm 01", box: "2" },
    { fondsCode: "H05:02", inventory: "Tạm 01", box: "10" },
  ]);
});

test("a box's label says where it stands: as its files say, or else as is written of the box", async () => {
  const written = (number: string, shelf: string) => ({
    ...beginBox({ fondsId: "fonds-1", inventory: "01", number }, "52.550.21952", stampAt(1)),
    ...{ room: "2", shelf },
  });
  const files = [
    sampleFile("f1", { box: "1" }),
    sampleFile("f2", { box: "2", location: "Tủ 7" }),
    sampleFile("f3", { box: "3" }),
  ];
  const { make, bytesOf } = await desk(files, [], [written("1", "14"), written("2", "15")]);
  for (const labels of ["thermal", "a4"] as const) {
    const made = await make({ kind: "box-labels", labels });
    const text = (await pagesOf(await bytesOf(made))).join("\n");
    expect(text.replace(/\s+/g, " ")).toContain("Kho 2, giá 14");
    expect(text).toContain("Tủ 7");
    expect(text).not.toContain("giá 15");
  }
});
