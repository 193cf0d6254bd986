/**
 * How large a page is shown: whole (`fit`), as wide as its frame (`width`), or as a number: 1 is one pixel of the
 * scan on one pixel of the display.
 */
export type Zoom = "fit" | "width" | number;

export type Size = { width: number; height: number };

/** A part of a page, each side as a share of the page's width or height (0-1): left, top, right, bottom. */
export type Zone = readonly [number, number, number, number];

const steps = [0.1, 0.17, 0.25, 0.35, 0.5, 0.75, 1, 1.5, 2, 3, 4] as const;

/** CSS pixels for a pixel of the page. `density` is the display's own, as `devicePixelRatio` says it. */
export function scaleOf(zoom: Zoom, page: Size, frame: Size, density: number): number {
  if (typeof zoom === "number") return zoom / density;
  const across = frame.width / page.width;
  return zoom === "width" ? across : Math.min(across, frame.height / page.height);
}

/** The next step above or below a scale. */
export function stepZoom(scale: number, density: number, by: 1 | -1): number {
  const zoom = scale * density;
  // A fitted page stands between two steps: the nearer one beyond it is next.
  const near = 0.005;
  const found =
    by === 1
      ? steps.find((step) => step > zoom + near)
      : [...steps].reverse().find((step) => step < zoom - near);
  return found ?? (by === 1 ? (steps.at(-1) ?? 1) : steps[0]);
}

/** A zoom as one number, to be kept: 0 is `fit`, -1 is `width`. */
export const keptZooms = [-1, 4] as const;

export function keptOf(zoom: Zoom): number {
  return typeof zoom === "number" ? zoom : zoom === "fit" ? 0 : -1;
}

export function zoomOf(kept: number): Zoom {
  if (kept > 0) return kept;
  return kept < 0 ? "width" : "fit";
}

export type Act =
  | { kind: "next" | "previous" | "beside" | "larger" | "smaller" }
  | { kind: "zoom"; zoom: Zoom }
  | { kind: "pan"; x: -1 | 0 | 1; y: -1 | 0 | 1 };

/** What a key means on a page; `over` says in which directions the page is larger than its frame. */
export function actOf(key: string, zoom: Zoom, over: { x: boolean; y: boolean }): Act | undefined {
  switch (key) {
    case " ":
      return { kind: "zoom", zoom: zoom === "fit" ? 1 : "fit" };
    case "0":
      return { kind: "zoom", zoom: "fit" };
    case "w":
    case "W":
      return { kind: "zoom", zoom: "width" };
    case "+":
    case "=":
      return { kind: "larger" };
    case "-":
      return { kind: "smaller" };
    case "b":
    case "B":
      return { kind: "beside" };
    case "PageDown":
      return { kind: "next" };
    case "PageUp":
      return { kind: "previous" };
    // Arrows move a page that is larger than its frame, and go to its neighbours where it is not.
    case "ArrowRight":
      return over.x ? { kind: "pan", x: 1, y: 0 } : { kind: "next" };
    case "ArrowLeft":
      return over.x ? { kind: "pan", x: -1, y: 0 } : { kind: "previous" };
    case "ArrowDown":
      return over.y ? { kind: "pan", x: 0, y: 1 } : undefined;
    case "ArrowUp":
      return over.y ? { kind: "pan", x: 0, y: -1 } : undefined;
    default:
      return undefined;
  }
}
