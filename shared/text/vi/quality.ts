import type { Page } from "#shared/archive/page.ts";
import type { SequenceFinding } from "#shared/rules/page-sequence.ts";
import type { QualityCode } from "#shared/rules/capture-quality.ts";
import { bring } from "./bring-pages.ts";

const findings: Record<QualityCode, (value: string, bound: string) => string> = {
  dpi: (value, bound) => `Độ phân giải ${value} dpi, quy định từ ${bound} dpi: quét lại`,
  "dpi-unknown": () => "Tệp không ghi độ phân giải: không kiểm được tỷ lệ",
  "paper-size": (value) => `Cạnh ngắn chỉ ${value} mm: độ phân giải ghi trong tệp có thể sai`,
  depth: (value, bound) => `Độ sâu màu ${value} bit, quy định từ ${bound} bit: quét lại ở chế độ màu`,
  colour: () => "Ảnh không có màu: chỉ đúng khi bản gốc cũng không có màu (dấu đỏ, mực xanh)",
  sharpness: (value, bound) => `Ảnh mờ (độ nét ${value}, cần từ ${bound})`,
  skew: (value) => `Trang nghiêng ${value}°: nắn bằng một phím (S)`,
  dark: (value) => `Thiếu sáng: ${value} % trang quá tối`,
  bright: (value) => `Thừa sáng hoặc mực nhạt: ${value} % chữ quá nhạt`,
  cut: () => "Chữ chạm mép ảnh: trang có thể bị cắt",
  bleed: (value) => `Chữ mặt sau hằn sang ${value} % phần giấy trống`,
  blank: () => "Có thể là trang trắng: vẫn được tính trong số tờ",
  "no-text": () => "Có nét mực nhưng không đọc được chữ nào",
  confidence: (value, bound) => `Chữ khó đọc (độ tin cậy ${value}, nên từ ${bound})`,
};

const sequence: Record<SequenceFinding["code"], (from: string, to: string) => string> = {
  repeated: () => "Có thể trùng với trang khác của hồ sơ: cùng hình, cùng chữ",
  "numbers-missing": (from, to) =>
    from === to
      ? `Có thể thiếu trang số ${from} ở trước trang này`
      : `Có thể thiếu các trang số ${from}–${to} ở trước trang này`,
  "out-of-order": (from, to) => `Số trang in là ${from}, lại đứng cạnh trang số ${to}: có thể sai thứ tự`,
  "leaves-few": (from, to) => `Mục lục ghi ${from} tờ, chỉ có ${to} trang`,
  "leaves-many": (from, to) => `Mục lục ghi ${from} tờ, lại có ${to} trang`,
};

const defects: Record<Page["defect"], string> = {
  "": "không rõ",
  blurred: "Mờ",
  skewed: "Nghiêng",
  cut: "Cắt mất mép",
  "too-dark": "Quá tối",
  "too-bright": "Quá sáng",
  covered: "Bị che (ngón tay, giấy gập)",
  "wrong-order": "Sai thứ tự",
  "wrong-item": "Nhầm văn bản",
  repeated: "Trùng",
  other: "Lý do khác",
};

const refusals = {
  "not-found": "Trang này không còn. Danh sách đã được đọc lại.",
  held: "Trang đang chờ xử lý: xem lý do ở trạm số hóa trước.",
  faulty: "Trang phạm quy định kỹ thuật: sửa, loại để quét lại, hoặc ghi lý do giữ (E).",
  "not-your-role": "Vai trò của bạn không làm được việc này.",
  "reason-missing": "Lý do cần ít nhất 10 ký tự.",
  decided: "Mẫu đã có kết luận; kế hoạch không đổi được nữa.",
  undecided: "Chưa duyệt đủ các trang của mẫu.",
};

