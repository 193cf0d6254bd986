import { createCanvas } from "@napi-rs/canvas";
import { openPdfjs } from "#shared/node/open-pdfjs.ts";
import { TaskFailure } from "#electron/pipeline/worker/tasks.ts";

/** Opens a PDF as `openPdfjs`; throws `media-corrupt`. */
export async function openInPdfjs(bytes: Uint8Array) {
  try {
    return await openPdfjs(bytes);
  } catch (error) {
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
