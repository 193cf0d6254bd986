import { describe, expect, test } from "vitest";
import type { BatchState } from "#shared/archive/batch.ts";
import { editRecord } from "#shared/archive/record.ts";
import { roles } from "#shared/archive/role.ts";
import { mergeRecords } from "#shared/replication/merge.ts";
import { refuseWay, ruleBatch } from "#shared/replication/rule-batch.ts";
import type { SealVerdict } from "#shared/replication/rule-seal.ts";
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
    ["accepted", "draft", "commune-preparer", "vì", "not-your-role"],
    ["draft", "handed-over", "province-officer", "", "not-your-role"],
  ])("from %s to %s by a %s with reason '%s': %s", (from, to, role, reason, refusal) => {
    expect(refuseWay(from, to, role, reason)).toBe(refusal);
  });

  test("of an accepted batch leads to the province, or back with a reason by whom may reopen it", () => {
    for (const role of roles) {
      const decides = role === "approver" || role === "district-checker";
      const packs = decides || role === "checker";
      expect(refuseWay("accepted", "checking", role, "vì")).toBe(decides ? undefined : "not-your-role");
      expect(refuseWay("accepted", "checking", "approver", "")).toBe("reason-missing");
      expect(refuseWay("accepted", "acknowledged", role, "")).toBe(packs ? undefined : "not-your-role");
      expect(refuseWay("acknowledged", "draft", role, "vì")).toBe("not-a-step");
    }
  });

  test("passes over preparing, or comes back to it with a reason", () => {
    expect(refuseWay("received", "capturing", "capture-operator", "")).toBeUndefined();
    expect(refuseWay("received", "preparing", "sorter", "")).toBeUndefined();
    expect(refuseWay("capturing", "preparing", "sorter", "")).toBe("reason-missing");
  });
});

describe("a batch that its authority never saw", () => {
  const at = (state: BatchState, role: (typeof roles)[number]) =>
    ruleBatch(undefined, makeBatch("b", phuocLoc, { state }), role, stamp(90, "province"));

  test("comes at its check from whoever accepts too: they could bring it as accepted", () => {
    for (const role of roles) {
      const brings = ["capture-operator", "checker", "approver", "district-checker"].includes(role);
      expect([role, at("checking", role).state]).toEqual([role, brings ? "checking" : "draft"]);
    }
    expect(at("capturing", "approver")).toMatchObject({ state: "draft", refusal: "not-your-role" });
  });

  test("goes to its check by no approver where it was seen before", () => {
    const capturing = makeBatch("b", phuocLoc, { state: "capturing" });
    const moved = editRecord(capturing, { state: "checking" }, stamp(50));
    const ruled = ruleBatch(capturing, moved, "approver", stamp(90, "province"));
    expect(ruled).toMatchObject({ state: "capturing", refusal: "reason-missing" });
  });
});

