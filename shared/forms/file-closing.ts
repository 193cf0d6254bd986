import type { ArchiveFile } from "#shared/archive/file.ts";
import type { Item } from "#shared/archive/item.ts";
import { breakLines } from "#shared/forms/break-lines.ts";
import { centred, centredLines, drawHead } from "#shared/forms/draw-head.ts";
import { conditionName, type FormWords, placeAndDate } from "#shared/forms/form-words.ts";
import { numberWords, sentenceOf } from "#shared/forms/number-words.ts";
import { fileNumber } from "#shared/forms/place-order.ts";
import { a4, type Mark, type Measure, mm, type Sheet } from "#shared/forms/sheet.ts";

/** What the closing paper of a file says; what is not known is left to be written. */
export type FileClosing = {
  agencies: [string, string];
  title: string;
  /** Which file it closes. */
  facts: string[];
  statements: string[];
  placeAndDate: string;
  signature: { role: string; how: string; name: string };
};

const dots = "……………";

/**
 * "Chứng từ kết thúc", the last paper in a file (Công văn 283/VTLTNN-NVTW of 2004 on arranging papers, and the folder of
 * TCVN 9251:2012): leaves in figures and words, how they are numbered, the documents, and their condition.
 */
export function fileClosing(
  file: ArchiveFile,
  items: readonly Item[],
  fonds: { name: string; code: string },
  words: FormWords,
): FileClosing {
  const { leafCount } = file;
  return {
    agencies: [words.parent, words.agency],
    title: "CHỨNG TỪ KẾT THÚC",
    facts: [
      `${fonds.name} (phông số ${fonds.code})`,
      `Mục lục số: ${file.inventory || "……"}; Hộp số: ${file.box || "……"}; Hồ sơ số: ${fileNumber(file) || "……"}`,
      `Mã hồ sơ: ${file.code}`,
      file.title,
    ],
    statements: [
      `Hồ sơ (đơn vị bảo quản) này gồm có: ${leafCount === 0 ? dots : leafCount} tờ.`,
      `Viết bằng chữ: ${leafCount === 0 ? `${dots}${dots}` : `${sentenceOf(numberWords(leafCount))} tờ`}.`,
      `Được đánh số từ tờ 1 đến tờ ${leafCount === 0 ? dots : leafCount}.`,
      // Two documents may share a leaf, and a leaf may be listed with none: only a person tells these two.
      `Tờ trùng số: ${dots}. Tờ khuyết số: ${dots}.`,
      `Số văn bản, tài liệu trong hồ sơ: ${items.length === 0 ? dots : items.length}.`,
      `Mục lục văn bản gồm: ${dots} tờ.`,
      `Tình trạng vật lý và đặc điểm của tài liệu: ${conditionName(file.condition) || `${dots}${dots}`}.`,
    ],
    placeAndDate: placeAndDate(words),
    signature: {
      role: "Người lập",
      how: "(Ký và ghi rõ họ tên, chức vụ)",
      name: [words.preparer, words.position].filter((text) => text !== "").join("\n"),
    },
  };
}

const page = { x: mm(30), width: a4.width - mm(45), top: mm(20) } as const;

/** The closing paper on one A4 sheet; a title too long for it goes on in smaller letters. */
export function drawClosing(closing: FileClosing, measure: Measure): Sheet {
  const head = drawHead(closing.agencies, { x: page.x, y: page.top, width: page.width }, measure);
  const marks: Mark[] = [...head.marks];
  const title = centredLines(closing.title, page, head.bottom + 40, { size: 16, face: "bold" }, measure);
  marks.push(...title.marks);
  let y = title.next + 8;
  for (const [at, fact] of closing.facts.entries()) {
    const isTitle = at === closing.facts.length - 1;
    const size = fact.length > 400 ? 11 : 13;
    const lines = centredLines(fact, page, y, { size, face: isTitle ? "bold" : "regular" }, measure);
    marks.push(...lines.marks);
    y = lines.next + 4;
  }
  y += 20;
  const type = { size: 14, face: "regular" } as const;
  for (const statement of closing.statements) {
    for (const text of breakLines(statement, page.width, type, measure)) {
      marks.push({ kind: "text", text, x: page.x, y, ...type });
      y += 20;
    }
    y += 6;
  }
  const right = { x: page.x + page.width - 260, width: 260 };
  y += 16;
  const { role, how, name } = closing.signature;
  marks.push(centred(closing.placeAndDate, right, y, { size: 13, face: "italic" }, measure));
  marks.push(centred(role, right, y + 18, { size: 13, face: "bold" }, measure));
  marks.push(centred(how, right, y + 36, { size: 13, face: "italic" }, measure));
  marks.push(...centredLines(name, right, y + 110, { size: 13, face: "bold" }, measure).marks);
  return { ...a4, marks };
}
