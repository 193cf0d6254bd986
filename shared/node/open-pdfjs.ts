import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const fromHere = createRequire(import.meta.url);

/** Opens a PDF in pdf.js, which fetches nothing and runs nothing of it; to be closed after use. Throws pdf.js's errors. */
export async function openPdfjs(bytes: Uint8Array) {
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
    throw error;
  }
}
