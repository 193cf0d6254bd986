import type { HoldRefusal, PaperHoldReason } from "#shared/archive/paper-hold.ts";

const reasons: Record<PaperHoldReason, string> = {
  torn: "Rách, mủn",
  stuck: "Dính, bết",
  "missing-leaves": "Thiếu tờ",
  secret: "Có dấu độ mật",
  "special-format": "Khổ đặc biệt",
  other: "Lý do khác",
};

const refusals: Record<HoldRefusal, string> = {
  "not-your-role": "Vai trò của bạn không giữ lại hoặc bỏ giữ.",
  "why-missing": "Ghi rõ lý do.",
  "why-too-long": "Lý do dài quá 500 ký tự.",
  "held-already": "Đã được giữ lại với lý do này.",
  "not-held": "Hiện không bị giữ lại.",
};

export const holds = {
  reasons,
  refusals,
  hold: "Giữ lại",
  holdOf: (label: string) => `Giữ lại ${label}`,
  lift: "Bỏ giữ",
  liftOf: (label: string) => `Bỏ giữ ${label}`,
  held: (reason: string) => `Giữ lại: ${reason}`,
  by: (by: string, time: string) => `${by}, ${time}`,
  reason: "Lý do giữ lại",
  why: "Ghi rõ",
  whyOptional: "Ghi rõ (không bắt buộc)",
  liftWhy: "Vì sao làm tiếp được",
  hint: "Hồ sơ giữ lại vẫn ở trong đợt. Đợt chưa chuyển sang kiểm tra, nghiệm thu khi chưa bỏ giữ hoặc chưa có lý do của cán bộ kiểm tra.",
  itemHint:
    "Văn bản giữ lại vẫn ở trong hồ sơ, không tính là đã số hóa; đợt chưa chuyển sang kiểm tra, nghiệm thu khi chưa bỏ giữ hoặc chưa có lý do của cán bộ kiểm tra.",
  batchHint: "Cả đợt dừng ở bước này cho đến khi bỏ giữ; chỉ có thể trả lại hoặc lùi bước.",
  secretHint:
    "Tài liệu mang dấu độ mật: không quét, không chụp, không gửi. Để riêng bản giấy và báo người phụ trách.",
  done: (label: string) => `Đã giữ lại ${label}.`,
  lifted: (label: string) => `Đã bỏ giữ ${label}.`,
  batch: (number: string) => `đợt ${number}`,
  file: (code: string) => `hồ sơ ${code}`,
  item: (code: string) => `văn bản ${code}`,
  itemStopped: (reason: string) =>
    `Văn bản này đang được giữ lại (${reason}). Chưa quét thêm; trang đã quét vẫn an toàn. Bỏ giữ ở đây để làm tiếp.`,
  inBatch: (counts: string) => `Hồ sơ giữ lại trong đợt: ${counts}.`,
  counted: (reason: string, count: string) => `${reason} ${count}`,
  captureStopped: (reason: string) =>
    `Hồ sơ này đang được giữ lại (${reason}). Chưa quét thêm; trang đã quét vẫn an toàn. Bỏ giữ ở trang của đợt để làm tiếp.`,
};
