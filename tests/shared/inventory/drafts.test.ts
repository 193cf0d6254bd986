import { describe, expect, it } from "vitest";
import {
  draftOfFile,
  fileDraftFields,
  nextCode,
  nextFileDraft,
  readFileDraft,
  readFileField,
} from "#shared/inventory/file-draft.ts";
import { emptyFondsDraft, readFondsDraft } from "#shared/inventory/fonds-draft.ts";
import {
  draftOfItem,
  itemDraftFields,
  nextItemDraft,
  readItemDraft,
  readItemField,
} from "#shared/inventory/item-draft.ts";

const file = { ...nextFileDraft(), code: "H05.01.0001", title: "Hồ sơ giao đất" };
const item = { ...nextItemDraft(1), subject: "Quyết định giao đất" };

function codesOf(answer: { ok: true } | { ok: false; fault: { field: string; code: string }[] }): string[] {
  return answer.ok ? [] : answer.fault.map(({ field, code }) => `${field} ${code}`);
}

describe("a file's form", () => {
  it("is read as it was meant: text in NFC, free dates, numbers", () => {
    const read = readFileDraft(
      {
        ...file,
        title: "  Ho\u0302\u0300 sơ   giao đất ",
        startDate: "5/1/1998",
        endDate: "1998",
        leafCount: "12",
        note: "dòng 1\ndòng 2 ",
      },
      false,
    );
    expect(read).toMatchObject({
      ok: true,
      value: {
        title: "Hồ sơ giao đất",
        startDate: "1998-01-05",
        endDate: "1998",
        leafCount: 12,
        pageCount: 0,
        note: "dòng 1\ndòng 2",
      },
    });
  });

  it("names every problem at once", () => {
    const read = readFileDraft(
      {
        ...file,
        code: " ",
        title: "x".repeat(1001),
        startDate: "45/1/1998",
        leafCount: "mười",
        pageCount: "100000",
        retention: "99",
      },
      false,
    );
    expect(codesOf(read)).toEqual([
      "code empty",
      "title too-long",
      "startDate date-not-read",
      "retention not-known",
      "leafCount number-not-read",
      "pageCount number-too-large",
    ]);
  });

  it("refuses a code that is taken, dates in the wrong order, and marks of secrecy", () => {
    expect(codesOf(readFileDraft(file, true))).toEqual(["code code-twice"]);
    expect(codesOf(readFileDraft({ ...file, startDate: "1999", endDate: "12/1998" }, false))).toEqual([
      "endDate dates-reversed",
    ]);
    expect(codesOf(readFileDraft({ ...file, startDate: "5/12/1998", endDate: "1998" }, false))).toEqual([]);
    expect(codesOf(readFileDraft({ ...file, note: "Tối mật", access: "03" }, false))).toEqual([
      "access secret",
      "note secret",
    ]);
    expect(codesOf(readFileDraft({ ...file, title: "Công tác bảo vệ bí mật nhà nước" }, false))).toEqual([]);
  });

  it("shows what was read so that reading it again gives the same", () => {
    const read = readFileDraft(
      { ...file, startDate: "1/1998", endDate: "20/12/1998", leafCount: "7" },
      false,
    );
    if (!read.ok) throw new Error("not read");
    expect(readFileDraft(draftOfFile(read.value), false)).toEqual(read);
  });

  it("begins the next line with the next code and the values that stay", () => {
    const next = nextFileDraft({ ...file, box: "12", retention: "02", startDate: "1998" });
    expect(next).toMatchObject({ code: "H05.01.0002", title: "", box: "12", retention: "02", startDate: "" });
    expect(nextCode("H05.01.0099")).toBe("H05.01.0100");
    expect(nextCode("H05.A")).toBe("");
  });
});

