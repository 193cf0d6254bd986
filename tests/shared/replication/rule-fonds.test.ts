import { describe, expect, test } from "vitest";
import { editRecord } from "#shared/archive/record.ts";
import { mergeRecords } from "#shared/replication/merge.ts";
import { confirmCodes, ruleFonds } from "#shared/replication/rule-fonds.ts";
import { makeFonds, phuocHoa, phuocLoc, stamp } from "#tests/province/world.ts";

const at = "2025-05-20T09:00:00.000Z";
const codes = { code: "P01", archiveCode: "52.550" };
const fresh = makeFonds("F", phuocLoc, codes);
const confirmed = editRecord(fresh, { codesConfirmedAt: at }, stamp(100, "province"));
const ruling = stamp(1000, "province");
const pushed = (edits: Partial<typeof fresh>, after = 200) =>
  ruleFonds(confirmed, mergeRecords(confirmed, editRecord(confirmed, edits, stamp(after))), ruling);

describe("the fonds that the province holds after a push", () => {
  test("is as pushed while nothing of the province's own is touched", () => {
    expect(ruleFonds(undefined, fresh, ruling)).toBe(fresh);
    expect(pushed({ name: "Tên khác", note: "Ghi chú" })).toMatchObject({
      name: "Tên khác",
      note: "Ghi chú",
      codesConfirmedAt: at,
    });
  });

  test("is provisional when it is new, whatever the device says", () => {
    const ruled = ruleFonds(undefined, makeFonds("F", phuocLoc, { codesConfirmedAt: at }), ruling);
    expect(ruled).toMatchObject({ codesConfirmedAt: "", deviceId: "province" });
    expect(ruled.clocks["codesConfirmedAt"]).toBe(ruling.clock);
  });

  test("keeps the province's word against a device that sets, moves or clears it", () => {
    const set = editRecord(fresh, { codesConfirmedAt: at }, stamp(200));
    expect(ruleFonds(fresh, mergeRecords(fresh, set), ruling).codesConfirmedAt).toBe("");
    expect(pushed({ codesConfirmedAt: "2030-01-01" }).codesConfirmedAt).toBe(at);
    expect(pushed({ codesConfirmedAt: "" }).codesConfirmedAt).toBe(at);
  });

  test("is provisional again when either code changes, even by an edit older than the confirmation", () => {
    expect(pushed({ code: "P02" })).toMatchObject({ code: "P02", codesConfirmedAt: "" });
    expect(pushed({ archiveCode: "52.551", codesConfirmedAt: "" }).codesConfirmedAt).toBe("");
    const early = editRecord(fresh, { code: "P03" }, stamp(50));
    const ruled = ruleFonds(confirmed, mergeRecords(confirmed, early), ruling);
    expect(ruled).toMatchObject({ code: "P03", codesConfirmedAt: "" });
    expect(mergeRecords(ruled, confirmed), "the ruling wins wherever it is merged").toEqual(ruled);
  });

  test("stays with its unit", () => {
    expect(pushed({ scope: phuocHoa, name: "Tên khác" })).toMatchObject({
      scope: phuocLoc,
      name: "Tên khác",
      codesConfirmedAt: at,
    });
  });
});

describe("confirming the codes of a fonds", () => {
  test("notes the moment, once", () => {
    expect(confirmCodes(fresh, codes, at, ruling).codesConfirmedAt).toBe(at);
    expect(confirmCodes(confirmed, codes, "2030-01-01", ruling)).toBe(confirmed);
  });

  test("is not done for codes that were not looked at, that are lacking, or of a withdrawn fonds", () => {
    expect(confirmCodes(fresh, { ...codes, code: "P09" }, at, ruling)).toBe(fresh);
    expect(confirmCodes(fresh, { ...codes, archiveCode: "" }, at, ruling)).toBe(fresh);
    const lacking = makeFonds("F", phuocLoc, { ...codes, archiveCode: "" });
    expect(confirmCodes(lacking, { ...codes, archiveCode: "" }, at, ruling)).toBe(lacking);
    const withdrawn = editRecord(fresh, { withdrawn: "trùng" }, stamp(5));
    expect(confirmCodes(withdrawn, codes, at, ruling)).toBe(withdrawn);
  });
});