describe("what was accepted", () => {
  const seal = { digest: "a".repeat(64), files: [] };
  const other = { digest: "b".repeat(64), files: [] };
  const accepted = editRecord(
    makeBatch("b", phuocLoc),
    { state: "accepted", seal, decidedAt: "2025-05-20", decidedBy: "Phạm Duyệt" },
    stamp(20),
  );

  test("stays, whoever pushes another seal without a step; the rest of the push is taken", () => {
    const pushed = editRecord(accepted, { seal: other, decidedBy: "Tôi", note: "thêm" }, stamp(50));
    const ruled = ruleBatch(accepted, pushed, "capture-operator", stamp(90, "province"));
    expect(ruled).toMatchObject({ state: "accepted", seal, decidedBy: "Phạm Duyệt", note: "thêm" });
    expect(mergeRecords(ruled, pushed)).toEqual(ruled);
  });

  test("is accepted anew at once only by who may reopen and accept, and did not make it", () => {
    const again = { seal: other, decidedAt: "2025-05-25", decidedBy: "Lê Duyệt", makers: ["Trần Quét"] };
    const pushed = editRecord(accepted, again, stamp(50));
    const own = editRecord(pushed, { decidedBy: "Trần Quét" }, stamp(51));
    const rule = (state: typeof pushed) =>
      ruleBatch(accepted, state, "approver", stamp(90, "province")).seal?.digest;
    expect(rule(pushed)).toBe(other.digest);
    expect(rule(own)).toBe(seal.digest);
  });

  test.each<[string, (typeof roles)[number], SealVerdict, string, string]>([
    ["by who accepts, of what is held", "approver", "same", "Lê Duyệt", ""],
    ["by who accepts, of something else", "approver", "differs", "Lê Duyệt", "seal-differs"],
    ["by who accepts, before all is here", "approver", "lacks", "Lê Duyệt", "seal-lacks"],
    ["by who accepts their own work", "approver", "same", "Trần Quét", "own-work"],
    ["by who only packs", "checker", "same", "Lê Duyệt", "not-your-role"],
  ])("goes on with another seal %s", (_, role, sealed, decidedBy, refusal) => {
    const again = { seal: other, decidedAt: "2025-05-25", decidedBy, makers: ["Trần Quét"] };
    const pushed = editRecord(accepted, { ...again, state: "packed" }, stamp(50));
    const ruled = ruleBatch(accepted, pushed, role, stamp(90, "province"), { sealed });
    expect(ruled).toMatchObject(
      refusal === ""
        ? { state: "packed", seal: other, decidedBy, refusal }
        : { state: "accepted", seal, decidedBy: "Phạm Duyệt", refusal },
    );
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

  test.each([
    ["handed it over", { handedOverBy: "Tôi" }],
    ["listed or captured of it", { makers: ["Người khác", "Tôi"] }],
  ])("lets nobody accept a batch who %s", (_how, fields) => {
    const checking = makeBatch("b", phuocLoc, { state: "checking", ...fields });
    const accepted = editRecord(checking, { state: "accepted", decidedBy: "Tôi" }, stamp(50));
    const ruled = ruleBatch(checking, accepted, "district-checker", province);
    expect(ruled).toMatchObject({ state: "checking", decidedBy: "", refusal: "own-work" });
    const byAnother = editRecord(checking, { state: "accepted", decidedBy: "Bạn" }, stamp(50));
    expect(ruleBatch(checking, byAnother, "approver", province)).toMatchObject({ state: "accepted" });
  });

  test("lets nobody accept a batch with a rework open that they had not closed", () => {
    const checking = makeBatch("b", phuocLoc, { state: "checking" });
    const accepted = editRecord(checking, { state: "accepted", decidedBy: "Tôi" }, stamp(50));
    const rule = (merged: typeof accepted) =>
      ruleBatch(checking, merged, "approver", province, { reworks: ["r1", "r2"] });
    expect(rule(accepted)).toMatchObject({ state: "checking", refusal: "rework-open" });
    // What closes them comes after the batch in the same push.
    const settled = (ids: string[]) => editRecord(accepted, { settled: ids }, stamp(51));
    expect(rule(settled(["r1"]))).toMatchObject({ state: "checking", refusal: "rework-open" });
    expect(rule(settled(["r1", "r2", "r3"]))).toMatchObject({ state: "accepted", refusal: "" });
    const back = editRecord(checking, { state: "returned", reason: "vì" }, stamp(50));
    expect(rule(back)).toMatchObject({ state: "returned" });
  });

  test("keeps a batch where it was kept back unknown to who moved it on, and lets it back, or on once lifted", () => {
    const held = { code: "stuck", why: "", at: "2025-05-20T01:00:00.000Z", by: "Bạn" } as const;
    const stored = makeBatch("b", phuocLoc, { state: "capturing", held });
    const moved = editRecord(stored, { state: "checking" }, stamp(50));
    const rule = (merged: typeof moved) => ruleBatch(stored, merged, "district-checker", province);
    expect(rule(moved)).toMatchObject({ state: "capturing", refusal: "batch-held", held });
    expect(rule(editRecord(moved, { held: { ...held, code: "" } }, stamp(51)))).toMatchObject({
      state: "checking",
    });
    expect(rule(editRecord(stored, { state: "returned", reason: "vì" }, stamp(50)))).toMatchObject({
      state: "returned",
    });
    // Kept back after the step, and pushed together with it.
    const free = makeBatch("b", phuocLoc, { state: "capturing" });
    const both = editRecord(free, { state: "checking", held }, stamp(50));
    expect(ruleBatch(free, both, "district-checker", province)).toMatchObject({ state: "checking", held });
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
