/**
 * How a scan's path within what the person chose names its document. `pattern` is written in folders and words:
 * `{code}` mã hồ sơ, `{ordinal}` số thứ tự văn bản, `{page}` a page's number, `{mark}` what may stand before it
 * (`_`, `-`, `.p`, ` trang `, ` (`), `{join}` what may stand between code and ordinal (`.`, `-`, `_`), `{rest}` words
 * that say nothing here. It must begin with `{code}`, is met by the last folders and the name without its ending.
 */
export type NameTemplate = {
  name: string;
  pattern: string;
  /** True where only a whole document (PDF, TIFF) may be so named: a photo `001.jpg` may be a page or an item. */
  documentsOnly?: true;
};

/** The names in use: the contractors' delivery trees, TT 02/2019/TT-BNV, and the folders scanning programs make. */
export const nameTemplates: readonly NameTemplate[] = [
  { name: "code and ordinal", pattern: "{code}{join}{ordinal}{rest}" },
  { name: "code, ordinal and page", pattern: "{code}{join}{ordinal}{mark}{page}" },
  { name: "folder of a document", pattern: "{code}{join}{ordinal}/{page}" },
  { name: "folder of a file, folder of a document", pattern: "{code}/{ordinal}/{page}" },
  { name: "folder of a file, ordinal and page", pattern: "{code}/{ordinal}{mark}{page}" },
  { name: "folder of a file, ordinal", pattern: "{code}/{ordinal}{rest}", documentsOnly: true },
  { name: "a file of one document", pattern: "{code}", documentsOnly: true },
];

const parts: Record<string, string> = {
  ordinal: "(?<ordinal>\\d{1,7})",
  page: "(?<page>\\d{1,5})\\)?",
  mark: "(?:[ ._-]*\\((?=\\d+\\)$)|[ ._-]+(?:p|pg|page|tr|trang|to|t)?[ ._-]*|(?:p|pg|page|tr|trang))",
  join: " ?[._-] ?",
  rest: "(?:[ _()+,;–-][^/]*|\\.(?=\\p{L})[^/]*)?",
};

/** What follows the code: a pattern for the remainder of the path, and in how many folders the code's own is. */
export type TemplateTail = { template: NameTemplate; depth: number; tail: RegExp };

/** Reads a template; throws where it does not begin with the code or holds a word not known. */
export function readTemplate(template: NameTemplate): TemplateTail {
  const { pattern } = template;
  if (!pattern.startsWith("{code}")) throw new Error(`a name template begins with {code}: ${pattern}`);
  const words = pattern.slice("{code}".length);
  const source = words.split(/\{(\w+)\}/).map((piece, place) => {
    if (place % 2 === 0) return piece.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    const part = parts[piece];
    if (part === undefined) throw new Error(`not a word of name templates: ${piece}`);
    // A page that has its name for itself may be called anything that ends in its number.
    return piece === "page" && words.endsWith("/{page}") ? `(?:\\p{L}[^/\\d]*)?${part}` : part;
  });
  return {
    template,
    depth: pattern.split("/").length,
    tail: new RegExp(`^${source.join("")}$`, "u"),
  };
}
