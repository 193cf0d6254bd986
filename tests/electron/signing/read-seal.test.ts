import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { sealBounds } from "#shared/signing/seal-bounds.ts";
import { readSeal } from "#electron/signing/read-seal.ts";
import { SigningFault } from "#electron/signing/signing-fault.ts";
import { testSeal } from "#tests/helpers/test-seal.ts";

async function faultOf(bytes: Buffer, width = 36): Promise<string> {
  return readSeal(bytes, width).then(
    () => "",
    (error: unknown) => (error instanceof SigningFault ? error.kind : String(error)),
  );
}

describe("a picture of a seal", () => {
  it("is so wide as the seal itself, without the margin about it, at 300 dots per inch at most", async () => {
    const seal = await readSeal(await testSeal(), 36);
    expect(seal.points.width).toBeCloseTo((36 / 25.4) * 72, 5);
    expect(seal.points.height).toBeCloseTo(seal.points.width, 0);
    expect(seal.pixels.width).toBe(425);
    // Of 600 pixels 500 are the seal: at 50 mm these are fewer than 300 dots per inch, and stay as they are.
    expect((await readSeal(await testSeal(), 50)).pixels.width).toBe(500);
  });

  it.each(["none", "#ffffff", "#fafafa"])(
    "lets the page through where there is no ink: ground %s",
    async (ground) => {
      const seal = await readSeal(await testSeal({ ground }), 36);
      const { width, height } = seal.pixels;
      expect(seal.alpha.length).toBe(width * height);
      const at = (x: number, y: number) => seal.alpha[Math.round(y * height) * width + Math.round(x * width)];
      expect(at(0.01, 0.01)).toBe(0);
      expect(at(0.5, 0.25)).toBe(0);
      expect(at(0.5, 0.5)).toBeGreaterThan(200);
      // Over white it is as red as the picture was.
      const { data } = await sharp(seal.colour).raw().toBuffer({ resolveWithObject: true });
      const middle = Math.round(height / 2) * width + Math.round(width / 2);
      const share = (seal.alpha[middle] ?? 0) / 255;
      const shown = [0, 1, 2].map((one) => (data[middle * 3 + one] ?? 0) * share + 255 * (1 - share));
      for (const [one, wanted] of [200, 30, 30].entries())
        expect(Math.abs((shown[one] ?? 0) - wanted)).toBeLessThan(6);
    },
  );

  it("is small in a file, however large it came", async () => {
    const seal = await readSeal(await testSeal({ size: 2400, margin: 100 }), 36);
    expect(seal.colour.length).toBeLessThan(20_000);
  });

  it("is refused where it is no PNG, too heavy, too coarse or too large", async () => {
    const png = await testSeal();
    expect(await faultOf(Buffer.from("khác"))).toBe("seal-not-png");
    expect(await faultOf(await sharp(png).flatten({ background: "#fff" }).jpeg().toBuffer())).toBe(
      "seal-not-png",
    );
    expect(await faultOf(png.subarray(0, png.length / 2))).toBe("seal-not-png");
    expect(await faultOf(Buffer.concat([png, Buffer.alloc(sealBounds.bytes)]))).toBe("seal-too-heavy");
    expect(await faultOf(await sharp(png).resize(99, 99).png().toBuffer())).toBe("seal-size");
    expect(await faultOf(await sharp(png).resize(2401, 2401).png().toBuffer())).toBe("seal-size");
    expect(await faultOf(png, 19)).toBe("seal-size");
    expect(await faultOf(png, 51)).toBe("seal-size");
  });

  it("is refused on a ground of colour, in another ink, or with no ink", async () => {
    expect(await faultOf(await testSeal({ ground: "#f0d070" }))).toBe("seal-ground");
    expect(await faultOf(await testSeal({ ink: "#1e3ec8" }))).toBe("seal-not-red");
    expect(await faultOf(await testSeal({ ink: "#202020" }))).toBe("seal-not-red");
    expect(await faultOf(await testSeal({ ink: "#ffffff", ground: "#ffffff" }))).toBe("seal-not-red");
  });

  it("takes a picture of a palette, of one whose ink is half transparent, and a seal that fills it", async () => {
    expect(
      await faultOf(
        await sharp(await testSeal())
          .png({ palette: true })
          .toBuffer(),
      ),
    ).toBe("");
    expect(await faultOf(await testSeal({ ink: "rgba(220,0,0,0.6)" }))).toBe("");
    expect(await faultOf(await testSeal({ margin: 0 }))).toBe("");
  });
});
