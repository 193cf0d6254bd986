import { createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import type { Chance } from "./chance.ts";
import { sheet, type SheetLayout, type Stamp } from "./lay-out.ts";
import { setFace } from "./sample-fonts.ts";

export type Pixels = { data: Uint8ClampedArray; width: number; height: number };

export type Drawing = {
  dpi: number;
  /** Degrees by which the sheet lies turned clockwise on the glass. */
  turned: number;
  /** How far a sheet was pushed off its place, in points. */
  shift: { x: number; y: number };
};

/** Draws a page in ink on white, turned as a sheet on a scanner's glass; RGBA pixels of an A4 page. */
export function drawSheet(layout: SheetLayout, drawing: Drawing, chance: Chance): Pixels {
  const scale = drawing.dpi / 72;
  const width = Math.round(sheet.width * scale);
  const height = Math.round(sheet.height * scale);
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, width, height);
  context.translate(width / 2 + drawing.shift.x * scale, height / 2 + drawing.shift.y * scale);
  context.rotate((drawing.turned * Math.PI) / 180);
  context.scale(scale, scale);
  context.translate(-sheet.width / 2, -sheet.height / 2);

  context.fillStyle = "#20201f";
  for (const run of layout.runs) {
    setFace(context, run.face, run.size);
    context.fillText(run.text, run.x, run.y);
  }
  for (const rule of layout.rules) context.fillRect(rule.x, rule.y, rule.width, 0.8);
  for (const stamp of layout.stamps ?? []) drawStamp(context, stamp);
  if (layout.seal) drawSeal(context, layout.seal, chance);
  return { data: context.getImageData(0, 0, width, height).data, width, height };
}

/** A rubber stamp in red ink, through which the print below is seen. */
function drawStamp(context: SKRSContext2D, { lines, x, y, turned, size }: Stamp): void {
  context.save();
  context.translate(x, y);
  context.rotate((turned * Math.PI) / 180);
  context.strokeStyle = "rgba(196, 40, 44, 0.85)";
  context.fillStyle = "rgba(196, 40, 44, 0.85)";
  setFace(context, "bold", size);
  const widths = lines.map((line) => context.measureText(line).width);
  const [width, height] = [Math.max(...widths) + size * 0.9, lines.length * size * 1.3 + size * 0.5];
  context.lineWidth = 1.4;
  context.strokeRect(-width / 2, -height / 2, width, height);
  lines.forEach((line, at) => {
    context.fillText(line, -(widths[at] ?? 0) / 2, -height / 2 + size * (1.2 + at * 1.3));
  });
  context.restore();
}

/** A red seal that says it is a sample's, and a signature in blue ink. */
function drawSeal(context: SKRSContext2D, at: { x: number; y: number }, chance: Chance): void {
  context.save();
  context.translate(at.x, at.y);
  context.rotate(chance.between(-0.3, 0.3));
  context.strokeStyle = "rgba(196, 40, 44, 0.78)";
  context.fillStyle = "rgba(196, 40, 44, 0.78)";
  for (const [radius, thickness] of [
    [46, 2.2],
    [43, 0.7],
    [29, 0.7],
  ] as const) {
    context.lineWidth = thickness;
    context.beginPath();
    context.arc(0, 0, radius, 0, 2 * Math.PI);
    context.stroke();
  }
  setFace(context, "bold", 8.5);
  const ring = Array.from("TÀI LIỆU MẪU ★ KHÔNG CÓ GIÁ TRỊ ★ ");
  ring.forEach((letter, index) => {
    context.save();
    context.rotate((index / ring.length) * 2 * Math.PI);
    context.fillText(letter, -3, -32.5);
    context.restore();
  });
  context.beginPath();
  for (let point = 0; point < 10; point += 1) {
    const radius = point % 2 === 0 ? 15 : 6;
    const angle = (point / 10) * 2 * Math.PI - Math.PI / 2;
    context.lineTo(radius * Math.cos(angle), radius * Math.sin(angle));
  }
  context.fill();
  context.restore();

  context.save();
  context.strokeStyle = "rgba(34, 52, 140, 0.85)";
  context.lineWidth = 1.3;
  context.lineJoin = "round";
  context.beginPath();
  let [x, y] = [at.x + 8, at.y + chance.between(-4, 8)];
  context.moveTo(x, y);
  for (let stroke = 0; stroke < 7; stroke += 1) {
    const [toX, toY] = [x + chance.between(4, 17), at.y + chance.between(-20, 20)];
    context.bezierCurveTo(x + 10, y - 16, toX - 12, toY + 14, toX, toY);
    [x, y] = [toX, toY];
  }
  context.stroke();
  context.restore();
}
