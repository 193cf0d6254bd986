import fc from "fast-check";
import { expect, it } from "vitest";
import { type Belonging, nowhere, partStack, type Sheet } from "#shared/capture/part-stack.ts";

const item = (id: string): Belonging => ({ kind: "item", id });
const sheet = (id: string): Sheet => ({ to: item(id), refusal: "" });

it("parts pages at separators; those before the first are nobody's, and the separators are no pages", () => {
  const parted = partStack([undefined, sheet("a"), undefined, undefined, sheet("b"), undefined], nowhere);
  expect(parted.parts).toEqual([
    { first: 0, pages: 1, to: nowhere },
    { first: 2, pages: 2, to: item("a") },
    { first: 5, pages: 1, to: item("b") },
  ]);
  expect(parted.sheets.map(({ page }) => page)).toEqual([1, 4]);
  expect(parted.after).toEqual(item("b"));
});

it("goes on with what the pages before ended with", () => {
  expect(partStack([undefined, undefined], item("a")).parts).toEqual([{ first: 0, pages: 2, to: item("a") }]);
});

it("gives the pages behind a refused separator to nobody, never to the item before", () => {
  const refused: Sheet = { to: nowhere, refusal: "other-unit" };
  const parted = partStack([sheet("a"), undefined, refused, undefined], nowhere);
  expect(parted.parts.at(-1)).toEqual({ first: 3, pages: 1, to: nowhere });
  expect(parted.after).toEqual(nowhere);
});

const anySheet = fc.oneof(
  { weight: 4, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.constantFrom("a", "b", "c").map(sheet) },
  { weight: 1, arbitrary: fc.constant<Sheet>({ to: nowhere, refusal: "damaged" }) },
);

it("loses no page and doubles none, and cut anywhere gives the same", () => {
  fc.assert(
    fc.property(fc.array(anySheet, { maxLength: 40 }), fc.nat(40), (pages, at) => {
      const whole = partStack(pages, nowhere);
      const laid = whole.parts.flatMap(({ first, pages: count }) =>
        Array.from({ length: count }, (_, place) => first + place),
      );
      const all = [...laid, ...whole.sheets.map(({ page }) => page)].sort((one, other) => one - other);
      expect(all).toEqual(pages.map((_, page) => page));
      const cut = Math.min(at, pages.length);
      const first = partStack(pages.slice(0, cut), nowhere);
      const second = partStack(pages.slice(cut), first.after);
      const owners = (parted: typeof whole, from: number) =>
        parted.parts.flatMap(({ first: start, pages: count, to }) =>
          Array.from({ length: count }, (_, place) => [from + start + place, to]),
        );
      expect([...owners(first, 0), ...owners(second, cut)]).toEqual(owners(whole, 0));
    }),
  );
});
