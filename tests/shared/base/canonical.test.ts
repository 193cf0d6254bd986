import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "#shared/base/canonical.ts";

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

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  );
}
