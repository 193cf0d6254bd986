import type { PDFDocumentProxy } from "pdfjs-dist";
import workerUrl from "pdfjs-dist/build/pdf.worker.min.mjs?url";

/** An opened PDF: its pages, and how to let go of it. */
export type OpenedPdf = { pdf: PDFDocumentProxy; close: () => void };

/** Opens the PDF at an address. All that pdf.js needs lies beside the page; rejects where it cannot be read. */
export function openPdf(url: string): { opened: Promise<OpenedPdf>; cancel: () => void } {
  let cancelled = false;
  let close = () => {
    cancelled = true;
  };
  const open = async (): Promise<OpenedPdf> => {
    const { getDocument, GlobalWorkerOptions } = await import("pdfjs-dist");
    if (cancelled) throw new Error("closed before it was opened");
    GlobalWorkerOptions.workerSrc = workerUrl;
    const beside = (folder: string) => new URL(`./pdfjs/${folder}/`, document.baseURI).href;
    const task = getDocument({
      url: new URL(url, document.baseURI).href,
      cMapUrl: beside("cmaps"),
      cMapPacked: true,
      wasmUrl: beside("wasm"),
      standardFontDataUrl: beside("standard_fonts"),
      isEvalSupported: false,
    });
    close = () => void task.destroy().catch(() => undefined);
    return { pdf: await task.promise, close };
  };
  return { opened: open(), cancel: () => close() };
}
