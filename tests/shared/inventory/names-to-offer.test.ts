import { expect, it } from "vitest";
import { namesToOffer } from "#shared/inventory/names-to-offer.ts";
import { sampleTerm } from "#tests/helpers/sample-records.ts";

const scope = "52.550.21952";
const held = [sampleTerm("own", { label: "Hợp tác xã Một" })];
const known = [
  { list: "issuer" as const, label: "HTX 2", into: "Hợp tác xã Hai" },
  { list: "issuer" as const, label: "Hợp tác xã Hai", into: "" },
];

it("offers names of earlier records first, each once, as the province would have them written", () => {
  const used = ["Trạm y tế", "HTX 2", "chính phủ", "hợp tác xã hai"];
  const offered = namesToOffer(
    "issuer",
    scope,
    { held, known },
    { used, official: ["Chính phủ", "Quốc hội"] },
  );
  expect(offered.map(({ label, waits }) => [label, waits])).toEqual([
    ["Trạm y tế", false],
    ["Hợp tác xã Hai", false],
    ["chính phủ", false],
    ["Hợp tác xã Một", true],
    ["Quốc hội", false],
  ]);
});
