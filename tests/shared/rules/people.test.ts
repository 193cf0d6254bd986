import fc from "fast-check";
import { expect, it } from "vitest";
import { isPin, isWeakPin, mayWorkOn, rolesOn, waitAfter } from "#shared/rules/people.ts";

it("knows PINs that are guessed first, and takes most others", () => {
  for (const pin of ["000000", "999999", "123456", "234567", "654321", "987654", "121212", "123123"])
    expect([pin, isWeakPin(pin)]).toEqual([pin, true]);
  for (const pin of ["130945", "290186", "112233", "024680"])
    expect([pin, isWeakPin(pin)]).toEqual([pin, false]);
  for (const text of ["", "12345", "1234567", "12345a", "١٢٣٤٥٦"])
    expect([text, isPin(text)]).toEqual([text, false]);
});

it("lets two wrong PINs pass, then doubles the wait up to an hour and never shortens it", () => {
  expect([0, 1, 2, 3, 4, 5].map(waitAfter)).toEqual([0, 0, 0, 30_000, 60_000, 120_000]);
  fc.assert(
    fc.property(fc.nat(10_000), (wrong) => {
      expect(waitAfter(wrong + 1)).toBeGreaterThanOrEqual(waitAfter(wrong));
      expect(waitAfter(wrong)).toBeLessThanOrEqual(3_600_000);
    }),
  );
});

it("lets people work within the machine's role and unit alone", () => {
  const center = { role: "district-checker", scope: "52.550" } as const;
  expect([...rolesOn(center)].sort()).toEqual([
    "administrator",
    "approver",
    "capture-operator",
    "checker",
    "district-checker",
    "sorter",
  ]);
  expect(mayWorkOn(center, { role: "capture-operator", scope: "52.550" })).toBe(true);
  expect(mayWorkOn(center, { role: "capture-operator", scope: "52.551" })).toBe(false);
  expect(mayWorkOn(center, { role: "province-officer", scope: "52" })).toBe(false);
  expect(mayWorkOn(center, { role: "commune-preparer", scope: "52.550.21952" })).toBe(false);
});