describe("an item's form", () => {
  it("wants an ordinal of its own and a subject", () => {
    expect(codesOf(readItemDraft({ ...item, ordinal: "", subject: "" }, false))).toEqual([
      "ordinal empty",
      "subject empty",
    ]);
    expect(codesOf(readItemDraft({ ...item, ordinal: "1,5" }, false))).toEqual(["ordinal number-not-read"]);
    expect(codesOf(readItemDraft(item, true))).toEqual(["ordinal ordinal-twice"]);
  });

  it("refuses the letter of a class of secrecy in the symbol", () => {
    expect(codesOf(readItemDraft({ ...item, symbol: "M-UBND" }, false))).toEqual(["symbol secret"]);
    expect(codesOf(readItemDraft({ ...item, symbol: "QĐ-UBND" }, false))).toEqual([]);
  });
});

describe("a fonds' form", () => {
  it("wants a code that is free and a name", () => {
    expect(codesOf(readFondsDraft(emptyFondsDraft, false))).toEqual(["code empty", "name empty"]);
    expect(codesOf(readFondsDraft({ ...emptyFondsDraft, code: "H05", name: "Phông" }, true))).toEqual([
      "code code-twice",
    ]);
  });
});

describe("one field alone", () => {
  it("is read as its form reads it", () => {
    const typed = {
      ...file,
      endDate: "12/1998",
      leafCount: "7",
      frequentUse: "yes",
      location: "Kho 1, giá 2",
    };
    const whole = readFileDraft(typed, false);
    if (!whole.ok) throw new Error("not read");
    for (const field of fileDraftFields) {
      expect(readFileField(field, typed[field]), field).toEqual({ ok: true, value: whole.value[field] });
    }
    const read = readItemDraft({ ...item, addressee: "Phòng Tài chính" }, false);
    if (!read.ok) throw new Error("not read");
    for (const field of itemDraftFields) {
      expect(readItemField(field, draftOfItem(read.value)[field]), field).toEqual({
        ok: true,
        value: read.value[field],
      });
    }
  });

  it("knows code lists by their words, as they are pasted from sheets", () => {
    expect(readFileField("retention", "Vĩnh viễn")).toEqual({ ok: true, value: "01" });
    expect(readFileField("arrangement", "Đã chỉnh lý hoàn chỉnh")).toEqual({ ok: true, value: "arranged" });
    expect(readFileField("frequentUse", "Có")).toEqual({ ok: true, value: true });
    expect(readFileField("frequentUse", "không")).toEqual({ ok: true, value: false });
    expect(readFileField("priority", "quyet dinh")).toEqual({ ok: true, value: "decision" });
    expect(readItemField("type", "QĐ")).toEqual({ ok: true, value: "02" });
    expect(readItemField("type", "bảng tính")).toMatchObject({ ok: false, fault: { code: "not-known" } });
  });

  it("names its own problem", () => {
    expect(readFileField("startDate", "31/02/2016")).toMatchObject({ fault: { code: "date-not-read" } });
    expect(readFileField("successor", "Hoà An")).toMatchObject({ fault: { code: "not-known" } });
    expect(readItemField("ordinal", "0")).toMatchObject({ fault: { field: "ordinal", code: "empty" } });
    expect(readItemField("number", "123456789012")).toMatchObject({ fault: { code: "too-long", limit: 11 } });
  });

  it("refuses a mark of secrecy in whatever field it stands", () => {
    for (const field of [
      "title",
      "notation",
      "location",
      "keywords",
      "scopeReason",
      "note",
      "access",
    ] as const) {
      expect(readFileField(field, "Tối mật"), field).toMatchObject({ fault: { code: "secret" } });
    }
    for (const field of [
      "subject",
      "symbol",
      "issuer",
      "addressee",
      "autograph",
      "note",
      "access",
    ] as const) {
      expect(readItemField(field, "MẬT"), field).toMatchObject({ fault: { code: "secret" } });
    }
    expect(readItemField("symbol", "M-UBND")).toMatchObject({ fault: { code: "secret" } });
    expect(readFileField("notation", "12/M-UBND")).toMatchObject({ fault: { code: "secret" } });
  });
});
