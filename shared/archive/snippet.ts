/** A piece of a snippet: text, and whether it is one of the words that were looked for. */
export type SnippetPart = { text: string; met: boolean };

/** The pieces of a snippet in which the words that were met stand between « and ». Marks without a pair are text. */
export function readSnippet(snippet: string): SnippetPart[] {
  return snippet
    .split(/(«[^«»]*»)/)
    .filter((text) => text !== "")
    .map((text) =>
      text.startsWith("«") && text.endsWith("»") && text.length > 1
        ? { text: text.slice(1, -1), met: true }
        : { text, met: false },
    );
}
