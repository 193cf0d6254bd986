/** A second since 1970 as `YYYY-MM-DDThh:mm:ssZ`. */
export function secondText(second: number): string {
  return new Date(second * 1000).toISOString().replace(/\.\d{3}Z$/, "Z");
}
