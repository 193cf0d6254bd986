import { type CustodyPointRecord, nameOfPoint } from "#shared/archive/custody-point.ts";
import type { LabelPaper } from "#shared/forms/box-label.ts";
import { breakLines } from "#shared/forms/break-lines.ts";
import { writePointMark } from "#shared/forms/point-mark.ts";
import { a4, type Face, type Mark, type Measure, mm, type Sheet } from "#shared/forms/sheet.ts";

const size = { width: mm(99), height: mm(67) } as const;
const [across, down] = [2, 4];

/** A label for each point of a center, to be put up where it is: eight on A4, or one of 99 × 67 mm for a label printer. */
export function* drawPointLabels(
  points: readonly CustodyPointRecord[],
  paper: LabelPaper,
  kindName: (kind: CustodyPointRecord["kind"]) => string,
  measure: Measure,
): Generator<Sheet> {
  const draw = (point: CustodyPointRecord, corner: Corner) =>
    drawLabel(point, kindName(point.kind), corner, measure);
  if (paper === "thermal") {
    for (const point of points) yield { ...size, marks: draw(point, { x: 0, y: 0 }) };
    return;
  }
  const left = (a4.width - across * size.width) / 2;
  const top = (a4.height - down * size.height) / 2;
  for (let at = 0; at < points.length; at += across * down) {
    const marks = points.slice(at, at + across * down).flatMap((point, index) => {
      const corner = {
        x: left + (index % across) * size.width,
        y: top + Math.floor(index / across) * size.height,
      };
      return [...frameOf(corner), ...draw(point, corner)];
    });
    yield { ...a4, marks };
  }
}

type Corner = { x: number; y: number };

/** The lines to cut along. */
function frameOf({ x, y }: Corner): Mark[] {
  const [x2, y2] = [x + size.width, y + size.height];
  const line = { kind: "line", width: 0.25 } as const;
  return [
    { ...line, x1: x, x2, y1: y, y2: y },
    { ...line, x1: x, x2, y1: y2, y2 },
    { ...line, x1: x, x2: x, y1: y, y2 },
    { ...line, x1: x2, x2, y1: y, y2 },
  ];
}

function drawLabel(point: CustodyPointRecord, kindName: string, corner: Corner, measure: Measure): Mark[] {
  const side = mm(40);
  const pad = mm(7);
  const x = corner.x + pad + side + mm(4);
  const width = size.width - pad * 2 - side - mm(4);
  const code = { kind: "code", text: writePointMark(point.id), side } as const;
  const marks: Mark[] = [{ ...code, x: corner.x + pad, y: corner.y + (size.height - side) / 2 }];
  let y = corner.y + mm(12);
  const put = (text: string, points: number, face: Face, most: number) => {
    const lines = breakLines(text, width, { size: points, face }, measure);
    const shown = lines.length > most ? [...lines.slice(0, most - 1), `${lines[most - 1] ?? ""}…`] : lines;
    for (const line of shown) {
      y += points * 1.2;
      marks.push({ kind: "text", text: line, x, y, size: points, face });
    }
    y += mm(1.5);
  };
  put("ĐIỂM QUÉT", 10, "regular", 1);
  put(nameOfPoint(point), 16, "bold", 4);
  put(kindName, 11, "regular", 2);
  put("Quét mã này, rồi quét hồ sơ.", 9, "italic", 2);
  return marks;
}
