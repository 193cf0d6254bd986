import { join } from "node:path";
import { createWorker, OEM, PSM, type Block, type Worker } from "tesseract.js";
import { TaskFailure } from "#electron/pipeline/worker/tasks.ts";

/** How the reader looks for text: as a page with columns, as one block, as one line, as words anywhere. */
const layouts = {
  page: PSM.AUTO,
  block: PSM.SINGLE_BLOCK,
  line: PSM.SINGLE_LINE,
  scattered: PSM.SPARSE_TEXT,
} as const;

export type Layout = keyof typeof layouts;

type RawReading = { text: string; blocks: Block[] };

/** Tesseract with the Vietnamese model, kept ready between pages; nothing is fetched from anywhere. */
export type TextReader = {
  /** Reads an image of 200 dpi, as these characters alone where told; boxes in its pixels. Throws `ocr-failed`. */
  read(image: Buffer, layout: Layout, characters?: string): Promise<RawReading>;
  close(): Promise<void>;
};

/** Opens the reader; it starts with the first page. `dpi` is that of the images it will be given. */
export function openTextReader(resources: string, dpi: number): TextReader {
  let starting: Promise<Worker> | undefined;
  let current: { layout: Layout; characters: string } = { layout: "page", characters: "" };
  const start = async () => {
    const worker = await createWorker("vie", OEM.LSTM_ONLY, {
      langPath: languageFolder(resources),
      cacheMethod: "none",
      gzip: false,
      // Without a handler of its own the library throws outside of any promise.
      errorHandler: () => undefined,
    });
    await worker.setParameters({ user_defined_dpi: String(dpi), tessedit_pageseg_mode: layouts.page });
    return worker;
  };
  return {
    async read(image, layout, characters = "") {
      try {
        starting ??= start();
        const worker = await starting;
        if (layout !== current.layout || characters !== current.characters) {
          await worker.setParameters({
            tessedit_pageseg_mode: layouts[layout],
            tessedit_char_whitelist: characters,
          });
          current = { layout, characters };
        }
        const { data } = await worker.recognize(image, {}, { text: true, blocks: true });
        return { text: data.text, blocks: data.blocks ?? [] };
      } catch (error) {
        throw new TaskFailure("ocr-failed", error instanceof Error ? error.message : String(error), {
          cause: error,
        });
      }
    },
    async close() {
      const worker = await starting?.catch(() => undefined);
      await worker?.terminate();
    },
  };
}

/** Where the model lies: tesseract's fast one for Vietnamese. */
export function languageFolder(resources: string): string {
  return join(resources, "ocr");
}
