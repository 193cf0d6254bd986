import { expect, test } from "vitest";
import { readFields, writeFields } from "#renderer/app/address-fields.ts";

test("fields come back from an address as they went in, whatever is in them", () => {
  const fields = { box: "5%2F/12~a &=+?#", inventory: "mục lục 01", name: "today-pages" };
  const part = writeFields({ ...fields, empty: "" });
  expect(part).not.toMatch(/[/?#%]/);
  // An address is decoded once on its way, here and there twice.
  expect(readFields(decodeURI(decodeURI(part)))).toEqual(fields);
  expect(readFields(undefined)).toEqual({});
});
