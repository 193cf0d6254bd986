import { describe, expect, it } from "vitest";
import { bytesOf } from "#electron/pipeline/rendition/byte-source.ts";
import { readSkeleton } from "#electron/pipeline/rendition/read-skeleton.ts";

/** The same numbers at every run. */
function chanceOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

/** A file of many streams, pictures and others, small and large; and what is left of it without the pictures' insides. */
function drawFile(seed: number): { whole: Buffer; bones: string } {
  const chance = chanceOf(seed);
  let whole = "%PDF-1.7\n";
  let bones = whole;
  for (let at = 1; at <= 60; at += 1) {
    const isPicture = chance(3) === 0;
    const inside = String.fromCharCode(97 + chance(26)).repeat(1 + chance(chance(4) === 0 ? 90_000 : 3000));
    const words = "/Note (".concat("n".repeat(chance(400)), ")");
    const object = (length: number) =>
      `${at} 0 obj\n<< ${isPicture ? "/Subtype /Image " : ""}${words} /Length ${length} >>\nstream\n`;
    whole += `${object(inside.length)}${inside}\nendstream\nendobj\n`;
    bones += `${object(isPicture ? 0 : inside.length)}${isPicture ? "" : inside}\nendstream\nendobj\n`;
  }
  return { whole: Buffer.from(whole, "latin1"), bones };
}

describe("a PDF without the insides of its pictures", () => {
  it("has everything else, byte by byte, wherever its streams begin and end", async () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const { whole, bones } = drawFile(seed);
      const read = (await readSkeleton(bytesOf(whole))).toString("latin1");
      expect(read === bones, `seed ${seed}`).toBe(true);
    }
  });

  it("is read in windows, each part of the file that is no picture about once", async () => {
    const small = Array.from(
      { length: 400 },
      (_, at) => `${at} 0 obj\n<< /Length 9 >>\nstream\n123456789\nendstream\nendobj\n`,
    );
    const source = bytesOf(Buffer.from(small.join(""), "latin1"));
    let asked = 0;
    await readSkeleton({
      size: source.size,
      at: (start, length) => {
        asked += Math.min(length, source.size - start);
        return source.at(start, length);
      },
    });
    expect(asked).toBeLessThan(3 * source.size);
  });
});
