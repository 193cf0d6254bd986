import { describe, expect, it } from "vitest";
import { offeredTerms } from "#shared/inventory/offered-terms.ts";
import { sampleTerm } from "#tests/helpers/sample-records.ts";

const unit = "52.550.21976";
const other = "52.550.21967";

describe("the terms offered in a unit", () => {
  it("are its own while they wait, and no other unit's", () => {
    const held = [
      sampleTerm("1", { scope: unit, label: "Hợp tác xã Một" }),
      sampleTerm("2", { scope: other, label: "Hợp tác xã Hai" }),
      sampleTerm("3", { scope: unit, label: "Đã rút", withdrawn: "Hoàn tác" }),
      sampleTerm("4", { scope: unit, list: "signer", label: "Trần Văn Bốn" }),
      sampleTerm("5", { scope: "52.550", label: "Phòng Năm" }),
    ];
    expect(offeredTerms("issuer", unit, { held, known: [] })).toEqual([
      { label: "Hợp tác xã Một", waits: true, also: [] },
      { label: "Phòng Năm", waits: true, also: [] },
    ]);
  });

  it("are all units' once the province accepts them, handed out or held", () => {
    const held = [sampleTerm("2", { scope: other, label: "Hợp tác xã Hai", standing: "accepted" })];
    const known = [{ list: "issuer" as const, label: "Hợp tác xã Ba", into: "" }];
    const labels = offeredTerms("issuer", unit, { held, known }).map(({ label }) => label);
    expect(labels).toEqual(["Hợp tác xã Hai", "Hợp tác xã Ba"]);
    expect(offeredTerms("signer", unit, { held, known })).toEqual([]);
  });

  it("are the label that another was merged into, found by the one it stands for", () => {
    const known = [
      { list: "issuer" as const, label: "HTX Một", into: "Hợp tác xã Một" },
      { list: "issuer" as const, label: "Hợp tác xã Một", into: "" },
      { list: "issuer" as const, label: "H.T.X. 1", into: "HTX Một" },
    ];
    const held = [sampleTerm("1", { scope: unit, label: "HTX một" })];
    expect(offeredTerms("issuer", unit, { held, known })).toEqual([
      { label: "Hợp tác xã Một", waits: false, also: ["HTX Một", "H.T.X. 1"] },
    ]);
  });

  it("are there even where two labels were merged into each other", () => {
    const known = [
      { list: "issuer" as const, label: "A", into: "B" },
      { list: "issuer" as const, label: "B", into: "A" },
    ];
    const labels = offeredTerms("issuer", unit, { held: [], known }).map(({ label }) => label);
    expect(labels.length).toBeGreaterThan(0);
  });
});
