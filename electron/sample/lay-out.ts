import type { SampleDocument } from "./document.ts";
import type { Face, Measure } from "./sample-fonts.ts";

/** A run of text on a page; x and the baseline y in points from the upper left corner of an A4 page. */
type Run = { text: string; x: number; y: number; face: Face; size: number };

type Rule = { x: number; y: number; width: number };

/** A red stamp of some lines in a frame; its middle in points, turned by degrees as a hand sets it. */
export type Stamp = { lines: string[]; x: number; y: number; turned: number; size: number };

export type SheetLayout = {
  runs: Run[];
  rules: Rule[];
  /** Where the seal and signature go, on the page that has them. */
  seal?: { x: number; y: number };
  stamps?: Stamp[];
};

export const sheet = { width: 595.28, height: 841.89 } as const;
const margin = { left: 85, right: 45, top: 57, bottom: 62 } as const;
const inner = sheet.width - margin.left - margin.right;
const leftMiddle = margin.left + inner * 0.21;
const rightMiddle = margin.left + inner * 0.71;
const size = 13.5;

/** Sets a document on A4 pages as NĐ 30/2020/NĐ-CP has it; the text of each page in reading order. */
export function layOut(document: SampleDocument, measure: Measure): SheetLayout[] {
  const pages: SheetLayout[] = [{ runs: [], rules: [] }];
  const current = () => pages.at(-1) ?? { runs: [], rules: [] };
  let y: number = margin.top;

  const room = (height: number) => {
    if (y + height <= sheet.height - margin.bottom) return;
    pages.push({ runs: [], rules: [] });
    const number = String(pages.length);
    current().runs.push({ text: number, x: sheet.width / 2 - 3, y: 42, face: "regular", size: 13 });
    y = margin.top + 14;
  };
  const middle = (text: string, at: number, baseline: number, face: Face, points: number) => {
    const width = measure(text, face, points);
    current().runs.push({ text, x: at - width / 2, y: baseline, face, size: points });
    return width;
  };
  const underline = (at: number, baseline: number, width: number) =>
    current().rules.push({ x: at - width / 2, y: baseline + 4, width });
  const centred = (text: string, face: Face, width = inner) => {
    for (const line of breakLines(text, width, (part) => measure(part, face, size))) {
      room(18);
      y += 18;
      middle(line.join(" "), margin.left + inner / 2, y, face, size);
    }
  };
  const paragraph = (text: string, lead = "") => {
    const words = [...lead.split(" ").filter(Boolean), ...text.split(" ").filter(Boolean)];
    const leads = lead.split(" ").filter(Boolean).length;
    const faceOf = (index: number): Face => (index < leads ? "bold" : "regular");
    const space = measure(" ", "regular", size);
    let index = 0;
    let first = true;
    while (index < words.length) {
      const indent = first ? 28 : 0;
      const line: { text: string; face: Face; width: number }[] = [];
      let used = 0;
      for (; index < words.length; index += 1) {
        const word = words[index] ?? "";
        const width = measure(word, faceOf(index), size);
        if (line.length > 0 && used + space + width > inner - indent) break;
        used += (line.length > 0 ? space : 0) + width;
        line.push({ text: word, face: faceOf(index), width });
      }
      room(19);
      y += 19;
      const isLast = index >= words.length;
      const gap = isLast || line.length < 2 ? space : space + (inner - indent - used) / (line.length - 1);
      let x = margin.left + indent;
      for (const word of line) {
        current().runs.push({ text: word.text, x, y, face: word.face, size });
        x += word.width + gap;
      }
      first = false;
    }
    y += 5;
  };

  const top = y;
  document.issuerLines.forEach((line, index) => {
    const isLast = index === document.issuerLines.length - 1;
    const width = middle(line, leftMiddle, top + 13 + index * 16, isLast ? "bold" : "regular", 12.5);
    if (isLast) underline(leftMiddle, top + 13 + index * 16, width * 0.45);
  });
  middle(`Số: ${document.number}/${document.symbol}`, leftMiddle, top + 55, "regular", 13);
  middle("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", rightMiddle, top + 13, "bold", 12.5);
  underline(
    rightMiddle,
    top + 30,
    middle("Độc lập - Tự do - Hạnh phúc", rightMiddle, top + 30, "bold", 13.5),
  );
  const [year, month, day] = document.issuedDate.split("-");
  const dated = `${document.place}, ngày ${day} tháng ${month} năm ${year}`;
  middle(dated, rightMiddle, top + 55, "italic", 13);
  y = top + 84;

  if (document.heading === "") {
    const lines = breakLines(document.subject, inner * 0.4, (part) => measure(part, "regular", 12));
    lines.forEach((line, index) => middle(line.join(" "), leftMiddle, top + 73 + index * 14, "regular", 12));
    y = top + 84 + lines.length * 14;
  } else {
    centred(document.heading, "bold");
    centred(document.subject, "bold", inner * 0.86);
    y += 6;
  }
  if (document.authority !== "") centred(document.authority, "bold");
  y += 8;
  for (const part of document.paragraphs) {
    if (part.middle) {
      centred(part.text, "bold");
      y += 5;
    } else paragraph(part.text, part.lead);
  }

  room(150);
  y += 16;
  const foot = y;
  const put = (text: string, face: Face, points: number, baseline: number) =>
    current().runs.push({ text, x: margin.left, y: baseline, face, size: points });
  put("Nơi nhận:", "italic", 12, foot + 12);
  document.recipients.forEach((line, index) => put(`- ${line}`, "regular", 11, foot + 27 + index * 14));
  document.signerTitle.forEach((line, index) =>
    middle(line, rightMiddle + 10, foot + 13 + index * 16, "bold", 13),
  );
  const signed = foot + 13 + document.signerTitle.length * 16 + 78;
  middle(document.signer, rightMiddle + 10, signed, "bold", 13.5);
  current().seal = { x: rightMiddle - 26, y: signed - 46 };
  return pages;
}

/** The text of a page as one reads it: its lines from the top, the columns of the head side by side. */
export function textOf(page: SheetLayout): string {
  const lines = new Map<number, Run[]>();
  for (const run of page.runs) {
    const key = [...lines.keys()].find((known) => Math.abs(known - run.y) < 4) ?? run.y;
    lines.set(key, [...(lines.get(key) ?? []), run]);
  }
  return [...lines]
    .sort(([one], [other]) => one - other)
    .map(([, runs]) =>
      runs
        .sort((one, other) => one.x - other.x)
        .map((run) => run.text)
        .join(" "),
    )
    .join("\n");
}

function breakLines(text: string, width: number, measure: (text: string) => number): string[][] {
  const lines: string[][] = [[]];
  for (const word of text.split(" ")) {
    const line = lines.at(-1) ?? [];
    if (line.length > 0 && measure([...line, word].join(" ")) > width) lines.push([word]);
    else line.push(word);
  }
  return lines;
}
