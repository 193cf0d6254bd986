import { beforeEach, expect, test } from "vitest";
import { goToWanted, keepWanted } from "#renderer/portal/wanted-place.ts";

beforeEach(() => {
  window.sessionStorage.clear();
  window.history.replaceState(null, "", "/tra-cuu/#/");
});

const at = () => `${window.location.search}${window.location.hash}`;

test("who comes back signed in is where they wanted to be, once", () => {
  keepWanted({ search: "?words=giao+dat", hash: "#/item/17" });
  goToWanted();
  expect(at()).toBe("?words=giao+dat#/item/17");
  window.history.replaceState(null, "", "/tra-cuu/#/");
  goToWanted();
  expect(at()).toBe("#/");
});

test("an address that names a place wins, and where a sign-in stood is none", () => {
  keepWanted({ search: "", hash: "#/item/17" });
  window.history.replaceState(null, "", "/tra-cuu/#/file/3");
  goToWanted();
  expect(at()).toBe("#/file/3");
  keepWanted({ search: "", hash: "#/item/17" });
  window.history.replaceState(null, "", "/tra-cuu/?words=giao+dat");
  goToWanted();
  expect(at()).toBe("?words=giao+dat");
  window.history.replaceState(null, "", "/tra-cuu/#/enter/code");
  keepWanted({ search: "", hash: "#/enter/oidc-unknown" });
  goToWanted();
  expect(at()).toBe("#/enter/code");
});

test("nothing but a place of the portal is gone to", () => {
  keepWanted({ search: "", hash: "#//example.vn/" });
  goToWanted();
  expect(window.location.pathname).toBe("/tra-cuu/");
  expect(window.location.origin).not.toContain("example.vn");
});
