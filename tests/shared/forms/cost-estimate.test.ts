import { expect, test } from "vitest";
import type { CostBasis } from "#shared/contract/cost.ts";
import { costEstimate } from "#shared/forms/cost-estimate.ts";
import { letterNorms } from "#shared/report/cost.ts";

const words = {
  ...{ parent: "UBND Huyện Tuy Phước", agency: "Phòng Nội vụ", place: "Tuy Phước", date: "2025-05-20" },
  ...{ preparer: "Lê Văn C", position: "", year: "" },
};
const basis: CostBasis = {
  scope: "52.550",
  pages: { all: { all: 12_000, poor: 1500 }, left: { all: 300, poor: 0 } },
  files: 40,
  unknownFiles: 3,
  norms: letterNorms,
  own: false,
};

test("the paper says of itself that it is no approved budget, and names all that it lacks", () => {
  const form = costEstimate(basis, "all", "Huyện Tuy Phước", words);
  expect(form.facts.join("\n")).toContain("KHÔNG PHẢI DỰ TOÁN ĐƯỢC DUYỆT");
  expect(form.facts[0]).toContain("12.000 trang A4 quy đổi, trong đó 1.500 trang");
  expect(form.totals.join("\n")).toContain(
    "Chưa có trong ước tính: biên mục phiếu tin; kiểm tra, nghiệm thu, bàn giao; hệ số tài liệu tình trạng kém; đơn giá ngày công.",
  );
  expect(form.totals.join("\n")).toContain("3 hồ sơ chưa ghi số trang");
  expect(form.totals.join("\n")).not.toContain("đồng");
});

test("its sum is that of its rows, and a step without a norm stands in it as one that has none", () => {
  const form = costEstimate(basis, "left", "Huyện Tuy Phước", words);
  const hours = (form.figures ?? []).map((row) => row[3] ?? 0);
  const sum = hours.pop() ?? 0;
  expect(sum).toBeCloseTo(
    hours.reduce((all, one) => all + one, 0),
    0,
  );
  expect(form.rows[2]?.slice(0, 4)).toEqual(["3", "Biên mục phiếu tin", "chưa có", ""]);
});

test("prices make money, each with the paper that it is of", () => {
  const unitPrice = { value: 2150, source: "QĐ thử 12/QĐ-UBND" };
  const wagePerDay = { value: 400_000, source: "" };
  const norms = { ...letterNorms, unitPrice, wagePerDay, overhead: 10 };
  const text = costEstimate({ ...basis, norms }, "left", "Huyện Tuy Phước", words).totals.join("\n");
  expect(text).toContain("Theo đơn giá trang: 645.000 đồng, với 2.150 đồng/trang (QĐ thử 12/QĐ-UBND).");
  expect(text).toMatch(/Theo ngày công: [\d.]+ đồng, với 400\.000 đồng\/ngày và 10 % thiết bị/);
});
