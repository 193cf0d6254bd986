import type { FormWords } from "#shared/forms/form-words.ts";

/**
 * Head and place of a fonds' forms as far as its records tell them: the agency out of the fonds' name, the people's
 * committee above it, and the place without its level. A person may write them otherwise.
 */
export function firstWords(
  fonds: { name: string; scope: string },
  nameOf: (scope: string) => string,
): Pick<FormWords, "parent" | "agency" | "place"> {
  const above = nameOf(fonds.scope.split(".").slice(0, -1).join("."));
  const lowered = above.slice(0, 1).toLocaleLowerCase("vi") + above.slice(1);
  return {
    parent: above === "" ? "" : `Ủy ban nhân dân ${lowered}`,
    agency: fonds.name.replace(/^phông\s+(lưu trữ\s+|mẫu:\s*)?/iu, ""),
    place: nameOf(fonds.scope).replace(/^(tỉnh|huyện|thị xã|thành phố|xã|phường|thị trấn)\s+/iu, ""),
  };
}
