import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createCanvas } from "@napi-rs/canvas";
import { TaskFailure } from "#electron/pipeline/worker/tasks.ts";

const fromHere = createRequire(import.meta.url);

/** Opens a PDF in pdf.js, which fetches nothing and runs nothing of it; to be closed after use. */
export async function openInPdfjs(bytes: Uint8Array) {
  const pdfjs = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const root = dirname(fromHere.resolve("pdfjs-dist/package.json"));
  const folder = (name: string) => `${join(root, name)}/`.replaceAll("\\", "/");
  const task = pdfjs.getDocument({
    // pdf.js takes the memory over: it gets a copy.
    data: new Uint8Array(bytes),
    cMapUrl: folder("cmaps"),
    standardFontDataUrl: folder("standard_fonts"),
    wasmUrl: folder("wasm"),
    isEvalSupported: false,
    stopAtErrors: true,
    useSystemFonts: false,
    verbosity: 0,
  });
  const close = () => task.destroy();
  try {
    return { document: await task.promise, close };
  } catch (error) {
    await close();
    throw asCorrupt(error);
  }
}

/** Draws one page (from 0) of a PDF on white; RGBA pixels. Throws `media-corrupt`. */
export async function drawPdfPage(
  bytes: Uint8Array,
  page: number,
  scale: number,
): Promise<{ data: Buffer; width: number; height: number }> {
  const { document, close } = await openInPdfjs(bytes);
  try {
    const opened = await document.getPage(page + 1);
    const viewport = opened.getViewport({ scale });
    const [width, height] = [Math.round(viewport.width), Math.round(viewport.height)];
    const canvas = createCanvas(width, height);
    const context = canvas.getContext("2d");
    context.fillStyle = "#ffffff";
    context.fillRect(0, 0, width, height);
    // The canvas of @napi-rs/canvas has every call that pdf.js makes, but not the type of the browser's.
    await opened.render({ canvas: canvas as never, viewport }).promise;
    const { data } = context.getImageData(0, 0, width, height);
    return { data: Buffer.from(data.buffer, data.byteOffset, data.byteLength), width, height };
  } catch (error) {
    throw asCorrupt(error);
  } finally {
    await close();
  }
}

function asCorrupt(error: unknown): TaskFailure {
  return new TaskFailure("media-corrupt", error instanceof Error ? error.message : String(error), {
    cause: error,
  });
}
