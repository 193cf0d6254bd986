import { DeskFault } from "#shared/contract/fault.ts";

/** What a scan calls; names come without their prefix, attributes and text as they stand in the source. */
export type XmlListener = {
  open(name: string, attributes: string): void;
  close(name: string): void;
  text(raw: string): void;
};

const longestTag = 1_000_000;

/**
 * A scanner of XML that comes in pieces. It is made for workbooks: it resolves no document type (and refuses one,
 * so nothing can be expanded), and looks into no attribute that nobody asks for.
 */
export function scanXml(listener: XmlListener): { write(piece: string): void; end(): void } {
  let rest = "";
  let depth = 0;

  const tag = (raw: string) => {
    if (raw.startsWith("/")) {
      depth -= 1;
      if (depth < 0) throw garbled("a tag is closed that was not opened");
      listener.close(localName(raw.slice(1).trimEnd()));
      return;
    }
    const empty = raw.endsWith("/");
    const nameEnd = endOfName(raw);
    const name = localName(raw.slice(0, nameEnd));
    listener.open(name, raw.slice(nameEnd, empty ? -1 : undefined));
    if (empty) listener.close(name);
    else depth += 1;
  };

  const write = (piece: string) => {
    const source = rest === "" ? piece : rest + piece;
    let at = 0;
    for (;;) {
      const start = source.indexOf("<", at);
      const textEnd = start < 0 ? endOfWholeText(source) : start;
      if (textEnd > at) {
        listener.text(source.slice(at, textEnd));
        at = textEnd;
      }
      const end = start < 0 ? -1 : endOfMarkup(source, start);
      if (end < 0) break;
      const second = source.charCodeAt(start + 1);
      if (second === 33) special(source.slice(start, end), listener);
      else if (second !== 63) tag(source.slice(start + 1, end - 1));
      at = end;
    }
    rest = at === 0 ? source : source.slice(at);
    if (rest.length > longestTag) throw garbled("a tag does not end");
  };

  return {
    write,
    end() {
      if (rest.trim() !== "" || depth !== 0) throw garbled("the part ends too early");
    },
  };
}

/** The end of text that can be given away: an entity may be cut at the end of a piece. */
function endOfWholeText(source: string): number {
  const entity = source.lastIndexOf("&");
  return entity >= 0 && source.length - entity < 12 && !source.includes(";", entity) ? entity : source.length;
}

/** The place after a tag, comment or CDATA section that begins at `start`; -1 where it is not whole yet. */
function endOfMarkup(source: string, start: number): number {
  if (source.startsWith("<!--", start)) return after(source, "-->", start + 4);
  if (source.startsWith("<![CDATA[", start)) return after(source, "]]>", start + 9);
  if (source.startsWith("<?", start)) return after(source, "?>", start + 2);
  if (source.length - start < 9 && source.startsWith("<!", start)) return -1;
  // A ">" within an attribute's quotes does not end the tag.
  let quote = 0;
  for (let at = start; at < source.length; at += 1) {
    const mark = source.charCodeAt(at);
    if (quote !== 0) {
      if (mark === quote) quote = 0;
    } else if (mark === 62) return at + 1;
    else if (mark === 34 || mark === 39) quote = mark;
  }
  return -1;
}

function after(source: string, mark: string, from: number): number {
  const at = source.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length;
}

function special(markup: string, listener: XmlListener): void {
  if (markup.startsWith("<!--")) return;
  if (!markup.startsWith("<![CDATA[")) throw garbled("a document type is not taken");
  listener.text(markup.slice(9, -3).replaceAll("&", "&amp;"));
}

function endOfName(raw: string): number {
  for (let at = 0; at < raw.length; at += 1) {
    const mark = raw.charCodeAt(at);
    if (mark === 32 || mark === 47 || mark === 9 || mark === 10 || mark === 13) return at;
  }
  return raw.length;
}

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

/** The value of an attribute, prefix and all, decoded; nothing where the tag has none of that name. */
export function attributeOf(attributes: string, name: string): string | undefined {
  const start = attributes.indexOf(` ${name}="`);
  if (start >= 0) {
    const from = start + name.length + 3;
    return decodeXml(attributes.slice(from, attributes.indexOf('"', from)));
  }
  if (!attributes.includes(name)) return undefined;
  const spelled = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return spelled ? decodeXml(spelled[1] ?? spelled[2] ?? "") : undefined;
}

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Text with its five named and its numbered entities resolved; others stay as they are. */
export function decodeXml(raw: string): string {
  if (!raw.includes("&")) return raw;
  return raw.replace(/&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z]+));/gi, (whole, hex, decimal, named) => {
    if (typeof named === "string") return entities[named] ?? whole;
    const point = typeof hex === "string" ? Number.parseInt(hex, 16) : Number(decimal);
    return point <= 0x10ffff ? String.fromCodePoint(point) : "\ufffd";
  });
}

function garbled(detail: string): DeskFault {
  return new DeskFault("workbook-unreadable", { detail });
}
