import sharp from "sharp";
import type { Chance } from "./chance.ts";
import type { Pixels } from "./draw-sheet.ts";

/** How a page suffered, from paper to scanner. */
export type Wear = {
  /** Paper's colour, 0-255 each. */
  paper: { red: number; green: number; blue: number };
  /** Standard deviation of the sensor's noise, in grey levels. */
  noise: number;
  /** Sigma of the lens's blur in pixels at 300 dpi; 0 for none. */
  blur: number;
  /** Dust and toner spots on the page. */
  speckles: number;
  /** 0 (ink as drawn) to 1 (gone). */
  fading: number;
};

/** The usual wear of a paper from an office's shelf. */
export function usualWear(chance: Chance): Wear {
  const yellow = chance.between(4, 20);
  const light = chance.between(236, 247);
  return {
    paper: { red: light, green: light - yellow * 0.25, blue: light - yellow },
    noise: chance.between(2, 4.5),
    blur: chance.between(0.5, 0.9),
    speckles: chance.whole(40, 140),
    fading: chance.between(0, 0.12),
  };
}

const noiseCount = 1 << 16;

/** Turns a clean drawing into raw RGB pixels that look scanned: tint, uneven light, dust, blur, noise. */
export async function ageScan(clean: Pixels, dpi: number, wear: Wear, chance: Chance): Promise<Buffer> {
  const { width, height } = clean;
  const inked = Buffer.from(clean.data.buffer, clean.data.byteOffset, clean.data.byteLength);
  addSpeckles(inked, width, height, wear.speckles, chance);
  const image = sharp(inked, { raw: { width, height, channels: 4 } }).removeAlpha();
  const sigma = (wear.blur * dpi) / 300;
  const soft = await (sigma >= 0.3 ? image.blur(sigma) : image).raw().toBuffer();

  const noise = new Float32Array(noiseCount);
  for (let index = 0; index < noiseCount; index += 1) {
    noise[index] = (chance.next() + chance.next() + chance.next() + chance.next() - 2) * 1.73 * wear.noise;
  }
  const shadeX = chance.between(-8, 8);
  const shadeY = chance.between(-8, 8);
  const { red, green, blue } = wear.paper;
  const kept = (1 - wear.fading) / 255;
  let walk = chance.whole(0, noiseCount - 1);
  for (let y = 0; y < height; y += 1) {
    walk = (walk * 5 + chance.whole(1, noiseCount - 1)) & (noiseCount - 1);
    const down = (y / height - 0.5) * shadeY;
    for (let x = 0; x < width; x += 1) {
      walk = (walk + 40503) & (noiseCount - 1);
      const light = (noise[(walk ^ (x << 3)) & (noiseCount - 1)] ?? 0) + down + (x / width - 0.5) * shadeX;
      const at = (y * width + x) * 3;
      soft[at] = clamp(red * (1 - (255 - (soft[at] ?? 0)) * kept) + light);
      soft[at + 1] = clamp(green * (1 - (255 - (soft[at + 1] ?? 0)) * kept) + light);
      soft[at + 2] = clamp(blue * (1 - (255 - (soft[at + 2] ?? 0)) * kept) + light);
    }
  }
  return soft;
}

function clamp(value: number): number {
  return value < 0 ? 0 : value > 255 ? 255 : value;
}

function addSpeckles(data: Buffer, width: number, height: number, count: number, chance: Chance): void {
  for (let speckle = 0; speckle < count; speckle += 1) {
    const centreX = chance.whole(3, width - 4);
    const centreY = chance.whole(3, height - 4);
    const radius = chance.between(0.6, 2.2);
    const grey = chance.whole(60, 190);
    for (let y = -3; y <= 3; y += 1) {
      for (let x = -3; x <= 3; x += 1) {
        if (x * x + y * y > radius * radius) continue;
        data.fill(
          grey,
          ((centreY + y) * width + centreX + x) * 4,
          ((centreY + y) * width + centreX + x) * 4 + 3,
        );
      }
    }
  }
}
