import { countUpTo, type WorkbookLimits } from "./workbook-limits.ts";
import { attributeOf, decodeXml, scanXml } from "./scan-xml.ts";
import { isLegacyFont } from "./read-styles.ts";

/** The texts that cells name by number; `fonts` has those of which a run is set in an old one-byte font. */
export type SharedTexts = { texts: string[]; fonts: Map<number, string> };

/** Reads the table of texts; runs of one text are joined, and phonetic hints (`rPh`) left out. */
export async function readSharedTexts(
  pieces: AsyncIterable<string>,
  limits: WorkbookLimits,
): Promise<SharedTexts> {
  const texts: string[] = [];
  const fonts = new Map<number, string>();
  const count = countUpTo(limits.sharedTextBytes, "bytes of texts");
  let text = "";
  let within = "";
  let phonetic = false;
  const scanner = scanXml({
    open(name, attributes) {
      within = name;
      if (name === "si") text = "";
      else if (name === "rPh") phonetic = true;
      else if (name === "rFont") {
        const font = attributeOf(attributes, "val") ?? "";
        if (isLegacyFont(font)) fonts.set(texts.length, font);
      }
    },
    close(name) {
      within = "";
      if (name === "rPh") phonetic = false;
      if (name !== "si") return;
      count(text.length + 16);
      texts.push(text.slice(0, limits.cellLength));
    },
    text(raw) {
      if (within === "t" && !phonetic && text.length <= limits.cellLength) text += decodeXml(raw);
    },
  });
  for await (const piece of pieces) scanner.write(piece);
  scanner.end();
  return { texts, fonts };
}
