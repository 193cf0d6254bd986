import { expect, it } from "vitest";
import { levelOf, levelOfIssuer } from "#shared/rules/issuing-body.ts";
import { letterPriorities, priorityOfFile, priorityOfItem } from "#shared/rules/priority.ts";
import { typeOfSymbol } from "#shared/rules/type-of-symbol.ts";
import { sampleFile, sampleItem } from "#tests/helpers/sample-records.ts";

const commune = "Ủy ban nhân dân xã Phước Hòa";
const district = "UBND huyện Tuy Phước";

it.each([
  ["a commune's individual decision", "commune", { issuer: commune }, "decision"],
  ["a commune's law-making decision", "commune", { issuer: commune, symbol: "2016/QĐ-UBND" }, "other"],
  ["a district's law-making decision", "district", { issuer: district, symbol: "2016/QĐ-UBND" }, "decision"],
  ["the district's decision in a commune's file", "commune", { issuer: district }, "other"],
  ["a party decision", "commune", { issuer: "Đảng ủy xã Phước Hòa", symbol: "QĐ/ĐU" }, "other"],
  ["a decision whose issuer is blank", "commune", { issuer: "" }, "decision"],
  ["a decision by its symbol alone", "commune", { issuer: "", type: "" }, "decision"],
  [
    "a plan of a year",
    "commune",
    { issuer: commune, type: "10", subject: "Phát triển kinh tế - xã hội năm 2017" },
    "plan",
  ],
  ["a plan of years", "district", { issuer: district, type: "10", subject: "Giai đoạn 2016-2020" }, "plan"],
  [
    "a plan of a month",
    "commune",
    { issuer: commune, type: "10", subject: "Công tác tháng 5 năm 2017" },
    "other",
  ],
  ["a report of a year", "commune", { issuer: commune, type: "14", subject: "Tổng kết năm 2016" }, "report"],
  [
    "a thematic report",
    "commune",
    { issuer: commune, type: "14", subject: "Báo cáo chuyên đề đất đai" },
    "report",
  ],
  ["a report of a quarter", "commune", { issuer: commune, type: "14", subject: "Quý III năm 2016" }, "other"],
  ["an item of unknown type", "commune", { issuer: commune, type: "", symbol: "" }, ""],
] as const)("%s of a %s", (_, level, fields, group) => {
  expect(priorityOfItem(sampleItem("a", fields), level)).toBe(group);
});

it("an item in no group takes its file's frequent use", () => {
  const item = sampleItem("a", { issuer: commune, type: "22", symbol: "UBND" });
  expect(priorityOfItem(item, "commune", true)).toBe("frequent-use");
});

it.each([
  ["the group it was given", "commune", { priority: "plan", title: "Tập quyết định" }, "plan"],
  ["decisions by its title", "commune", { title: "Tập quyết định cá biệt năm 2016" }, "decision"],
  ["no group of a commune", "commune", { title: "Tập quyết định quy phạm pháp luật năm 2016" }, ""],
  [
    "decisions of a district",
    "district",
    { title: "Tập quyết định quy phạm pháp luật năm 2016" },
    "decision",
  ],
  ["frequent use", "commune", { title: "Sổ địa chính", frequentUse: true }, "frequent-use"],
  ["nothing", "commune", { title: "Sổ địa chính" }, ""],
] as const)("a file has %s (%s)", (_, level, fields, group) => {
  expect(priorityOfFile(sampleFile("f", { priority: "", ...fields }), level)).toBe(group);
});

it("groups are data that another instruction may extend", () => {
  const more = {
    ...letterPriorities,
    groups: [
      ...letterPriorities.groups,
      { group: "other" as const, levels: ["commune" as const], types: [], title: "\\bdia chinh\\b" },
    ],
  };
  expect(priorityOfFile(sampleFile("f", { priority: "", title: "Sổ địa chính" }), "commune", more)).toBe(
    "other",
  );
});

it.each([
  ["UBND tỉnh Bình Định", "province"],
  ["UBND huyện Tuy Phước, tỉnh Bình Định", "district"],
  ["Ủy ban nhân dân thị xã An Nhơn", "district"],
  ["UBND thành phố Quy Nhơn", "district"],
  ["UBND xã Phước Hòa, huyện Tuy Phước", "commune"],
  ["UBND thị trấn Diêu Trì", "commune"],
  ["Ủy ban nhân dân", undefined],
])("%s is of the %s", (issuer, level) => {
  expect(levelOfIssuer(issuer)).toBe(level);
});

it.each([
  ["52", "province"],
  ["52.550", "district"],
  ["52.550.21952", "commune"],
])("scope %s is of a %s", (scope, level) => {
  expect(levelOf(scope)).toBe(level);
});

it.each([
  ["QĐ-UBND", "02"],
  ["2016/QĐ-UBND", "02"],
  ["qd-ubnd", "02"],
  ["QyĐ-UBND", "05"],
  ["CT-UBND", "03"],
  ["CTr-UBND", "09"],
  ["HD-SNV", "08"],
  ["HĐ/2016", "21"],
  ["UBND-NC", ""],
  ["", ""],
])("symbol %j says type %j", (symbol, type) => {
  expect(typeOfSymbol(symbol)).toBe(type);
});
