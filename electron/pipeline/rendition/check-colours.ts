import { decodePDFRawStream, PDFArray, PDFDict, PDFRawStream, type PDFDocument } from "@cantoo/pdf-lib";
import { name, wordIn, type Finding, type Found } from "./walk.ts";

/** How many values a colour has in each space that a profile may be of. */
const channels: Record<string, number> = { GRAY: 1, "RGB ": 3, CMYK: 4, "Lab ": 3 };

/** Whether colours that say nothing of how they look are RGB or grey with an intent of that kind to say it for them. */
export function* checkColours(document: PDFDocument, found: readonly Found[]): Generator<Finding> {
  const intent = readIntent(document);
  if (typeof intent === "string") yield { check: "output-intent", page: 0, detail: intent };
  const space = typeof intent === "string" ? "" : intent.space;
  const seen = new Set<string>();
  for (const { dictionary, stream, page } of found) {
    const used = spacesIn(dictionary);
    if (stream && isContent(dictionary)) used.push(...spacesPainted(stream));
    for (const one of used) {
      const wanted = one === "DeviceCMYK" ? "CMYK" : one === "DeviceRGB" ? "RGB " : undefined;
      if (wanted === undefined || wanted === space || seen.has(`${page} ${one}`)) continue;
      seen.add(`${page} ${one}`);
      yield { check: "colours", page, detail: one };
    }
  }
}

/** The space of the file's output intent, or what is wrong with it. */
function readIntent(document: PDFDocument): { space: string } | string {
  const intents = document.catalog.lookup(name("OutputIntents"));
  if (!(intents instanceof PDFArray)) return "none";
  for (let at = 0; at < intents.size(); at += 1) {
    const intent = intents.lookup(at);
    if (!(intent instanceof PDFDict) || wordIn(intent, "S") !== "GTS_PDFA1") continue;
    const profile = intent.lookup(name("DestOutputProfile"));
    return profile instanceof PDFRawStream ? readProfile(profile) : "no profile";
  }
  return "none for PDF/A";
}

function readProfile(stream: PDFRawStream): { space: string } | string {
  let bytes: Buffer;
  try {
    bytes = Buffer.from(decodePDFRawStream(stream).decode());
  } catch {
    return "the profile cannot be decoded";
  }
  if (bytes.length < 132 || bytes.toString("latin1", 36, 40) !== "acsp") return "not an ICC profile";
  if (bytes.readUInt32BE(0) > bytes.length) return "the ICC profile is cut off";
  if ((bytes[8] ?? 9) > 4) return "an ICC profile of a later version";
  const space = bytes.toString("latin1", 16, 20);
  const said = Number(String(stream.dict.lookup(name("N"))));
  return channels[space] === said ? { space } : "the ICC profile has another number of channels";
}

/** Device spaces that a dictionary names: of an image, a shading, a group, or by a resource's name. */
function spacesIn(dictionary: PDFDict): string[] {
  const named = ["ColorSpace", "CS", "DefaultCMYK"].map((key) => dictionary.lookup(name(key)));
  return named.flatMap((value) => {
    if (value instanceof PDFArray) return value.asArray().map((_, at) => String(value.lookup(at)).slice(1));
    if (value instanceof PDFDict) return value.keys().map((key) => String(value.lookup(key)).slice(1));
    return value === undefined ? [] : [String(value).slice(1)];
  });
}

/** A page's content or a form has no kind of its own; what has one is not painted. */
function isContent(dictionary: PDFDict): boolean {
  const type = wordIn(dictionary, "Type");
  return (
    wordIn(dictionary, "Subtype") === "Form" ||
    (type === "" && !dictionary.has(name("Length1")) && !dictionary.has(name("N")))
  );
}

/** Device spaces that the operators of a content choose; a stream that is no content chooses none. */
function spacesPainted(stream: PDFRawStream): string[] {
  let text: string;
  try {
    text = Buffer.from(decodePDFRawStream(stream).decode()).toString("latin1");
  } catch {
    return [];
  }
  const painted = text.replace(/\((?:\\[^]|[^\\()])*\)|<[\dA-Fa-f\s]*>/g, "");
  const number = String.raw`-?[\d.]+\s+`;
  const spaces: string[] = [];
  if (new RegExp(`(?:${number}){4}[kK](?=\\s|$)`).test(painted)) spaces.push("DeviceCMYK");
  if (new RegExp(`(?:${number}){3}(?:rg|RG)(?=\\s|$)`).test(painted)) spaces.push("DeviceRGB");
  for (const [, chosen] of painted.matchAll(/\/(Device(?:CMYK|RGB))\s+(?:cs|CS)\b/g)) {
    if (chosen !== undefined) spaces.push(chosen);
  }
  return spaces;
}