/** Judging the quality of scans: what is found, verdicts, the plan of the check, counts of defects. */
export const quality = {
  title: "Chất lượng ảnh",
  open: "Chất lượng ảnh",
  tabs: { pages: "Duyệt trang", plan: "Kế hoạch kiểm tra", defects: "Thống kê lỗi" },
  progress: (judged: string, all: string, must: string) =>
    `Đã duyệt ${judged}/${all} trang · ${must} trang bắt buộc chưa duyệt`,
  none: "Chưa có trang nào để duyệt",
  noneHint: "Nhập bản quét ở trạm số hóa; trang đo xong sẽ hiện ở đây, trang cần xem nhất đứng đầu.",
  place: (at: string, all: string) => `${at}/${all} theo thứ tự cần xem nhất`,
  page: (label: string, ordinal: number) => `${label} · trang ${ordinal}`,
  image: (label: string, ordinal: number) => `Ảnh ${label}, trang ${ordinal}`,
  list: "Các trang, cần xem nhất ở đầu",
  severities: { error: "Lỗi", warning: "Cảnh báo", note: "Ghi chú" },
  findings,
  sequence,
  clean: "Không phát hiện gì bất thường.",
  must: "Bắt buộc duyệt",
  verdicts: { "": "Chưa duyệt", accepted: "Đạt", rejected: "Loại" },
  verdictBy: (verdict: string, by: string, at: string) => `${verdict} · ${by}, ${at}`,
  kept: (reason: string) => `Được giữ vì: ${reason}`,
  accept: "Đạt (A)",
  reject: "Loại (R)",
  justify: "Giữ, ghi lý do (E)",
  rejectTitle: "Loại vì: bấm một số",
  rejectHint: "Trang bị loại được yêu cầu quét lại. Esc để thôi.",
  defects,
  bring,
  turnLeft: "Xoay trái ([)",
  turnRight: "Xoay phải (])",
  straighten: (degrees: string) => `Nắn ${degrees}° (S)`,
  nothingToStraighten: "Trang đã thẳng.",
  despeckle: "Khử đốm (D)",
  keepSpecks: "Thôi khử đốm (D)",
  crop: "Cắt mép (C)",
  uncrop: "Bỏ cắt mép (V)",
  split: "Tách đôi A3 (X)",
  toStation: "Trạm số hóa (Q)",
  undoHint: "Ctrl+Z hoàn tác · Ctrl+Y làm lại · J, K trang sau, trang trước · F1 mọi phím",
  cropping: "Mũi tên dời mép trên-trái, Shift+mũi tên dời mép dưới-phải; Enter cắt, Esc thôi",
  cropArea: "Phần giữ lại",
  steps: {
    accept: "Duyệt đạt trang",
    reject: "Loại trang",
    justify: "Giữ trang có lỗi",
    turn: "Xoay trang",
    straighten: "Nắn thẳng trang",
    despeckle: "Khử đốm trang",
    crop: "Cắt mép trang",
    split: "Tách đôi trang",
  },
  justifyDialog: {
    title: "Giữ trang có lỗi",
    hint: "Ghi vì sao trang này được giữ dù phạm quy định (ít nhất 10 ký tự). Lý do được lưu cùng trang.",
    label: "Lý do giữ",
    confirm: "Giữ trang",
  },
  done: "Đã duyệt hết các trang.",
  refusals,
  plan: {
    permanent:
      "Hồ sơ bảo quản vĩnh viễn: mọi trang đều phải được duyệt. Hồ sơ còn lại: duyệt tất cả, hoặc theo mẫu dưới đây.",
    lot: "Lô (trang của hồ sơ không vĩnh viễn)",
    noLot: "Đợt này không có trang của hồ sơ có thời hạn: không cần lập mẫu.",
    limit: "Tỷ lệ trang lỗi chấp nhận (AQL, %)",
    proposed: (size: string, accept: string) =>
      `Duyệt ${size} trang; loại không quá ${accept} trang thì cả lô đạt`,
    proposedFull: "Lô nhỏ: duyệt tất cả các trang",
    sample: "Lập kế hoạch theo mẫu",
    whole: "Duyệt tất cả",
    source: (source: string) => `Nguồn: ${source}`,
    standing: "Kế hoạch đang áp dụng",
    noPlan: "Chưa lập kế hoạch.",
    standsFull: (by: string, at: string) => `Duyệt tất cả các trang · ${by}, ${at}`,
    standsSample: (size: string, accept: string, by: string, at: string) =>
      `Mẫu ${size} trang, loại không quá ${accept} · ${by}, ${at}`,
    seed: (seed: string) => `Mã rút mẫu ${seed}: cùng mã rút lại đúng các trang này`,
    state: (judged: string, size: string, rejected: string) =>
      `Đã duyệt ${judged}/${size} trang của mẫu, loại ${rejected}`,
    conclude: "Ghi kết luận",
    results: {
      "": "Mẫu chưa có kết luận",
      passed: "Mẫu đạt: cả lô đạt",
      failed: "Mẫu không đạt: phải duyệt tất cả các trang của lô",
    },
    planned: "Đã lập kế hoạch kiểm tra.",
    concluded: "Đã ghi kết luận của mẫu.",
  },
  counts: {
    hint: "Để biết chỗ cần giúp, không để xếp hạng người. Tên người được giấu cho đến khi chọn hiện.",
    group: "Đếm theo",
    groups: { operator: "Người quét", scanner: "Máy quét", day: "Ngày quét" },
    showNames: "Hiện tên người",
    anonymous: (at: string) => `Người ${at}`,
    unknown: "không rõ",
    columns: { pages: "Trang", judged: "Đã duyệt", rejected: "Bị loại", why: "Lý do" },
    share: (name: string) => `${name}: tỷ lệ bị loại trong số đã duyệt`,
    none: "Chưa có trang nào được duyệt.",
    each: (defect: string, pages: string) => `${defect} ${pages}`,
  },
  unsettled: (pages: string) =>
    `${pages} văn bản còn trang bị loại hoặc phạm quy định. Xử lý ở “Chất lượng ảnh”; cán bộ kiểm tra có thể cho chuyển, có ghi lý do (ít nhất 10 ký tự).`,
  unsettledTitle: "Còn trang chưa ổn",
  unsettledReason: "Vì sao vẫn chuyển",
};
