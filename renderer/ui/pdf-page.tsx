import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist";
import { useEffect, useRef, useState } from "react";
import { fold, foldedWords } from "#shared/base/fold.ts";
import classes from "./pdf-view.module.css";

export type PageSize = { width: number; height: number };

/** The most pixels a page is drawn with, so that a great zoom does not take all memory. */
const pixelLimit = 16_000_000;

/**
 * One page of a PDF: its picture, and over it its words, which can be selected; words of `query` are marked.
 * `scale` 1 is 72 dots an inch.
 */
export function PdfPage(props: {
  pdf: PDFDocumentProxy;
  number: number;
  scale: number;
  /** At scale 1, until the page says its own. */
  size: PageSize;
  query: string;
  label: string;
  failed: string;
}) {
  const { pdf, number, scale, query, label, failed } = props;
  const [size, setSize] = useState(props.size);
  const canvas = useRef<HTMLCanvasElement>(null);
  const words = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<"drawing" | "drawn" | "failed">("drawing");
  useEffect(() => {
    let stop: (() => void) | undefined;
    let stopped = false;
    const draw = async () => {
      const page = await pdf.getPage(number);
      if (stopped || !canvas.current || !words.current) return;
      const { width, height } = page.getViewport({ scale: 1 });
      setSize((known) => (known.width === width && known.height === height ? known : { width, height }));
      const drawing = drawPage(page, scale, canvas.current);
      stop = drawing.cancel;
      await drawing.done;
      if (!isStopped()) await writeWords(page, scale, words.current, isStopped);
      if (!isStopped()) setState("drawn");
    };
    const isStopped = () => stopped;
    draw().catch(() => {
      if (!stopped) setState("failed");
    });
    return () => {
      stopped = true;
      stop?.();
    };
  }, [pdf, number, scale]);
  useEffect(() => {
    if (state === "drawn" && words.current) markWords(words.current, query);
  }, [state, query]);
  return (
    <div
      className={classes["page"]}
      style={{ width: size.width * scale, height: size.height * scale }}
      role="group"
      aria-label={label}
      aria-busy={state === "drawing"}
    >
      <canvas ref={canvas} className={classes["picture"]} />
      <div ref={words} className={classes["words"]} />
      {state === "failed" && <p className={classes["failed"]}>{failed}</p>}
    </div>
  );
}

function drawPage(page: PDFPageProxy, scale: number, canvas: HTMLCanvasElement) {
  const plain = page.getViewport({ scale });
  const wanted = Math.max(1, window.devicePixelRatio);
  const density = Math.min(wanted, Math.sqrt(pixelLimit / (plain.width * plain.height)));
  const viewport = page.getViewport({ scale: scale * density });
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  const task = page.render({ canvas, viewport });
  return { done: task.promise, cancel: () => task.cancel() };
}

async function writeWords(
  page: PDFPageProxy,
  scale: number,
  place: HTMLElement,
  isStopped: () => boolean,
): Promise<void> {
  const { TextLayer } = await import("pdfjs-dist");
  if (isStopped()) return;
  place.replaceChildren();
  place.style.setProperty("--total-scale-factor", String(scale));
  await new TextLayer({
    textContentSource: page.streamTextContent(),
    container: place,
    viewport: page.getViewport({ scale }),
  }).render();
  // pdf.js keeps a canvas of its own beside the app to measure letters with; it is nothing to read.
  document.querySelector("canvas.hiddenCanvasElement")?.setAttribute("aria-hidden", "true");
}

/** Marks the words that begin with a word of the query, compared without accents. */
function markWords(place: HTMLElement, query: string): void {
  const wanted = foldedWords(query);
  for (const run of place.querySelectorAll<HTMLElement>("span:not(.markedContent)")) {
    const text = run.textContent;
    const parts = text.split(/([\p{L}\p{M}\p{N}]+)/u);
    const met = parts.map((part) => wanted.some((word) => fold(part).startsWith(word)));
    if (!met.includes(true)) {
      if (run.childElementCount > 0) run.textContent = text;
      continue;
    }
    run.replaceChildren(...parts.map((part, at) => (met[at] ? markOf(part) : part)));
  }
}

function markOf(text: string): HTMLElement {
  const mark = document.createElement("mark");
  mark.textContent = text;
  return mark;
}
