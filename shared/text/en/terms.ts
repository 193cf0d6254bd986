import type { Words } from "#shared/text/vi.ts";

export const terms: Words["terms"] = {
  waits: "awaits the province",
};
