import { describe, expect, test } from "vitest";
import { acts, may, permissions } from "#shared/archive/permissions.ts";
import { collectionNames } from "#shared/archive/collections.ts";
import { roles } from "#shared/archive/role.ts";
import { actsOfWrite, mayWrite, writeActs } from "#shared/archive/write-acts.ts";
import { callActs } from "#shared/contract/call-acts.ts";
import { deskCalls } from "#shared/contract/desk.ts";

describe("the table of permissions", () => {
  test("keeps the roles of machines that were let in before", () => {
    for (const role of ["commune-preparer", "district-checker", "capture-operator", "province-officer"])
      expect(roles).toContain(role);
    expect(roles).toHaveLength(8);
  });

  test("knows every call of the desk and every collection, and no act that nobody does", () => {
    expect(Object.keys(callActs).sort()).toEqual(Object.keys(deskCalls).sort());
    expect(Object.keys(writeActs).sort()).toEqual([...collectionNames].sort());
    for (const act of acts)
      expect(
        roles.some((role) => may(role, act)),
        act,
      ).toBe(true);
  });

  test("lets nobody who lists or captures accept, but the office that leads the center", () => {
    for (const role of permissions.accept) {
      const works = may(role, "list") || may(role, "capture");
      expect(works).toBe(role === "district-checker");
    }
    for (const role of ["commune-preparer", "sorter", "capture-operator", "administrator"] as const)
      expect(may(role, "accept")).toBe(false);
  });

  test("asks of a write what its fields say was done", () => {
    expect(actsOfWrite("items", ["subject"])).toEqual(["edit-items"]);
    expect(actsOfWrite("items", ["checkedAt", "checkedBy"])).toEqual(["edit-items", "check"]);
    expect(actsOfWrite("items", ["signature"])).toEqual(["edit-items", "sign"]);
    expect(actsOfWrite("pages", ["verdict"])).toEqual(["edit-items", "judge-pages"]);
  });

  test("lets the machine of who signs bring items, though nobody else who may not describe them", () => {
    const bring = roles.filter((role) => mayWrite(role, "items"));
    expect(bring).toEqual(roles.filter((role) => may(role, "edit-items") || may(role, "sign")));
    expect(mayWrite("approver", "pages")).toBe(false);
    expect(mayWrite("administrator", "items")).toBe(false);
  });
});
