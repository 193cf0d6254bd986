import { expect, it } from "vitest";
import { type Listed, readListed, toListed } from "#renderer/app/listed.ts";

it("reads back from an address the list it was made for", () => {
  const asked: Listed = { collection: "items", filter: { year: 0, type: "02", inScope: false } };
  expect(readListed(toListed("f1", asked).split("/").at(-1))).toEqual(asked);
  expect(
    readListed(
      toListed("f1", { collection: "files", filter: { retention: "" } })
        .split("/")
        .at(-1),
    ),
  ).toEqual({
    collection: "files",
    filter: { retention: "" },
  });
});

it("says at which group of the scheme the list stands", () => {
  const asked: Listed = { collection: "files", filter: {}, group: "01JWGROUP" };
  expect(readListed(toListed("f1", asked).split("/").at(-1))).toEqual(asked);
  expect(
    readListed(
      toListed("f1", { ...asked, group: "" })
        .split("/")
        .at(-1),
    ),
  ).toEqual({ ...asked, group: "" });
});

it("names no list where the address names none it knows", () => {
  expect(readListed(undefined)).toBeUndefined();
  expect(readListed("collection=pages")).toBeUndefined();
  expect(readListed("collection=files&retention=99")).toBeUndefined();
});
