/**
 * What a visible signature shows, top right of page 1: the kind of copy where there is one to name, the body, and the
 * time in ISO 8601 with Vietnam's zone; in a type of Times' metrics, upright, lower case, black. No seal unless one
 * is chosen: TT 05/2025 (Điều 8.1, known by a summary only) and NĐ 30/2020 (phụ lục I, phần II, read in full) leave it out.
 * TT 01/2019 (read in full) and TT 02/2019 (known by accounts of it) had asked for the red seal, PNG, at its true size.
 */
export type SignatureLook = { copy: string; size: number; right: number; top: number };

/** Điều 8 of TT 05/2025/TT-BNV; distances from the page's edges and the size of the type in points. */
export const signatureLook: SignatureLook = { copy: "", size: 10, right: 20, top: 14 };
