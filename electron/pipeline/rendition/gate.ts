import { PDFArray, PDFDocument } from "@cantoo/pdf-lib";
import { checkColours } from "./check-colours.ts";
import { checkFonts } from "./check-fonts.ts";
import { checkMetadata } from "./check-metadata.ts";
import { checkObjects } from "./check-objects.ts";
import { checkPages } from "./check-pages.ts";
import type { ByteSource } from "./byte-source.ts";
import { readSkeleton } from "./read-skeleton.ts";
import { findDictionaries, type Finding } from "./walk.ts";

/** The name and version of these checks, as reports give them; the version rises when a check is added or changed. */
export const gate = { name: "Mục Lục", version: "3" } as const;

/** What was looked over: the pages of the file, and every check that does not hold. */
export type Looked = { pages: number; findings: Finding[] };

/**
 * Looks over every object of a finished file for what keeps it from being a PDF/A-2b; no findings means that it passed.
 * Not a full validation: glyphs' widths, the insides of pictures and of fonts are not looked at. Who has read the
 * file's skeleton already gives it.
 */
export async function lookOver(bytes: ByteSource, skeleton = readSkeleton(bytes)): Promise<Looked> {
  let document: PDFDocument;
  try {
    document = await PDFDocument.load(await skeleton, {
      updateMetadata: false,
      ignoreEncryption: true,
    });
    document.getPageCount();
  } catch (error) {
    const detail = error instanceof Error ? error.message.slice(0, 200) : "";
    return { pages: 0, findings: [{ check: "readable", page: 0, detail }] };
  }
  const { context } = document;
  const findings: Finding[] = await checkStructure(bytes);
  if (document.isEncrypted) findings.push({ check: "not-encrypted", page: 0, detail: "" });
  if (!(context.lookup(context.trailerInfo.ID) instanceof PDFArray)) {
    findings.push({ check: "trailer-id", page: 0, detail: "" });
  }
  const found = findDictionaries(document);
  findings.push(...checkPages(document), ...checkMetadata(document), ...checkColours(document, found));
  findings.push(...checkFonts(found), ...checkObjects(found));
  return { pages: document.getPageCount(), findings };
}

/** The frame of the file: its header and mark of binary bytes, and an end that points at a table of objects. */
async function checkStructure(bytes: ByteSource): Promise<Finding[]> {
  const faults: string[] = [];
  const head = await bytes.at(0, 1024);
  if (!/^%PDF-1\.[0-7][\r\n]/.test(head.toString("latin1", 0, 10))) faults.push("header");
  const second = head.subarray(head.findIndex((byte) => byte === 10 || byte === 13) + 1);
  if (second[0] !== 0x25 || second.subarray(1, 5).some((byte) => byte < 128)) faults.push("binary mark");
  const end = (await bytes.at(Math.max(0, bytes.size - 1024), 1024)).toString("latin1");
  const at = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(end)?.[1];
  const table = at === undefined ? "" : (await bytes.at(Number(at), 30)).toString("latin1");
  if (!/^\s*(?:xref\b|\d+\s+\d+\s+obj\b)/.test(table)) faults.push("table of objects");
  return faults.map((detail) => ({ check: "structure", page: 0, detail }));
}
