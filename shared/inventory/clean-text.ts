/** A cell's text as it is kept: NFC, each run of spaces and line breaks one space, nothing at the ends. */
export function cleanText(text: string): string {
  if (/^[\x21-\x7e]*$/.test(text)) return text;
  // Zero-width and direction marks come along when text is pasted; no one sees them, and no comparison survives them.
  return text
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad]/g, "")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .normalize("NFC")
    .trim();
}

/** A text in the form in which headings and codes are compared: folded, words apart by one space, no punctuation. */
export function wordsOf(folded: string): string {
  return (folded.match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");
}
