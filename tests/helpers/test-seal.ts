import sharp from "sharp";

type Drawn = { size?: number; margin?: number; ink?: string; ground?: string };

/** A picture of a round seal of nobody: a ring and a bar, with an empty margin about it; transparent unless told. */
export async function testSeal(drawn: Drawn = {}): Promise<Buffer> {
  const { size = 600, margin = 50, ink = "#c81e1e", ground = "none" } = drawn;
  const [middle, radius] = [size / 2, size / 2 - margin];
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}">` +
    `<rect width="100%" height="100%" fill="${ground}"/>` +
    `<circle cx="${middle}" cy="${middle}" r="${radius - 10}" fill="none" stroke="${ink}" stroke-width="20"/>` +
    `<rect x="${middle - 80}" y="${middle - 20}" width="160" height="40" fill="${ink}"/></svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}
