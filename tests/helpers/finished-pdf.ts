import { loadLayerFont, writePdfa } from "#electron/pipeline/steps/write-pdfa.ts";
import { asJpeg, makePage } from "#electron/sample/make-page.ts";
import { resources } from "#tests/fixtures/resources.ts";
import { sampleAbout } from "#tests/helpers/sample-records.ts";

/** A finished PDF/A of some pages, as the pipeline writes it. */
export async function finishedPdf(
  pages = 2,
  level: "PDF/A-2b" | "PDF/A-1b" = "PDF/A-2b",
  width = 595.2,
): Promise<Buffer> {
  const image = await asJpeg(await makePage({ seed: 1, dpi: 75, resources }));
  const font = await loadLayerFont(resources);
  const all = (async function* () {
    for (let page = 0; page < pages; page += 1) {
      yield await Promise.resolve({ image, width, height: width * Math.SQRT2, words: [] });
    }
  })();
  const chunks: Uint8Array[] = [];
  const options = { about: sampleAbout, createdAt: new Date(0), level };
  for await (const chunk of writePdfa(all, font, options)) chunks.push(chunk);
  return Buffer.concat(chunks);
}
