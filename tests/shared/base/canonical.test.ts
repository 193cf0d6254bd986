import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson, cutField } from "#shared/base/canonical.ts";

describe("canonicalJson", () => {
  it("writes keys in the order of their code units and leaves out what is undefined", () => {
    const value = { b: 1, a: [true, null, { z: "", y: undefined }], "10": 2, "9": 3, 'q"': "“ă”" };
    expect(canonicalJson(value)).toBe('{"10":2,"9":3,"a":[true,null,{"z":""}],"b":1,"q\\"":"“ă”"}');
    expect(canonicalJson({ only: undefined })).toBe("{}");
  });

  it("reads back as what was written, whatever the order of its keys", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(reversed(value))).toBe(text);
      }),
    );
  });
});

describe("cutField", () => {
  const uncut = (value: object, field: string) => canonicalJson({ ...value, [field]: undefined });

  it.each([
    [{ a: 1, clocks: { "*": "k" }, z: "" }, "clocks"],
    [{ clocks: { "*": "k" }, z: "" }, "clocks"],
    [{ a: 1, clocks: { "*": "k" } }, "clocks"],
    [{ clocks: {} }, "clocks"],
    [{ a: 'clocks":{}', clocks: {}, z: '"clocks":{}' }, "clocks"],
    // Of another field's value, which comes first.
    [{ a: { clocks: {} }, clocks: {} }, "clocks"],
    [{ a: 1 }, "clocks"],
  ])("leaves %j without its %s", (value, field) => {
    expect(cutField(canonicalJson(value), value, field)).toBe(uncut(value, field));
  });

  it("gives what is written without the field, of whatever value", () => {
    const field = fc.constantFrom("a", "clocks", "z");
    fc.assert(
      fc.property(fc.dictionary(field, fc.jsonValue()), field, (value, name) => {
        expect(cutField(canonicalJson(value), value, name)).toBe(uncut(value, name));
      }),
    );
  });
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  );
}
