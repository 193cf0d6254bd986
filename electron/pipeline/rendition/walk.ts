import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
  type PDFDocument,
  type PDFObject,
} from "@cantoo/pdf-lib";
import type { RenditionCheck } from "#shared/archive/rendition-report.ts";

/** A check that does not hold: on a page (from 1), or in the document as a whole (0). */
export type Finding = { check: RenditionCheck; page: number; detail: string };

/** A dictionary of the file, with its stream where it has one, and the first page that leads to it (0 for none). */
export type Found = { dictionary: PDFDict; stream: PDFRawStream | undefined; page: number };

export const name = (text: string) => PDFName.of(text);

/** Every dictionary of a file, those within others and those that nothing leads to included, once each. */
export function findDictionaries(document: PDFDocument): Found[] {
  const { context } = document;
  const owners = new Map<string, number>();
  for (const [index, page] of document.getPages().entries()) own(document, page.node, index + 1, owners);
  const found: Found[] = [];
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    collect(object, owners.get(ref.tag) ?? 0, found);
  }
  return found;
}

/** Says of all that a page leads to that it is of this page, unless an earlier one does. */
function own(document: PDFDocument, start: PDFDict, page: number, owners: Map<string, number>): void {
  const waiting: PDFObject[] = [...start.entries()]
    .filter(([key]) => key !== name("Parent"))
    .map(([, value]) => value);
  const self = document.context.getObjectRef(start);
  if (self) owners.set(self.tag, page);
  for (let object = waiting.pop(); object !== undefined; object = waiting.pop()) {
    if (object instanceof PDFRef) {
      if (owners.has(object.tag)) continue;
      const target = document.context.lookup(object);
      // A link to another page leads out of this one.
      if (target instanceof PDFDict && target.lookup(name("Type")) === name("Page")) continue;
      owners.set(object.tag, page);
      if (target) waiting.push(target);
    } else waiting.push(...childrenOf(object));
  }
}

function collect(object: PDFObject, page: number, found: Found[]): void {
  const waiting: PDFObject[] = [object];
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    const stream = one instanceof PDFRawStream ? one : undefined;
    const dictionary = one instanceof PDFStream ? one.dict : one instanceof PDFDict ? one : undefined;
    if (dictionary) found.push({ dictionary, stream, page });
    waiting.push(...childrenOf(one));
  }
}

function childrenOf(object: PDFObject): PDFObject[] {
  if (object instanceof PDFArray) return object.asArray();
  if (object instanceof PDFStream) return object.dict.values();
  return object instanceof PDFDict ? object.values() : [];
}

/** The word a dictionary says under a name, without its slash; empty where it says none. */
export function wordIn(dictionary: PDFDict, key: string): string {
  const value = dictionary.lookup(name(key));
  return value instanceof PDFName ? value.decodeText() : "";
}

/** The words of a name, or of an array of names. */
export function wordsIn(dictionary: PDFDict, key: string): string[] {
  const value = dictionary.lookup(name(key));
  const all = value instanceof PDFArray ? value.asArray().map((_, at) => value.lookup(at)) : [value];
  return all.flatMap((one) => (one instanceof PDFName ? [one.decodeText()] : []));
}

export function numbersIn(value: PDFObject | undefined): number[] {
  if (!(value instanceof PDFArray)) return [];
  return value.asArray().flatMap((_, at) => {
    const one = value.lookup(at);
    return one instanceof PDFNumber ? [one.asNumber()] : [];
  });
}

export function textOf(value: PDFObject | undefined): string | undefined {
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined;
}
