import fc from "fast-check";
import { expect, it } from "vitest";
import { newId } from "#shared/base/id.ts";
import { readSeparatorMark, shortMark, writeSeparatorMark } from "#shared/capture/separator-mark.ts";
import { writeBoxMark } from "#shared/forms/box-mark.ts";

it("reads what it wrote, for every id", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[\w-]{1,40}$/), fc.constantFrom("item", "file"), (id, of) => {
      const mark = { of, id };
      expect(readSeparatorMark(writeSeparatorMark(mark))).toEqual(mark);
      expect(writeSeparatorMark(mark).endsWith(shortMark(mark))).toBe(true);
    }),
  );
});

it("is in the small set of signs of which codes are largest, for the ids that devices make", () => {
  const text = writeSeparatorMark({ of: "item", id: newId(Date.UTC(2025, 4, 1), (below) => below - 1) });
  expect(text).toMatch(/^[0-9A-Z:]{43}$/);
});

it("takes no other code for a separator, and says that one was altered", () => {
  const text = writeSeparatorMark({ of: "item", id: "01JB6Q3Z7N8R5T2V4W6X8Y0ZAB" });
  fc.assert(
    fc.property(fc.nat(text.length - 1), fc.constantFrom("A", "7", "Z"), (at, sign) => {
      const altered = text.slice(0, at) + sign + text.slice(at + 1);
      const read = readSeparatorMark(altered);
      if (altered !== text) expect(["none", "damaged"]).toContain(read);
    }),
  );
  fc.assert(
    fc.property(fc.string(), (any) => {
      expect(readSeparatorMark(any)).toBe("none");
    }),
  );
  expect(readSeparatorMark(writeBoxMark({ fondsCode: "H05", inventory: "01", box: "12" }))).toBe("none");
  expect(readSeparatorMark(text.slice(0, -1))).toBe("damaged");
  expect(readSeparatorMark(text.replace("MUCLUC1", "MUCLUC2"))).toBe("damaged");
});
