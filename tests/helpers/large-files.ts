import { join } from "node:path";
import sharp from "sharp";
import { openDesk } from "#electron/desk.ts";
import { asJpeg, makePage } from "#electron/sample/make-page.ts";
import {
  sampleBatch,
  sampleFile,
  sampleFonds,
  sampleItem,
  samplePage,
} from "#tests/helpers/sample-records.ts";

const root = join(import.meta.dirname, "..", "..");
const scope = "52.550";
/** How many different scans the pages share. */
const scans = 12;

/** A machine set up, with a batch, a file and an item for each number of pages; the work on pages is done, or rests. */
export async function prepareLargeFiles(folder: string, counts: readonly number[]): Promise<void> {
  const desk = await openDesk({
    folder,
    resources: join(root, "resources"),
    host: "loopback",
    startPractice: undefined,
    report: (error) => console.error(error),
  });
  await desk.handlers["session.save"]({ name: "Bench", role: "district-checker", scope });
  await desk.handlers["jobs.pause"]({ paused: true });
  const looks: { masterDigest: string; thumbDigest: string; viewDigest: string }[] = [];
  for (let seed = 0; seed < scans; seed += 1) {
    const master = await asJpeg(await makePage({ seed, dpi: 200, resources: join(root, "resources") }));
    const at = async (width: number) =>
      (await desk.objects.put(await sharp(master).resize({ width }).jpeg({ quality: 78 }).toBuffer())).digest;
    const masterDigest = (await desk.objects.put(master)).digest;
    looks.push({ masterDigest, thumbDigest: await at(256), viewDigest: await at(1240) });
  }
  const push = (
    collection: "fonds" | "batches" | "files" | "items" | "pages",
    records: readonly { id: string }[],
  ) =>
    desk.handlers["records.push"]({
      collection,
      rows: records.map((record) => ({ newDocumentState: record })),
    });
  await push("fonds", [sampleFonds("fonds-1", { scope })]);
  for (const count of counts) {
    const [batchId, fileId, itemId] = [`batch-${count}`, `file-${count}`, `item-${count}`];
    await push("batches", [sampleBatch(batchId, { scope, state: "capturing", name: `Đợt ${count} trang` })]);
    await push("files", [
      sampleFile(fileId, { scope, fondsId: "fonds-1", batchId, code: `H05.01.${count}` }),
    ]);
    await push("items", [sampleItem(itemId, { scope, fileId, pageCount: count })]);
    const pages = Array.from({ length: count }, (_, at) =>
      samplePage(`page-${count}-${at}`, {
        scope,
        itemId,
        ordinal: at + 1,
        mediaType: "image/jpeg",
        width: 1654,
        height: 2339,
        dpi: 200,
        sharpness: 0.6,
        ink: 3000,
        blank: "no",
        ...looks[at % scans],
      }),
    );
    for (let at = 0; at < count; at += 500) await push("pages", pages.slice(at, at + 500));
  }
  await desk.close();
}
