/** Lines of text turned further than this are not looked for. */
const furthest = 10;
/** How much better the best angle must be than the usual one; below, a page has no lines to go by. */
const leastGain = 1.12;
const leastPoints = 150;

/**
 * Degrees to turn a page clockwise to make its lines level, by the profile of the lower edges of its ink; 0 where
 * the page has too few lines to tell. Within 0.02° on printed text.
 */
export function findSkew(ink: Uint8Array, width: number, height: number): number {
  const points = lowerEdges(ink, width, height);
  if (points.length < leastPoints * 2) return 0;
  const score = (angle: number) => profileScore(points, angle, width, height);
  // Half the points tell as well which half degree it is.
  const half = everySecond(points);
  const coarse = spread(0, furthest, 0.5).map((angle) => ({
    angle,
    score: profileScore(half, angle, width, height),
  }));
  const usual = coarse.map((tried) => tried.score).sort((one, other) => one - other)[coarse.length >> 1] ?? 0;
  const first = best(coarse);
  if (first.score < usual * leastGain) return 0;
  const second = best(spread(first.angle, 0.5, 0.1).map((angle) => ({ angle, score: score(angle) })));
  const fine = spread(second.angle, 0.1, 0.02).map((angle) => ({ angle, score: score(angle) }));
  const turned = peak(fine);
  return turned === 0 ? 0 : -Math.round(turned * 100) / 100;
}

type Tried = { angle: number; score: number };

function best(tried: Tried[]): Tried {
  return tried.reduce((one, other) => (other.score > one.score ? other : one), { angle: 0, score: -1 });
}

/** The top of the hill the fine scores make: the middle of all angles that score nearly as well as the best. */
function peak(tried: Tried[]): number {
  const top = best(tried);
  const floor = Math.min(...tried.map((one) => one.score));
  let weights = 0;
  let sum = 0;
  for (const { angle, score } of tried) {
    const weight = Math.max(0, (score - floor) / (top.score - floor || 1) - 0.5);
    weights += weight;
    sum += weight * angle;
  }
  return weights > 0 ? sum / weights : top.angle;
}

function spread(middle: number, reach: number, step: number): number[] {
  const steps = Math.round(reach / step);
  return Array.from({ length: steps * 2 + 1 }, (_, index) => middle + (index - steps) * step);
}

/** x and y, in turn, of the ink that has paper below it; page borders left out. */
function lowerEdges(ink: Uint8Array, width: number, height: number): Float32Array {
  // Taken out of a list that grows by itself they would be megabytes of garbage for each page.
  let points = new Float32Array(2 ** 16);
  let length = 0;
  const [left, right] = [Math.floor(width * 0.04), Math.ceil(width * 0.96)];
  const [top, bottom] = [Math.floor(height * 0.03), Math.ceil(height * 0.97)];
  for (let y = top; y < bottom; y += 1) {
    for (let x = left, at = y * width + left; x < right; x += 1, at += 1) {
      if (ink[at] !== 1 || ink[at + width] !== 0) continue;
      if (length === points.length) {
        const larger = new Float32Array(points.length * 2);
        larger.set(points);
        points = larger;
      }
      points[length] = x - width / 2;
      points[length + 1] = y;
      length += 2;
    }
  }
  return points.subarray(0, length);
}

/** Every second of some points. */
function everySecond(points: Float32Array): Float32Array {
  const half = new Float32Array(2 * Math.ceil(points.length / 4));
  for (let at = 0; at < half.length; at += 2) {
    half[at] = points[at * 2] as number;
    half[at + 1] = points[at * 2 + 1] as number;
  }
  return half;
}

/** High where the points fall into few rows when the page is turned back by an angle. */
function profileScore(points: Float32Array, angle: number, width: number, height: number): number {
  const slope = Math.tan((angle * Math.PI) / 180);
  const reach = Math.ceil((width / 2) * Math.tan((furthest + 1) * (Math.PI / 180)));
  const rows = new Float64Array(height + reach * 2 + 2);
  for (let at = 0; at < points.length; at += 2) {
    const row = (points[at + 1] as number) - (points[at] as number) * slope + reach;
    const whole = row | 0;
    const part = row - whole;
    rows[whole] = (rows[whole] as number) + 1 - part;
    rows[whole + 1] = (rows[whole + 1] as number) + part;
  }
  let score = 0;
  for (const count of rows) score += count * count;
  return score;
}
