import { expect, it } from "vitest";
import { actOf, keptOf, scaleOf, stepZoom, type Zoom, zoomOf } from "#renderer/ui/page-zoom.ts";

const page = { width: 2480, height: 3508 };
const frame = { width: 620, height: 1000 };

it("fits a page whole or as wide as its frame, and shows one pixel on one at 100 %, on any display", () => {
  expect(scaleOf("width", page, frame, 1)).toBe(0.25);
  expect(scaleOf("fit", page, { width: 620, height: 350.8 }, 1)).toBeCloseTo(0.1);
  expect(scaleOf("fit", page, frame, 1)).toBe(0.25);
  expect(scaleOf(1, page, frame, 1)).toBe(1);
  expect(scaleOf(1, page, frame, 2)).toBe(0.5);
});

it("steps from wherever a fitted page stands, and stops at both ends", () => {
  expect(stepZoom(0.27, 1, 1)).toBe(0.35);
  expect(stepZoom(0.27, 1, -1)).toBe(0.25);
  expect(stepZoom(0.25, 1, 1)).toBe(0.35);
  expect(stepZoom(0.25, 2, 1)).toBe(0.75);
  expect(stepZoom(4, 1, 1)).toBe(4);
  expect(stepZoom(0.02, 1, -1)).toBe(0.1);
});

it("keeps every zoom as a number", () => {
  for (const zoom of ["fit", "width", 0.17, 1, 4] satisfies Zoom[]) expect(zoomOf(keptOf(zoom))).toBe(zoom);
});

it("moves a page larger than its frame by arrows, and goes to its neighbours where it is not", () => {
  const over = { x: true, y: true };
  const within = { x: false, y: false };
  expect(actOf("ArrowRight", 1, over)).toEqual({ kind: "pan", x: 1, y: 0 });
  expect(actOf("ArrowUp", 1, over)).toEqual({ kind: "pan", x: 0, y: -1 });
  expect(actOf("ArrowRight", "fit", within)).toEqual({ kind: "next" });
  expect(actOf("ArrowLeft", "width", { x: false, y: true })).toEqual({ kind: "previous" });
  expect(actOf("ArrowDown", "fit", within)).toBeUndefined();
  expect(actOf("PageDown", 1, over)).toEqual({ kind: "next" });
  expect(actOf(" ", "fit", within)).toEqual({ kind: "zoom", zoom: 1 });
  expect(actOf(" ", 0.5, over)).toEqual({ kind: "zoom", zoom: "fit" });
  expect(actOf("a", "fit", within)).toBeUndefined();
});
