import fc from "fast-check";
import { expect, it } from "vitest";
import { digestInScript, digestOfText } from "#shared/base/digest.ts";

it("the digest of a text is the same in a page and in Node", () => {
  expect(digestOfText("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  const texts = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("", "Hồ sơ", "\ud800", "\0"));
  fc.assert(
    fc.property(texts, (text) => {
      expect(digestOfText(text)).toBe(digestInScript(text));
    }),
  );
});
