import type { ScannedPage } from "#electron/sample/make-page.ts";

/** The page with every byte changed. */
function each(page: ScannedPage, change: (value: number) => number): ScannedPage {
  const table = Uint8Array.from({ length: 256 }, (_, value) => Math.max(0, Math.min(255, change(value))));
  return { ...page, data: Buffer.from(page.data.map((value) => table[value] ?? 0)) };
}

/** As scanned with too little light: paper and writing both dark. */
export function underexposed(page: ScannedPage): ScannedPage {
  return each(page, (value) => value * 0.3);
}

/** As scanned with too much light: the paper is white and the writing nearly. */
export function overexposed(page: ScannedPage): ScannedPage {
  return each(page, (value) => 190 + value * 0.35);
}

/** The same tones in all channels, as a scanner set to grey has them. */
export function inGrey(page: ScannedPage): ScannedPage {
  const data = Buffer.from(page.data);
  for (let at = 0; at < data.length; at += 3) data.fill(data[at + 1] ?? 0, at, at + 3);
  return { ...page, data };
}

/** What is left of the page where a share of it lay outside of the glass at an edge. */
export function cutAt(page: ScannedPage, edge: "l" | "t" | "r" | "b", share: number): ScannedPage {
  const across = edge === "l" || edge === "r";
  const width = across ? Math.round(page.width * (1 - share)) : page.width;
  const height = across ? page.height : Math.round(page.height * (1 - share));
  const left = edge === "l" ? page.width - width : 0;
  const top = edge === "t" ? page.height - height : 0;
  const data = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    const from = ((y + top) * page.width + left) * 3;
    page.data.copy(data, y * width * 3, from, from + width * 3);
  }
  return { ...page, data, width, height };
}

/** With the writing of another page, mirrored, showing through from the back so strongly (grey levels). */
export function shinedThrough(page: ScannedPage, back: ScannedPage, levels: number): ScannedPage {
  const data = Buffer.from(page.data);
  const { width, height } = page;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const behind = 255 - (back.data[(y * width + width - 1 - x) * 3] ?? 255);
      const darker = behind > 60 ? Math.round((behind / 255) * levels) : 0;
      const at = (y * width + x) * 3;
      for (let channel = 0; channel < 3; channel += 1)
        data[at + channel] = Math.max(0, (data[at + channel] ?? 0) - darker);
    }
  }
  return { ...page, data };
}
