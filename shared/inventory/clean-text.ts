const clean = /^[!-~\u00c0-\u01b0\u1ea0-\u1ef9]+(?: [!-~\u00c0-\u01b0\u1ea0-\u1ef9]+)*$/;

/** A cell's text as it is kept: NFC, each run of spaces and line breaks one space, nothing at the ends. */
export function cleanText(text: string): string {
  // Most cells are clean: words of letters that are whole by themselves, one space apart.
  if (text === "" || clean.test(text)) return text;
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
