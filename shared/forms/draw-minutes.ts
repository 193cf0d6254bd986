import { breakLines } from "#shared/forms/break-lines.ts";
import { centred, centredLines, drawHead } from "#shared/forms/draw-head.ts";
import type { HandoverMinutes } from "#shared/forms/handover-minutes.ts";
import { a4, type Mark, type Measure, mm, type Sheet } from "#shared/forms/sheet.ts";

const page = { x: mm(30), width: a4.width - mm(45), top: mm(20), bottom: a4.height - mm(22) } as const;
const signatureRoom = 130;

/** One copy of minutes on as many upright A4 pages as it needs; the signatures are never parted. */
export function drawMinutes(minutes: HandoverMinutes, measure: Measure): Sheet[] {
  const head = drawHead(minutes.agencies, { x: page.x, y: page.top, width: page.width }, measure);
  const pages: Mark[][] = [[...head.marks]];
  const put = (...marks: Mark[]) => pages.at(-1)?.push(...marks);
  let y = head.bottom + 32;
  for (const [at, line] of minutes.title.split("\n").entries()) {
    const title = centredLines(line, page, y, { size: at === 0 ? 15 : 14, face: "bold" }, measure);
    put(...title.marks);
    y = title.next + 2;
  }
  for (const fact of minutes.facts) {
    const lines = centredLines(fact, page, y, { size: 12, face: "italic" }, measure);
    put(...lines.marks);
    y = lines.next + 1;
  }
  y += 8;
  const room = (height: number) => {
    if (y + height <= page.bottom) return;
    pages.push([]);
    y = page.top + 14;
  };
  for (const { text, strong } of minutes.statements) {
    const type = { size: 13, face: strong === true ? "bold" : "regular" } as const;
    for (const line of breakLines(text, page.width, type, measure)) {
      room(4);
      put({ kind: "text", text: line, x: page.x, y, ...type });
      y += 17;
    }
    y += 3;
  }
  room(signatureRoom);
  y += 12;
  const half = page.width / 2;
  for (const [at, [role, name]] of minutes.signatures.entries()) {
    const region = { x: page.x + at * half, width: half };
    put(centred(role, region, y, { size: 13, face: "bold" }, measure));
    put(centred("(Ký, ghi rõ họ tên và đóng dấu)", region, y + 16, { size: 12, face: "italic" }, measure));
    put(...centredLines(name, region, y + 96, { size: 13, face: "bold" }, measure).marks);
  }
  return pages.map((marks, at) => {
    const type = { size: 10, face: "italic" } as const;
    const pageOf = `Trang ${at + 1}/${pages.length}`;
    const right = page.x + page.width - measure(pageOf, type.size, type.face);
    const foot = a4.height - mm(12);
    return {
      ...a4,
      marks: [
        ...marks,
        { kind: "text", text: minutes.foot, x: page.x, y: foot, ...type },
        { kind: "text", text: pageOf, x: right, y: foot, ...type },
      ],
    };
  });
}

/** A page with the code that names its minutes in the corner of the binding margin, the short code under it. */
export function markPage(sheet: Sheet, text: string, short: string, measure: Measure): Sheet {
  const region = { x: mm(6), width: mm(20) };
  return {
    ...sheet,
    marks: [
      ...sheet.marks,
      { kind: "code", text, x: region.x, y: mm(6), side: region.width },
      centred(short, region, mm(6) + region.width + 7, { size: 7, face: "regular" }, measure),
    ],
  };
}
