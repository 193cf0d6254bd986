import { createHash } from "node:crypto";
import { PDFArray, PDFHexString, type PDFContext, type PDFObject, type PDFRef } from "@cantoo/pdf-lib";
import type { ByteSource } from "#electron/pipeline/rendition/byte-source.ts";
import { SigningFault } from "./signing-fault.ts";

/** What follows a file's bytes, and where in it the signature goes, its brackets included. */
export type Appended = { bytes: Buffer; gap: { start: number; end: number } };

type Parts = {
  objects: readonly (readonly [PDFRef, PDFObject])[];
  signature: { ref: PDFRef; before: string; reserved: number };
  trailer: PDFContext["trailerInfo"];
  /** One more than the greatest number of an object. */
  size: number;
};

/** Digits kept for each place in the file. */
const places = 10;

/**
 * Writes an incremental update (ISO 32000-1, 7.5.6): the changed and new objects, the signature's dictionary with its
 * ranges filled in, a table of where they stand, and a trailer that leads to the table before.
 */
export async function appendObjects(source: ByteSource, parts: Parts): Promise<Appended> {
  const end = await readEnd(source);
  const { ref, before, reserved } = parts.signature;
  const pieces: Buffer[] = end.endsLine ? [] : [Buffer.from("\n")];
  const offsets = new Map<number, number>();
  let length = pieces.reduce((sum, one) => sum + one.length, 0);
  const add = (bytes: Buffer) => {
    pieces.push(bytes);
    length += bytes.length;
  };
  const begin = (one: PDFRef) => {
    offsets.set(one.objectNumber, source.size + length);
    add(Buffer.from(`${one.objectNumber} ${one.generationNumber} obj\n`));
  };
  for (const [one, object] of parts.objects) {
    begin(one);
    const bytes = new Uint8Array(object.sizeInBytes());
    object.copyBytesInto(bytes, 0);
    add(Buffer.from(bytes));
    add(Buffer.from("\nendobj\n"));
  }
  begin(ref);
  add(Buffer.from(`${before} /Contents `));
  const start = length;
  add(Buffer.from(`<${"0".repeat(2 * reserved)}>`));
  const stop = length;
  add(Buffer.from(" /ByteRange "));
  const rangeAt = length;
  add(Buffer.from(" ".repeat(7 + 3 * places)));
  add(Buffer.from(" >>\nendobj\n"));
  const table = source.size + length;
  add(Buffer.from(tableOf(offsets)));
  add(Buffer.from(trailerOf(parts, end.table, table)));
  const bytes = Buffer.concat(pieces);
  const ranges = [0, source.size + start, source.size + stop, bytes.length - stop];
  const written = `[${ranges.join(" ")}]`;
  if (written.length > 7 + 3 * places) throw new SigningFault("not-signable", "too large");
  bytes.write(written, rangeAt, "latin1");
  return { bytes, gap: { start, end: stop } };
}

/** Where a file's table of objects is; a file whose table is packed is none of ours. */
async function readEnd(source: ByteSource): Promise<{ table: number; endsLine: boolean }> {
  const end = (await source.at(Math.max(0, source.size - 1024), 1024)).toString("latin1");
  const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(end)?.[1] ?? Number.NaN);
  const head = Number.isSafeInteger(table) ? (await source.at(table, 4)).toString("latin1") : "";
  if (head !== "xref") throw new SigningFault("not-signable", "no table of objects");
  return { table, endsLine: /[\r\n]$/.test(end) };
}

function tableOf(offsets: ReadonlyMap<number, number>): string {
  const numbers = [...offsets.keys()].sort((one, other) => one - other);
  const runs: number[][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run?.at(-1) === number - 1) run.push(number);
    else runs.push([number]);
  }
  const lines = runs.map((run) => {
    const entries = run.map((one) => `${String(offsets.get(one)).padStart(10, "0")} 00000 n \n`);
    return `${run[0] ?? 0} ${run.length}\n${entries.join("")}`;
  });
  return `xref\n${lines.join("")}`;
}

function trailerOf({ trailer, size }: Parts, previous: number, table: number): string {
  const ids = trailer.ID instanceof PDFArray ? trailer.ID : undefined;
  const first = ids?.lookup(0) ?? PDFHexString.of("00".repeat(16));
  const second = createHash("sha256")
    .update(`${String(first)} ${table}`)
    .digest("hex")
    .slice(0, 32);
  const info = trailer.Info ? `/Info ${String(trailer.Info)} ` : "";
  return (
    `trailer\n<< /Size ${size} /Root ${String(trailer.Root)} ${info}/ID [${String(first)} <${second.toUpperCase()}>] ` +
    `/Prev ${previous} >>\nstartxref\n${table}\n%%EOF\n`
  );
}
