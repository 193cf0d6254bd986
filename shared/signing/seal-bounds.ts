/**
 * What a picture of a body's seal may be. Bytes, pixels and the share of an empty edge are this program's; the red colour
 * and the PNG are NĐ 30/2020's (phụ lục I) and TT 02/2019's. The width in mm spans the round seals that bodies use.
 */
export const sealBounds = {
  bytes: 2 * 1024 * 1024,
  /** Of each side. */
  pixels: { least: 100, most: 2400 },
  /** The seal itself from edge to edge, millimetres. */
  width: { least: 20, most: 50 },
} as const;
