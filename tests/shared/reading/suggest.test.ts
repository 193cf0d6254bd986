import { expect, it } from "vitest";
import { suggestFor } from "#shared/reading/suggest.ts";
import { sampleItem } from "#tests/helpers/sample-records.ts";

const row = (id: string, signer: string, symbol: string, issuedDate: string, issuer = "UBND xã Mẫu") =>
  sampleItem(id, { signer, symbol, issuedDate, issuer, type: "02" });
const earlier = [
  row("1", "Lê Văn Cũ", "QĐ-UBND", "1996-01-02"),
  row("2", "Lê Văn Cũ", "QĐ-UBND", "1996-03-02"),
  row("3", "Trần Thị Mới", "QĐ-UBND", "1999-01-02"),
  row("4", "Bùi Văn Khác", "KH-HĐND", "1999-01-02", "HĐND xã Mẫu"),
];

it("suggests the signers of the same symbol, those of the same year first", () => {
  expect(suggestFor("signer", { symbol: "QĐ-UBND", issuedDate: "1999-05-01" }, earlier)).toEqual([
    { value: "Trần Thị Mới", times: 1 },
    { value: "Lê Văn Cũ", times: 2 },
  ]);
});

it("suggests a body and a type by the symbol, and nothing where nothing is known of the item", () => {
  expect(suggestFor("issuer", { symbol: "qđ-ubnd" }, earlier)).toEqual([{ value: "UBND xã Mẫu", times: 3 }]);
  expect(suggestFor("type", { symbol: "QĐ-UBND" }, earlier)).toEqual([{ value: "02", times: 3 }]);
  expect(suggestFor("issuer", {}, earlier)).toEqual([]);
  expect(suggestFor("issuer", { symbol: "BC-UBND" }, earlier)).toEqual([]);
});

it("counts a row that stands for many as so many, and weighs it so", () => {
  const kinds = [{ ...row("", "Phạm Văn Nhiều", "QĐ-UBND", "1999"), times: 40 }];
  expect(
    suggestFor("signer", { symbol: "QĐ-UBND", issuedDate: "1999-05-01" }, [...earlier, ...kinds]),
  ).toEqual([
    { value: "Phạm Văn Nhiều", times: 40 },
    { value: "Trần Thị Mới", times: 1 },
    { value: "Lê Văn Cũ", times: 2 },
  ]);
});
