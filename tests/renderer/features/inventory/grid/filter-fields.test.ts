import { expect, it } from "vitest";
import { vi } from "#shared/text/vi.ts";
import { activeFilters, filterFields, withField } from "#renderer/features/inventory/grid/filter-fields.ts";

it("says in words what narrows a list, and takes one condition away", () => {
  const fields = filterFields(vi, "files", "fonds", ["2016", "0"]);
  const filter = { year: 2016, inScope: false, words: "giao đất", withdrawnToo: true };
  expect(activeFilters(vi, fields, filter)).toEqual([
    { name: "year", label: "Năm: 2016" },
    { name: "inScope", label: "Phạm vi công văn: Ngoài phạm vi" },
    { name: "withdrawnToo", label: vi.inventory.showWithdrawn },
  ]);
  expect(withField(filter, "year", undefined)).toEqual({
    inScope: false,
    words: "giao đất",
    withdrawnToo: true,
  });
});

it("asks a file's own items neither their retention nor their scope", () => {
  const names = filterFields(vi, "items", "file", []).map(({ name }) => name);
  expect(names).toEqual(["type", "year", "state"]);
});
