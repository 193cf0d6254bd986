import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { beforeAll, describe, expect, test } from "vitest";
import type { ArchiveFile } from "#shared/archive/file.ts";
import { beginBox } from "#shared/archive/box-id.ts";
import type { Item } from "#shared/archive/item.ts";
import type { FormFormat, FormKind, FormOrder } from "#shared/contract/forms.ts";
import { boxContents } from "#shared/forms/box-contents.ts";
import { type FormFonts, loadFormFonts } from "#electron/forms/form-fonts.ts";
import { type FormMatter, makeForm } from "#electron/forms/make-form.ts";
import { openPackage } from "#electron/inventory/open-package.ts";
import { workbookLimits } from "#electron/inventory/workbook-limits.ts";
import { convertInOffice, withOffice } from "#tests/fixtures/office.ts";
import { resources } from "#tests/fixtures/resources.ts";
import { sampleFile, sampleItem, stampAt } from "#tests/helpers/sample-records.ts";
import { sampleGroup } from "#tests/helpers/sample-scheme.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

let fonts: FormFonts;
beforeAll(async () => {
  fonts = await loadFormFonts(resources);
});

const order: FormOrder = {
  kind: "file-inventory",
  format: "docx",
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

const files = Array.from({ length: 45 }, (_, at) =>
  sampleFile(`f${at}`, {
    ...{ retention: at % 9 === 0 ? "04" : "01", notation: `${String(at + 1).padStart(2, "0")}/HS`, box: "3" },
    ...{ code: `H05.02.2015.${String(at + 1).padStart(3, "0")}`, inventory: "01", leafCount: 21 + at },
    title: `Hồ sơ thứ ${at + 1}. về việc giao đất, cấp giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà ở`,
    groupId: at < 20 ? "g1" : at < 40 ? "g2" : "",
    condition: "02",
  }),
);
const items = new Map<string, Item[]>([
  [
    "f0",
    Array.from({ length: 40 }, (_, at) =>
      sampleItem(`i${at}`, { fileId: "f0", ordinal: at + 1, subject: `V/v việc thứ ${at + 1}. của xã` }),
    ),
  ],
]);
const groups = [
  sampleGroup("g1", { ordinal: 1, notation: "I", title: "Hành chính, tổ chức" }),
  sampleGroup("g2", { ordinal: 1, parentId: "g1", notation: "1", title: "Địa chính" }),
];

async function made(kind: FormKind, format: FormFormat, one = false) {
  const matter: FormMatter = {
    order: { ...order, kind, format },
    fonds: { name: "Phông UBND xã Mẫu", code: "02" },
    ...{ boxes: [], points: [], fondsById: new Map() },
    ...{ files: one ? files.slice(0, 1) : files, items, groups, madeAt: new Date(Date.UTC(2025, 5, 5)) },
  };
  const form = await makeForm(matter, fonts, () => undefined);
  const chunks: Uint8Array[] = [];
  if (form.bytes instanceof Uint8Array) chunks.push(form.bytes);
  else for await (const chunk of form.bytes) chunks.push(chunk);
  return { ...form, bytes: Buffer.concat(chunks) };
}

async function partOf(bytes: Buffer, part: string): Promise<string> {
  const path = join(temporaryFolder(), "form.docx");
  await writeFile(path, bytes);
  const parts = await openPackage(path, workbookLimits);
  let text = "";
  for await (const piece of parts.read(part)) text += piece;
  parts.close();
  return text;
}

/** The text of each page of a PDF on one line, and the pages' sizes in points. */
async function readPdf(bytes: Buffer) {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages: { text: string; width: number; height: number }[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const { items: found } = await page.getTextContent();
    const text = found.map((item) => ("str" in item ? item.str : "")).join(" ");
    pages.push({ text: text.replace(/\s+/g, " "), width: Math.round(width), height: Math.round(height) });
  }
  await pdf.destroy();
  return pages;
}

describe("a list of files under the headings of the scheme", () => {
  test("has each file once, headings uncounted", async () => {
    const list = await made("file-list", "pdf");
    expect(list.rows).toBe(45);
    const text = (await readPdf(list.bytes)).map((page) => page.text).join(" ");
    for (const { title } of files) expect(text.split(title.slice(0, 14))).toHaveLength(2);
    for (const heading of ["HÀNH CHÍNH, TỔ CHỨC", "Địa chính", "HỒ SƠ CHƯA XẾP VÀO ĐỀ MỤC"])
      expect(text).toContain(heading);
    expect(text.indexOf("HÀNH CHÍNH")).toBeLessThan(text.indexOf("Địa chính"));
    expect(text).toContain("có 45 (bốn mươi lăm) hồ sơ, bao gồm: 40 hồ sơ bảo quản vĩnh viễn; 5 hồ sơ");
    expect(text).toContain("Tổng số dòng: 45/45");
  });

  test("loses no file where groups stand in one another", async () => {
    const ring = [sampleGroup("a", { parentId: "b" }), sampleGroup("b", { parentId: "a" })];
    const matter: FormMatter = {
      order: { ...order, kind: "file-list", format: "docx" },
      fonds: { name: "Phông", code: "02" },
      ...{ boxes: [], points: [], fondsById: new Map() },
      ...{
        files: [sampleFile("x", { groupId: "a", title: "Trong vòng" })],
        items,
        groups: ring,
        madeAt: new Date(0),
      },
    };
    const { rows, bytes } = await makeForm(matter, fonts, () => undefined);
    expect(rows).toBe(1);
    if (!(bytes instanceof Uint8Array)) throw new Error("no document was made");
    expect(await partOf(Buffer.from(bytes), "word/document.xml")).toContain("Trong vòng");
  });
});

test("what lies in each box is a list of its own, with its place and its leaves", async () => {
  const filed = (id: string, box: string, fields: Partial<ArchiveFile> = {}) =>
    sampleFile(id, { title: `Hồ sơ ${id}`, inventory: "01", box, location: "", leafCount: 12, ...fields });
  const place = beginBox({ fondsId: "fonds-1", inventory: "01", number: "2" }, "52.550.21952", stampAt(1));
  const lists = boxContents(
    [filed("c", "10"), filed("b", "2", { leafCount: 0 }), filed("a", "2"), filed("d", "")],
    { name: "Phông UBND xã Mẫu", code: "02" },
    [{ ...place, room: "2", shelf: "14" }],
    order.words,
  );
  expect(lists.map(({ name, rows }) => [name, rows.map((row) => row[3])])).toEqual([
    ["Hộp 2", ["Hồ sơ a", "Hồ sơ b"]],
    ["Hộp 10", ["Hồ sơ c"]],
  ]);
  expect(lists[0]?.facts).toEqual([
    "Phông UBND xã Mẫu (02)",
    "Mục lục số: 01    Hộp số: 2",
    "Nơi để: Kho 2, giá 14",
  ]);
  expect(lists[0]?.totals).toEqual([
    "Mục lục này gồm: 2 hồ sơ (đơn vị bảo quản).",
    "Viết bằng chữ: Hai hồ sơ (đơn vị bảo quản).",
    "Tổng số tờ: 12 (mười hai) tờ, chưa kể 1 hồ sơ chưa ghi số tờ.",
  ]);
  const printed = await made("box-contents", "pdf");
  expect((await readPdf(printed.bytes))[0]?.text).toContain("MỤC LỤC HỒ SƠ TRONG HỘP");
  expect(printed.rows).toBe(45);
});

test("a closing paper says the leaves in figures and words", async () => {
  const closing = await made("file-closing", "pdf", true);
  const [page] = await readPdf(closing.bytes);
  expect(page).toMatchObject({ width: 595, height: 842 });
  expect(page?.text).toContain("CHỨNG TỪ KẾT THÚC");
  expect(page?.text).toContain("gồm có: 21 tờ. Viết bằng chữ: Hai mươi mốt tờ.");
  expect(page?.text).toContain("Số văn bản, tài liệu trong hồ sơ: 40.");
  expect(page?.text).toContain("đặc điểm của tài liệu: Bình thường.");
});

test("a list in Word lies on A4 on its side, its two rows of headings repeated, each row once", async () => {
  const { bytes, rows } = await made("file-inventory", "docx");
  expect(rows).toBe(45);
  const xml = await partOf(bytes, "word/document.xml");
  expect(xml).toContain('w:w="16838" w:h="11906" w:orient="landscape"');
  expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(4);
  for (const { title } of files) expect(xml.split(title)).toHaveLength(2);
  expect(await partOf(bytes, "word/styles.xml")).toContain("Times New Roman");
});

describe("as LibreOffice prints it", () => {
  const print = async (kind: FormKind, format: FormFormat, one = false) => {
    const folder = temporaryFolder();
    const { bytes } = await made(kind, format, one);
    await writeFile(join(folder, `${kind}-${format}.${format}`), bytes);
    const path = await convertInOffice(
      join(folder, `${kind}-${format}.${format}`),
      "pdf",
      join(folder, "out"),
    );
    return await readPdf(await readFile(path));
  };
  for (const format of ["docx", "xlsx"] as const) {
    for (const kind of ["file-inventory", "file-list", "box-contents", "item-inventory"] as const) {
      withOffice(`${kind} as ${format}: A4 on its side, headings on each page, each row once`, async () => {
        const pages = await print(kind, format);
        expect(pages.length).toBeGreaterThan(1);
        const whole = pages.map(({ text }) => text).join(" ");
        for (const { text, width, height } of pages) {
          expect([width, height]).toEqual([842, 595]);
          // The foot may stand on a page of its own: no headings without a row.
          if (!/^(Mục lục|Bản danh mục) này/.test(text.trim()) && !text.startsWith("Bản danh mục hồ sơ này"))
            expect(text).toContain("(5)");
        }
        const listed =
          kind === "item-inventory"
            ? (items.get("f0") ?? []).map(({ subject }) => subject.slice(0, 16))
            : files.map(({ title }) => title.slice(0, 14));
        for (const text of listed) expect([text, whole.split(text).length]).toEqual([text, 2]);
        expect(whole).toContain("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
        expect(whole).toContain("Nguyễn Văn Mẫu");
      });
    }
  }
  for (const [kind, title] of [
    ["file-cover", "THỜI HẠN BẢO QUẢN"],
    ["file-closing", "CHỨNG TỪ KẾT THÚC"],
  ] as const) {
    withOffice(`${kind} as docx: one upright page`, async () => {
      const pages = await print(kind, "docx", true);
      expect(pages).toHaveLength(1);
      expect(pages[0]).toMatchObject({ width: 595, height: 842 });
      expect(pages[0]?.text).toContain(title);
      expect(pages[0]?.text).toContain("Hồ sơ thứ 1.");
    });
  }
});
