import type { CustodyPointRecord } from "#shared/archive/custody-point.ts";
import type { ArchiveFile } from "#shared/archive/file.ts";
import { slipRow } from "#shared/custody/point-list.ts";
import { breakLines } from "#shared/forms/break-lines.ts";
import { centred } from "#shared/forms/draw-head.ts";
import { writeFileMark } from "#shared/forms/file-mark.ts";
import { fondsLine } from "#shared/forms/fonds-line.ts";
import { fileNumber } from "#shared/forms/place-order.ts";
import { type Face, type Mark, type Measure, mm, type Sheet } from "#shared/forms/sheet.ts";

const a5 = { width: mm(148), height: mm(210) } as const;
const frame = { x: mm(10), width: a5.width - mm(20) } as const;

/**
 * The points of a file's way, in their order; each is signed by who had it in hand. A center's own points of a kind
 * stand for it.
 */
const usualSteps: readonly { kind?: CustodyPointRecord["kind"]; name: string }[] = [
  { kind: "out-of-box", name: "Ra khỏi hộp" },
  { name: "Kiểm đếm số tờ" },
  { kind: "unbound", name: "Tháo đóng, làm phẳng" },
  { kind: "in-repair", name: "" },
  { kind: "at-scanner", name: "Quét (máy số ……)" },
  { name: "Kiểm tra ảnh" },
  { kind: "rebound", name: "Đóng lại, đủ tờ" },
  { kind: "in-safe", name: "" },
  { kind: "back-in-box", name: "Trả vào hộp" },
  { kind: "on-shelf", name: "Xếp lên giá" },
];

/** The rows of a slip: what a center has no point for keeps its usual name, or is left out where it has none. */
export function slipSteps(points: readonly CustodyPointRecord[]): string[] {
  return usualSteps
    .map(({ kind, name }) => (kind && slipRow(kind, points)) || name)
    .filter((name) => name !== "");
}

/** "Phiếu theo dõi hồ sơ" on A5, which goes with the file through the center: its code to scan, a row for each point. */
export function drawRoutingSlip(
  file: ArchiveFile,
  words: { agency: string; fondsName: string; fondsCode: string; points: readonly CustodyPointRecord[] },
  measure: Measure,
): Sheet {
  const marks: Mark[] = [];
  const side = mm(30);
  const right = frame.x + frame.width;
  marks.push({ kind: "code", text: writeFileMark(file.id), x: right - side, y: mm(9), side });
  const narrow = frame.width - side - mm(4);
  let y = mm(10);
  const put = (text: string, size: number, face: Face, width: number, most: number) => {
    const lines = breakLines(text, width, { size, face }, measure);
    const shown = lines.length > most ? [...lines.slice(0, most - 1), `${lines[most - 1] ?? ""}…`] : lines;
    for (const line of shown) {
      y += size * 1.2;
      marks.push({ kind: "text", text: line, x: frame.x, y, size, face });
    }
  };
  if (words.agency !== "") put(words.agency, 10, "regular", narrow, 2);
  put("PHIẾU THEO DÕI HỒ SƠ SỐ HÓA", 13, "bold", narrow, 2);
  put(file.code, 12, "bold", narrow, 2);
  put(fondsLine(words.fondsName, words.fondsCode), 10, "regular", narrow, 2);
  y = Math.max(y, mm(9) + side) + mm(2);
  const place = [
    file.inventory === "" ? "" : `Mục lục số ${file.inventory}`,
    file.box === "" ? "" : `Hộp số ${file.box}`,
    `Hồ sơ số ${fileNumber(file) || "……"}`,
    `Số tờ: ${file.leafCount || "……"}`,
  ];
  put(place.filter((part) => part !== "").join(" · "), 10.5, "bold", frame.width, 2);
  put(file.title, 10.5, "regular", frame.width, 3);
  y += mm(4);
  drawTable(marks, y, slipSteps(words.points), measure);
  const hint =
    "Phiếu đi cùng hồ sơ. Quét mã ở mỗi chặng tại màn hình Đường đi tài liệu; mất điện thì ký vào bảng.";
  let foot = a5.height - mm(13);
  for (const line of breakLines(hint, frame.width, { size: 9, face: "italic" }, measure)) {
    marks.push(centred(line, frame, foot, { size: 9, face: "italic" }, measure));
    foot += 11;
  }
  return { ...a5, marks };
}

const columns = [
  { heading: "Chặng", share: 44 },
  { heading: "Ngày, giờ", share: 28 },
  { heading: "Người thực hiện", share: 32 },
  { heading: "Ghi chú", share: 24 },
] as const;

function drawTable(marks: Mark[], top: number, steps: readonly string[], measure: Measure): void {
  const rowHeight = mm(100) / steps.length;
  const headHeight = mm(8);
  const bottom = top + headHeight + steps.length * rowHeight;
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const cell = (columns[0].share / shares) * frame.width - mm(3);
  let x: number = frame.x;
  const upright = (at: number) =>
    marks.push({ kind: "line", x1: at, x2: at, y1: top, y2: bottom, width: 0.5 });
  const level = (at: number) =>
    marks.push({ kind: "line", x1: frame.x, x2: frame.x + frame.width, y1: at, y2: at, width: 0.5 });
  for (const { heading, share } of columns) {
    const region = { x, width: (share / shares) * frame.width };
    upright(region.x);
    marks.push(centred(heading, region, top + mm(5.5), { size: 10, face: "bold" }, measure));
    x += region.width;
  }
  upright(frame.x + frame.width);
  level(top);
  for (const [at, step] of steps.entries()) {
    const y = top + headHeight + at * rowHeight;
    level(y);
    const type = { size: 10, face: "regular" } as const;
    const lines = breakLines(`${at + 1}. ${step}`, cell, type, measure);
    const shown = lines.length > 2 ? [lines[0] ?? "", `${lines[1] ?? ""}…`] : lines;
    const first = y + rowHeight / 2 + mm(1.25) - (shown.length - 1) * 5;
    for (const [line, text] of shown.entries())
      marks.push({ kind: "text", text, x: frame.x + mm(1.5), y: first + line * 10.5, ...type });
  }
  level(bottom);
}
