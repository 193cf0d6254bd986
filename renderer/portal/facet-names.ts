/** By what the found is counted and narrowed, in the order in which it is shown. */
export const facetNames = ["fonds", "district", "commune", "newCommune", "type", "year", "signer"] as const;

export type FacetName = (typeof facetNames)[number];
