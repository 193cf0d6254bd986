import sharp from "sharp";
import { afterAll, beforeAll, expect, it } from "vitest";
import { encryptedPdf, hugePng, notAPage, pdfOfPages } from "#tests/fixtures/bad-objects.ts";
import { hostilePdfs } from "#tests/fixtures/damage/hostile-pdfs.ts";
import { damagedFile, isFault, openDamagedImport } from "#tests/fixtures/damage/import-damaged.ts";
import { soundFiles } from "#tests/fixtures/damage/sound-files.ts";

// The whole of it, a thousand files and more, is `npm run bench -- import-fuzz`.
const damaged = 72;
/** Longer than any limit of the import: past it, something hangs. */
const hang = 200_000;

let scans: Awaited<ReturnType<typeof openDamagedImport>>;
beforeAll(async () => {
  scans = await openDamagedImport();
});
afterAll(() => scans.close());

it("takes damaged files or says why not, and goes on", async () => {
  const sound = await soundFiles();
  const faults = [];
  const said = new Set<string>();
  for (let seed = 0; seed < damaged; seed += 1) {
    const verdict = await scans.take(damagedFile(sound, seed));
    said.add(verdict.said);
    if (isFault(verdict, hang)) faults.push(verdict);
  }
  expect(faults).toEqual([]);
  expect([...said]).toEqual(expect.arrayContaining(["taken", "media-corrupt", "media-truncated"]));
  for (const [at, { bytes, kind }] of sound.entries())
    expect(await scans.take({ name: `sound-${at}.${kind}`, bytes })).toMatchObject({ said: "taken" });
});

// Drawn until their time is up: in the bench.
const slow = new Set(["paths-without-end.pdf"]);

it.each(hostilePdfs().filter(({ name }) => !slow.has(name)))("stands $name", async (hostile) => {
  const verdict = await scans.take(hostile);
  expect({ ...verdict, fault: isFault(verdict, hang) }).toMatchObject({ fault: false });
  if (/bomb/.test(hostile.name)) expect(verdict.said).toBe("media-too-large");
});

it("names what is wrong with files that are not what they should be", async () => {
  const dot = await sharp({ create: { width: 16, height: 16, channels: 3, background: "#fff" } })
    .jpeg()
    .toBuffer();
  const box = (brand: string) =>
    Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from(`ftyp${brand}`), Buffer.alloc(64)]);
  const fiveThousand = pdfOfPages(5000, dot, 16, 16);
  const cases: [string, Buffer, string][] = [
    ["nothing.jpg", Buffer.alloc(0), "media-empty"],
    ["text.pdf", notAPage().bytes, "media-not-known"],
    ["jpeg-by-content.pdf", dot, "taken"],
    ["phone.heic", box("heic"), "media-foreign"],
    ["phone.avif", box("avif"), "media-foreign"],
    ["film.mp4", box("isom"), "media-not-known"],
    ["scan.jp2", Buffer.from("0000000c6a5020200d0a870a", "hex"), "media-foreign"],
    ["scan.j2k", Buffer.from("ff4fff51002f", "hex"), "media-foreign"],
    ["bomb.png", hugePng(), "media-too-large"],
    ["password.pdf", await encryptedPdf(), "media-encrypted"],
    ["5000-pages.pdf", fiveThousand, "media-too-many-pages"],
  ];
  for (const [name, bytes, said] of cases)
    expect(await scans.take({ name, bytes })).toMatchObject({ name, said });
});
