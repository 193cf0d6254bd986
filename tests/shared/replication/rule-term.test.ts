import { describe, expect, test } from "vitest";
import { editRecord } from "#shared/archive/record.ts";
import { mergeRecords } from "#shared/replication/merge.ts";
import { decideTerm, ruleTerm } from "#shared/replication/rule-term.ts";
import { makeTerm, phuocHoa, phuocLoc, stamp } from "#tests/province/world.ts";

const fresh = makeTerm("T", phuocLoc, { label: "HTX Phước Lộc" });
const decider = { at: "2025-05-20T09:00:00.000Z", by: "Trần Văn Tỉnh" };
const accepted = decideTerm(fresh, { label: fresh.label, into: "" }, decider, stamp(100, "province"));
const ruling = stamp(1000, "province");

describe("the term that the province holds after a push", () => {
  test("waits when it is new, whatever the device says", () => {
    expect(ruleTerm(undefined, fresh, ruling)).toBe(fresh);
    const claimed = makeTerm("T", phuocLoc, {
      standing: "accepted",
      decidedAt: decider.at,
      decidedBy: "Tôi",
    });
    const ruled = ruleTerm(undefined, claimed, ruling);
    expect(ruled).toMatchObject({ standing: "local", decidedAt: "", decidedBy: "", deviceId: "province" });
    expect(mergeRecords(ruled, claimed), "the ruling wins wherever it is merged").toEqual(ruled);
  });

  test("keeps the province's decision against a device that changes, takes back or withdraws it", () => {
    const edits = [
      { standing: "local" as const, decidedAt: "" },
      { standing: "merged" as const, mergedInto: "Tên khác" },
      { withdrawn: "Hoàn tác" },
      { label: "Tên khác" },
      { scope: phuocHoa },
      { list: "signer" as const },
    ];
    for (const edit of edits) {
      const pushed = mergeRecords(accepted, editRecord(accepted, edit, stamp(200)));
      expect(ruleTerm(accepted, pushed, ruling)).toMatchObject({
        scope: phuocLoc,
        list: "issuer",
        standing: "accepted",
        mergedInto: "",
        label: fresh.label,
        withdrawn: "",
        ...{ decidedAt: decider.at, decidedBy: decider.by },
      });
    }
    // Another device of the unit meets the same word later, not knowing of the decision.
    const again = makeTerm("T", phuocLoc, { label: "Htx Phước Lộc" }, 500);
    expect(ruleTerm(accepted, mergeRecords(accepted, again), ruling)).toMatchObject({
      standing: "accepted",
      label: fresh.label,
    });
  });

  test("may be withdrawn by its unit while it waits", () => {
    const undone = editRecord(fresh, { withdrawn: "Hoàn tác" }, stamp(50));
    expect(ruleTerm(fresh, undone, ruling).withdrawn).toBe("Hoàn tác");
  });
});

describe("deciding on a term", () => {
  test("accepts it, or lets it stand for another label, once", () => {
    expect(accepted).toMatchObject({ standing: "accepted", mergedInto: "", decidedBy: decider.by });
    const into = "Hợp tác xã Phước Lộc";
    const merged = decideTerm(fresh, { label: fresh.label, into: ` ${into} ` }, decider, ruling);
    expect(merged).toMatchObject({ standing: "merged", mergedInto: into, decidedAt: decider.at });
    expect(decideTerm(accepted, { label: fresh.label, into }, decider, ruling)).toBe(accepted);
  });

  test("is not done for another label than was looked at, into itself, or for a withdrawn one", () => {
    expect(decideTerm(fresh, { label: "Tên cũ", into: "" }, decider, ruling)).toBe(fresh);
    expect(decideTerm(fresh, { label: fresh.label, into: fresh.label }, decider, ruling)).toBe(fresh);
    const gone = editRecord(fresh, { withdrawn: "Hoàn tác" }, stamp(5));
    expect(decideTerm(gone, { label: fresh.label, into: "" }, decider, ruling)).toBe(gone);
  });
});
