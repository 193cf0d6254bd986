/** The edge itself is this thick, in pixels of a page as wide as it is measured: scanners blur the last row. */
const thickness = 2;
/** How far from the edge the rest of a cut letter or word is looked for, and to both sides. */
const reach = 14;
const beside = 2;
/** Less ink there is dust at the edge. */
const leastInk = 6;
/** Longer runs along an edge are a shadow of the lid or a frame. */
const longest = 40;
/** Fewer letters at an edge may be the end of a stroke, a stamp, a rule. */
const leastRuns = 5;

type Edge = "l" | "t" | "r" | "b";

/** The edges at which writing runs out of the image, in the order `ltrb`. */
export function findCutEdges(ink: Uint8Array, width: number, height: number): string {
  if (width < 100 || height < 100) return "";
  return (["l", "t", "r", "b"] as const).filter((edge) => isCut(edge, ink, width, height)).join("");
}

function isCut(edge: Edge, ink: Uint8Array, width: number, height: number): boolean {
  const along = edge === "l" || edge === "r" ? height : width;
  /** The pixel at a place along the edge, so far from it; 0 beyond the page. */
  const at = (place: number, far: number) => {
    if (place < 0 || place >= along) return 0;
    if (edge === "l") return ink[place * width + far] ?? 0;
    if (edge === "r") return ink[place * width + width - 1 - far] ?? 0;
    if (edge === "t") return ink[far * width + place] ?? 0;
    return ink[(height - 1 - far) * width + place] ?? 0;
  };
  const isLetter = (from: number, to: number) => {
    if (to - from > longest) return false;
    let inked = 0;
    for (let place = from - beside; place < to + beside; place += 1) {
      for (let far = thickness; far < reach; far += 1) inked += at(place, far);
    }
    return inked >= leastInk;
  };
  let runs = 0;
  let start = -1;
  for (let place = 0; place <= along; place += 1) {
    const touches = at(place, 0) + at(place, 1) > 0;
    if (touches && start < 0) start = place;
    if (touches || start < 0) continue;
    if (isLetter(start, place)) runs += 1;
    start = -1;
  }
  return runs >= leastRuns;
}
