import { join } from "node:path";
import { createCanvas, GlobalFonts, type SKRSContext2D } from "@napi-rs/canvas";

export type Face = "regular" | "bold" | "italic";

const families = { regular: "Sample Regular", bold: "Sample Bold", italic: "Sample Italic" } as const;
const fontFiles = { regular: "Regular", bold: "Bold", italic: "Italic" } as const;

/** How wide a text is at a size, both in points. */
export type Measure = (text: string, face: Face, size: number) => number;

/** Makes the bundled fonts known to the canvas; answers how to measure with them. */
export function loadSampleFonts(resources: string): Measure {
  for (const face of ["regular", "bold", "italic"] as const) {
    const path = join(resources, "fonts", `LiberationSerif-${fontFiles[face]}.ttf`);
    if (!GlobalFonts.has(families[face]) && !GlobalFonts.registerFromPath(path, families[face])) {
      throw new Error(`font cannot be read: ${path}`);
    }
  }
  const context = createCanvas(8, 8).getContext("2d");
  return (text, face, size) => {
    setFace(context, face, 100);
    return (context.measureText(text).width * size) / 100;
  };
}

export function setFace(context: SKRSContext2D, face: Face, size: number): void {
  context.font = `${size}px "${families[face]}"`;
}
