import { describe, expect, test } from "vitest";
import { type BatchState, batchStates } from "#shared/archive/batch.ts";
import { editRecord } from "#shared/archive/record.ts";
import { roles } from "#shared/archive/role.ts";
import { mergeRecords } from "#shared/replication/merge.ts";
import { refuseWay, ruleBatch } from "#shared/replication/rule-batch.ts";
import { makeBatch, phuocLoc, stamp } from "#tests/province/world.ts";

describe("the way of a batch", () => {
  test.each<[BatchState, BatchState, (typeof roles)[number], string, string | undefined]>([
    ["draft", "handed-over", "commune-preparer", "", undefined],
    ["draft", "received", "commune-preparer", "", "not-your-role"],
    // A commune's handover that came by disk, then steps of the operator's own.
    ["draft", "capturing", "capture-operator", "", undefined],
    ["draft", "accepted", "capture-operator", "", "not-your-role"],
    ["draft", "accepted", "district-checker", "", undefined],
    ["checking", "accepted", "district-checker", "", undefined],
    ["checking", "returned", "district-checker", "", "reason-missing"],
    ["checking", "returned", "district-checker", "thiếu trang", undefined],
    // Taken back by its commune after the district received it: too late.
    ["received", "draft", "commune-preparer", "", "not-your-role"],
    ["received", "draft", "commune-preparer", "nhầm", "not-your-role"],
    ["handed-over", "draft", "commune-preparer", "", undefined],
    ["accepted", "capturing", "district-checker", "vì", "not-a-step"],
    ["draft", "handed-over", "province-officer", "", "not-your-role"],
  ])("from %s to %s by a %s with reason '%s': %s", (from, to, role, reason, refusal) => {
    expect(refuseWay(from, to, role, reason)).toBe(refusal);
  });

  test("of an accepted batch is at its end, whoever asks", () => {
    for (const role of roles) {
      for (const to of batchStates) {
        if (to !== "accepted") expect(refuseWay("accepted", to, role, "vì")).toBe("not-a-step");
      }
    }
  });
});

describe("a ruling", () => {
  const draft = makeBatch("b", phuocLoc);
  const province = stamp(90, "province");

  test("that refuses wins against the refused state, in either order of merging", () => {
    const pushed = editRecord(draft, { state: "accepted", decidedBy: "Tôi", name: "Mới" }, stamp(50));
    const ruled = ruleBatch(draft, mergeRecords(draft, pushed), "commune-preparer", province);
    expect(ruled).toMatchObject({ state: "draft", decidedBy: "", name: "Mới", refusal: "not-your-role" });
    expect(mergeRecords(ruled, pushed)).toEqual(ruled);
    expect(mergeRecords(pushed, ruled)).toEqual(ruled);
  });

  test("that takes a move ends an earlier refusal", () => {
    const refused = editRecord(draft, { refusal: "not-your-role" }, stamp(10));
    const moved = editRecord(refused, { state: "handed-over" }, stamp(20));
    expect(ruleBatch(refused, moved, "commune-preparer", province)).toMatchObject({
      state: "handed-over",
      refusal: "",
    });
  });
});
