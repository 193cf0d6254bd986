import { describe, expect, it } from "vitest";
import type { Found } from "#shared/archive/reading.ts";
import { sameValue } from "#shared/reading/same-value.ts";
import { settleReading } from "#shared/reading/settle-reading.ts";
import { sampleItem } from "#tests/helpers/sample-records.ts";

const found = (value: string, confidence = 0.97, doubts: Found["doubts"] = []): Found => ({
  value,
  confidence,
  boxes: [],
  pageId: "p",
  how: "pattern",
  doubts,
});
const bare = {
  number: "",
  symbol: "",
  issuedDate: "",
  type: "",
  issuer: "",
  subject: "",
  signer: "",
} as const;

describe("what a reading changes of a record", () => {
  it("fills an empty field where it is beyond doubt, and says that the machine did", () => {
    const fields = { number: found("12"), issuedDate: found("1998-03-05", 0.7) };
    expect(settleReading(sampleItem("i", bare), fields)).toEqual({ number: "12", fieldsByMachine: "number" });
  });

  it("writes nothing that is in doubt, and never a subject or a signer", () => {
    const fields = {
      number: found("12", 0.99, ["digits-differ"]),
      subject: found("Về việc", 1),
      signer: found("Lê Văn Mẫu", 1),
    };
    expect(settleReading(sampleItem("i", bare), fields)).toEqual({ fieldsByMachine: "" });
  });

  it("confirms a listed value that the scan says too, and changes none that it does not", () => {
    const item = sampleItem("i", {
      ...bare,
      number: "05",
      issuer: "UBND xã Mẫu",
      subject: "Quyết định về việc giao đất",
      symbol: "QĐ-UBND",
    });
    const fields = {
      number: found("5", 0.7),
      issuer: found("Ủy ban nhân dân xã Mẫu", 0.7),
      subject: found("Về việc giao đất", 0.7),
      symbol: found("KH-UBND", 0.99),
    };
    expect(settleReading(item, fields)).toEqual({ fieldsByMachine: "issuer number subject" });
  });

  it("leaves alone what a person confirmed, and an item that was checked", () => {
    const fields = { number: found("12"), symbol: found("QĐ-UBND") };
    const confirmed = sampleItem("i", { ...bare, fieldsConfirmed: "number" });
    expect(settleReading(confirmed, fields)).toEqual({ symbol: "QĐ-UBND", fieldsByMachine: "symbol" });
    expect(
      settleReading(sampleItem("i", { ...bare, checkedAt: "2025-05-20T01:00:00.000Z" }), fields),
    ).toEqual({});
  });

  it("takes back what the machine confirmed where another reading no longer says so", () => {
    const item = sampleItem("i", { ...bare, number: "12", fieldsByMachine: "number" });
    expect(settleReading(item, { number: found("72", 0.97) })).toEqual({ fieldsByMachine: "" });
  });
});

it("compares values as people read them", () => {
  expect(sameValue("symbol", "HD-UBND", "HĐ-UBND")).toBe(false);
  expect(sameValue("symbol", "qđ – ubnd", "QĐ-UBND")).toBe(true);
  expect(sameValue("subject", "Quyết định V/v giao đất ở", "về việc giao đất ở")).toBe(true);
  expect(sameValue("subject", "Kế hoạch chỉnh lý", "Báo cáo chỉnh sửa")).toBe(false);
  expect(sameValue("signer", "NGUYỄN VĂN MẪU", "Nguyễn Văn Mẫu")).toBe(true);
  expect(sameValue("issuedDate", "1998-03-05", "1998-03-06")).toBe(false);
});
