import type { CostBasis, costParts } from "#shared/contract/cost.ts";
import { type FormWords, placeAndDate, upper } from "#shared/forms/form-words.ts";
import { type ListColumn, type ListForm, listCode } from "#shared/forms/list-form.ts";
import { estimateCost, type normSteps, type statedNorms } from "#shared/report/cost.ts";

/** Steps and figures as the estimate names them; the paper is Vietnamese whatever the screen speaks. */
export const costNames: Record<(typeof normSteps)[number] | (typeof statedNorms)[number], string> = {
  prepare: "Lập kế hoạch, chuẩn bị tài liệu",
  describe: "Xây dựng dữ liệu đặc tả",
  catalogue: "Biên mục phiếu tin",
  enter: "Nhập phiếu tin",
  digitise: "Số hóa tài liệu",
  inspect: "Kiểm tra, nghiệm thu, bàn giao",
  poorFactor: "Hệ số tài liệu tình trạng kém",
  wagePerDay: "Đơn giá ngày công",
  unitPrice: "Đơn giá một trang A4",
};

const columns: readonly ListColumn[] = [
  { heading: "STT", share: 36, align: "center" },
  { heading: "Công việc", share: 150, align: "left" },
  { heading: "Định mức (phút/trang A4)", share: 80, align: "center" },
  { heading: "Giờ công", share: 80, align: "center" },
  { heading: "Ngày công", share: 80, align: "center" },
  { heading: "Nguồn định mức", share: 200, align: "left" },
];

/** An estimate of cost (ước tính dự toán) on paper, with what it lacks; it says of itself that it is not final. */
export function costEstimate(
  basis: CostBasis,
  part: (typeof costParts)[number],
  unit: string,
  words: FormWords,
): ListForm {
  const { norms } = basis;
  const pages = basis.pages[part];
  const cost = estimateCost(pages, norms);
  const perDay = norms.hoursPerDay * 60;
  const rows = norms.steps.map((step, at) => {
    const minutes = cost.steps[at]?.minutes;
    return [
      at + 1,
      costNames[step.name],
      step.minutes ?? "chưa có",
      minutes === undefined ? "" : rounded(minutes / 60),
      minutes === undefined ? "" : rounded(minutes / perDay),
      step.source,
    ];
  });
  const sum = ["", "CỘNG (phần có định mức)", "", rounded(cost.minutes / 60), rounded(cost.personDays), ""];
  const all = [...rows, sum];
  const draft = {
    name: "Ước tính",
    title: `ƯỚC TÍNH KINH PHÍ SỐ HÓA TÀI LIỆU LƯU TRỮ\n${upper(unit)}`,
    facts: [
      `${part === "all" ? "Toàn bộ tài liệu theo danh mục" : "Phần còn phải số hóa"}: ${written(pages.all)} trang A4 quy đổi, trong đó ${written(pages.poor)} trang của hồ sơ tình trạng kém`,
      "ĐÂY LÀ ƯỚC TÍNH TỪ ĐỊNH MỨC ĐÃ BIẾT, KHÔNG PHẢI DỰ TOÁN ĐƯỢC DUYỆT",
    ],
    columns,
    rows: all.map((row) => row.map((cell) => (typeof cell === "number" ? written(cell) : cell))),
  };
  return {
    ...draft,
    figures: all.map((row) => row.map((cell) => (typeof cell === "number" ? cell : undefined))),
    groupRows: 1,
    agencies: [words.parent, words.agency],
    hidden: { headings: [], rows: all.map(() => []) },
    totals: notesOf(basis, cost),
    placeAndDate: placeAndDate(words),
    signature: {
      role: words.position === "" ? "NGƯỜI LẬP" : upper(words.position),
      how: "(Ký và ghi rõ họ tên)",
      name: words.preparer,
    },
    size: 10,
    headSize: 10,
    code: listCode(draft),
  };
}

function notesOf({ norms, unknownFiles }: CostBasis, cost: ReturnType<typeof estimateCost>): string[] {
  const { poorFactor, wagePerDay, unitPrice, overhead, hoursPerDay } = norms;
  const stated = (name: (typeof statedNorms)[number]) =>
    norms[name].source === "" ? "" : ` (${norms[name].source})`;
  return [
    `Định mức: ${norms.source}.`,
    `Ngày công ${written(hoursPerDay)} giờ.`,
    ...(poorFactor.value === null
      ? []
      : [`Hệ số tài liệu tình trạng kém: ${written(poorFactor.value)}${stated("poorFactor")}.`]),
    ...(wagePerDay.value === null || cost.amount === undefined
      ? []
      : [
          `Theo ngày công: ${written(cost.amount)} đồng, với ${written(wagePerDay.value)} đồng/ngày${stated("wagePerDay")} và ${written(overhead)} % thiết bị, văn phòng phẩm.`,
        ]),
    ...(unitPrice.value === null || cost.priced === undefined
      ? []
      : [
          `Theo đơn giá trang: ${written(cost.priced)} đồng, với ${written(unitPrice.value)} đồng/trang${stated("unitPrice")}.`,
        ]),
    ...(cost.missing.length === 0
      ? []
      : [`Chưa có trong ước tính: ${cost.missing.map((name) => costNames[name].toLowerCase()).join("; ")}.`]),
    ...(unknownFiles === 0 ? [] : [`${written(unknownFiles)} hồ sơ chưa ghi số trang nên chưa được tính.`]),
  ];
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}

function written(value: number): string {
  return value.toLocaleString("vi-VN", { maximumFractionDigits: 3 });
}
