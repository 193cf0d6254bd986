/** Sizes of ISO 216 in points, the shorter side first, and how many pages of A4 each counts as. */
const sizes = [
  { short: 420, long: 595, a4: 1 },
  { short: 595, long: 842, a4: 1 },
  { short: 842, long: 1190, a4: 2 },
  { short: 1190, long: 1684, a4: 4 },
  { short: 1684, long: 2384, a4: 8 },
  { short: 2384, long: 3370, a4: 16 },
] as const;

/** A page larger than a size by more than this counts as the next. */
const oversize = 1.1;

/**
 * How many pages of A4 a scan counts as, by its size in pixels and its resolution; 1 where that is not known. Practice
 * of contractors, no norm: A5 and smaller count as one page, A3 as 2, A2 as 4, A1 as 8, A0 and above as 16.
 */
export function a4Equivalent(page: { width: number; height: number; dpi: number }): number {
  if (page.dpi <= 0) return 1;
  const points = (pixels: number) => (pixels / page.dpi) * 72;
  const short = points(Math.min(page.width, page.height));
  const long = points(Math.max(page.width, page.height));
  const size = sizes.find((one) => short <= one.short * oversize && long <= one.long * oversize);
  return size?.a4 ?? 16;
}
