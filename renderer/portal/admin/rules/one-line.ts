/** What is typed in a field that grows with its text, but holds one line. */
export function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, " ");
}
