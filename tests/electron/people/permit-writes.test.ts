import { describe, expect, test } from "vitest";
import { editRecord } from "#shared/archive/record.ts";
import type { Role } from "#shared/archive/role.ts";
import { permitWrites } from "#electron/people/permit-writes.ts";
import { makeBatch, makeFonds, makeItem, phuocLoc, stamp } from "#tests/province/world.ts";

function permitFor(
  roles: readonly Role[],
  sample = false,
  reworks: { open?: string[]; closed?: string[] } = {},
) {
  const writersOf = () => roles.map((role) => ({ role, scope: "" }));
  return permitWrites({
    ...{ writersOf, isOfSample: () => sample, stamp: () => stamp(90) },
    reworksOf: () => ({ open: [], closed: [], ...reworks }),
  });
}

describe("a record that the screen hands in", () => {
  const item = makeItem("v1", phuocLoc);
  const checked = editRecord(item, { checkedAt: "2025-05-20T08:00:00Z", checkedBy: "Lê Thị Thử" }, stamp(20));

  test("is written where its writer's role may, and what it says was done is theirs to do", () => {
    const { record } = permitFor(["checker"])("items", checked, item) as { record: object };
    expect(record).toBe(checked);
    expect(permitFor(["capture-operator"])("items", checked, item)).toEqual({ act: "check" });
    expect(permitFor(["administrator"])("fonds", makeFonds("f", phuocLoc), undefined)).toEqual({
      act: "list",
    });
  });

  test("is asked of whoever signed it: where the name is not known, of all roles of the machine", () => {
    const permit = permitFor(["sorter", "checker"]);
    expect(permit("items", checked, item)).toEqual({ record: checked });
  });

  test("takes fields that stand already, or are emptied, from anybody who writes there", () => {
    const undone = editRecord(checked, { checkedAt: "", checkedBy: "" }, stamp(30));
    expect(permitFor(["sorter"])("items", undone, checked)).toEqual({ record: undone });
    const renamed = editRecord(checked, { subject: "Về việc khác" }, stamp(30));
    expect(permitFor(["sorter"])("items", renamed, checked)).toEqual({ record: renamed });
  });

  test("of the sample is anybody's, for one person plays every role there", () => {
    expect(permitFor(["approver"], true)("items", checked, item)).toEqual({ record: checked });
  });

  test("moves no batch by a step that is not its writer's; the rest of it is taken", () => {
    const batch = makeBatch("b", phuocLoc, { state: "checking" });
    const accepted = editRecord(batch, { state: "accepted", decidedBy: "Tôi", note: "Mới" }, stamp(20));
    const permitted = permitFor(["capture-operator"])("batches", accepted, batch);
    expect(permitted).toMatchObject({
      record: { state: "checking", refusal: "not-your-role", note: "Mới" },
    });
    expect(permitFor(["approver"])("batches", accepted, batch)).toEqual({ record: accepted });
  });

  test("accepts no batch with a rework open, and says with its acceptance which were closed", () => {
    const batch = makeBatch("b", phuocLoc, { state: "checking", settled: ["r1"] });
    const accepted = editRecord(batch, { state: "accepted", decidedBy: "Tôi" }, stamp(20));
    const permit = (reworks: { open?: string[]; closed?: string[] }) =>
      permitFor(["approver"], false, reworks)("batches", accepted, batch);
    expect(permit({ open: ["r2"], closed: ["r1"] })).toMatchObject({
      record: { state: "checking", refusal: "rework-open" },
    });
    expect(permit({ closed: ["r1", "r2"] })).toMatchObject({
      record: { state: "accepted", settled: ["r1", "r2"] },
    });
  });
});
