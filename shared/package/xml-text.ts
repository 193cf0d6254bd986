/** Attributes in their order; those that are undefined are left out. */
type Attributes = Record<string, string | number | undefined>;

const marks: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** An element with its content: nothing, a text, or elements on lines of their own. */
export function element(name: string, attributes: Attributes = {}, content?: string | string[]): string {
  const written = Object.entries(attributes)
    .flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${escaped(String(value))}"`]))
    .join("");
  if (content === undefined || content.length === 0) return `<${name}${written}/>`;
  if (typeof content === "string") return `<${name}${written}>${escaped(content)}</${name}>`;
  // Not indented: that would write into texts of several lines.
  return `<${name}${written}>\n${content.join("\n")}\n</${name}>`;
}

/** A whole document with one root. */
export function xmlDocument(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

/** Text as XML 1.0 takes it: what no XML may contain at all is left out. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "")
    .replace(/[&<>"]/g, (mark) => marks[mark] ?? mark);
}
