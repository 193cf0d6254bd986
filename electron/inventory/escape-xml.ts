const named: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** A text as it may stand in XML 1.0, within an element or a quoted attribute. */
export function escape(text: string): string {
  return withoutControls(text).replace(/[&<>"]/g, (mark) => named[mark] ?? mark);
}

/** XML 1.0 has no way to write most control characters. */
function withoutControls(text: string): string {
  // eslint-disable-next-line no-control-regex -- these are the very characters to take out
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
}
