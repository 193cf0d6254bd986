/**
 * The one range of bytes that a `Range` header asks for, within the size. Whole where it asks for none, or in a form
 * that is not answered in part (several ranges, the last bytes); outside where it begins past the end.
 */
export function readByteRange(
  header: string | undefined,
  size: number,
): { start: number; end: number } | "whole" | "outside" {
  const [found, first, last] = /^bytes=(\d+)-(\d*)$/.exec(header ?? "") ?? [];
  if (found === undefined) return "whole";
  const start = Number(first);
  const end = last ? Math.min(Number(last), size - 1) : size - 1;
  return start > end ? "outside" : { start, end };
}
