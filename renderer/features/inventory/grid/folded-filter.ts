import type { OptionsFilter } from "@mantine/core";
import { findOptions } from "#renderer/ui/grid/find-options.ts";

/** The options of a searchable select that hold the words typed, accents optional. */
export const foldedFilter: OptionsFilter = ({ options, search }) => {
  const plain = options.filter((option) => "value" in option);
  const found = new Set(findOptions(plain, search).map(({ value }) => value));
  return plain.filter(({ value }) => found.has(value));
};
