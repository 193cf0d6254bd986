import { PDFDict, PDFRawStream, type PDFDocument } from "@cantoo/pdf-lib";
import { readXmp } from "./read-xmp.ts";
import { name, textOf, type Finding } from "./walk.ts";

/** The entries of the information dictionary that XMP has too, and what it calls them. */
const twins = [
  ["Title", "dc:title"],
  ["Author", "dc:creator"],
  ["Subject", "dc:description"],
  ["Keywords", "pdf:Keywords"],
  ["Creator", "xmp:CreatorTool"],
  ["Producer", "pdf:Producer"],
] as const;
const times = [
  ["CreationDate", "xmp:CreateDate"],
  ["ModDate", "xmp:ModifyDate"],
] as const;

/** The XMP of a file: there, sound, saying which PDF/A it is, and saying what the information dictionary says. */
export function* checkMetadata(document: PDFDocument): Generator<Finding> {
  const stream = document.catalog.lookup(name("Metadata"));
  const isPlain = stream instanceof PDFRawStream && !stream.dict.has(name("Filter"));
  const values = isPlain ? readXmp(Buffer.from(stream.getContents()).toString("utf8")) : undefined;
  if (!values) {
    yield { check: "metadata", page: 0, detail: isPlain ? "XMP is not well-formed" : "no plain XMP stream" };
    return;
  }
  const [part, level] = [values.get("pdfaid:part") ?? "", values.get("pdfaid:conformance") ?? ""];
  if (!/^[123]$/.test(part) || !/^[ABU]$/i.test(level)) {
    yield { check: "declared", page: 0, detail: `PDF/A-${part}${level}` };
  }
  const info = document.context.lookup(document.context.trailerInfo.Info);
  if (!(info instanceof PDFDict)) return;
  for (const [key, twin] of twins) {
    const said = textOf(info.lookup(name(key)));
    if (said === undefined || said === "" || said.trim() === values.get(twin)) continue;
    yield { check: "info-agrees", page: 0, detail: `${key} is not ${twin}` };
  }
  for (const [key, twin] of times) {
    const said = textOf(info.lookup(name(key)));
    if (said !== undefined && pdfTime(said) !== Date.parse(values.get(twin) ?? "")) {
      yield { check: "info-agrees", page: 0, detail: `${key} is not ${twin}` };
    }
  }
}

/** Milliseconds of a PDF's date: `D:20250602010000+07'00'`. */
function pdfTime(text: string): number {
  const parts = /^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:(Z)|([+-])(\d\d)'?(\d\d)?'?)?/.exec(text);
  if (!parts) return Number.NaN;
  const [, year, month = "01", day = "01", hour = "00", minute = "00", second = "00"] = parts;
  const [sign, zoneHour, zoneMinute] = [parts[8] ?? "+", parts[9] ?? "00", parts[10] ?? "00"];
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${sign}${zoneHour}:${zoneMinute}`);
}
