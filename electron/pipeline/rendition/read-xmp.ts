const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/**
 * The properties of an XMP packet by their usual names (`dc:title`), lists and languages as their first value; nothing
 * where it is not well-formed XML.
 */
export function readXmp(xml: string): Map<string, string> | undefined {
  const values = new Map<string, string>();
  const open: { name: string; text: string }[] = [];
  const tags =
    /<\?[^]*?\?>|<!--[^]*?-->|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)|(<)/g;
  const set = (name: string, text: string) => {
    if (text !== "" && !values.has(name)) values.set(name, text);
  };
  let roots = 0;
  for (const [, closing, opening, attributes = "", empty, text, stray] of xml.matchAll(tags)) {
    if (stray !== undefined || (text !== undefined && /&(?!#?\w+;)/.test(text))) return undefined;
    if (text !== undefined) {
      const inner = open.at(-1);
      if (inner) inner.text += text;
    } else if (opening !== undefined) {
      if (open.length === 0) roots += 1;
      for (const [, attribute = "", , one, other] of attributes.matchAll(
        /([\w:.-]+)\s*=\s*("([^"]*)"|'([^']*)')/g,
      )) {
        set(attribute, plain(one ?? other ?? ""));
      }
      if (empty !== "/") open.push({ name: opening, text: "" });
    } else if (closing !== undefined) {
      const done = open.pop();
      if (done?.name !== closing) return undefined;
      const value = plain(done.text.trim());
      const holder = done.name.startsWith("rdf:li") ? open.at(-2)?.name : done.name;
      if (holder !== undefined && value !== "") set(holder, value);
    }
  }
  return open.length === 0 && roots === 1 ? values : undefined;
}

function plain(text: string): string {
  return text.replace(/&(#x[\da-f]+|#\d+|\w+);/gi, (whole, code: string) => {
    if (code.startsWith("#x")) return String.fromCodePoint(Number.parseInt(code.slice(2), 16));
    if (code.startsWith("#")) return String.fromCodePoint(Number.parseInt(code.slice(1), 10));
    return entities[code] ?? whole;
  });
}
