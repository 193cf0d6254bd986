import type { GapKind } from "#shared/completeness/gap.ts";

const red: Record<GapKind, (count: string) => string> = {
  box: (count) => `Khuyết ${count} số hộp`,
  file: (count) => `Khuyết ${count} số hồ sơ`,
  leaf: (count) => `Khuyết ${count} số tờ trong hồ sơ`,
};

export const gaps = {
  title: "Số bị khuyết",
  hint: "Số còn thiếu giữa số đầu và số cuối đang có. Tìm hộp, hồ sơ, tờ còn thiếu, hoặc ghi lý do.",
  batchHint: "Số còn thiếu sát bên những gì trong đợt này mà cả phông chưa có. Tìm, hoặc ghi lý do.",
  red,
  explained: (count: string) => `${count} số đã có lý do`,
  names: {
    box: (span: string) => `Hộp số ${span}`,
    file: (span: string) => `Hồ sơ số ${span}`,
    leaf: (span: string) => `Tờ số ${span}`,
  },
  inInventory: (inventory: string) => `mục lục ${inventory}`,
  inBox: (box: string) => `hộp ${box}`,
  reason: (why: string, by: string) => `Đã có lý do: ${why} (${by})`,
  explain: "Ghi lý do",
  explainOf: (name: string) => `Ghi lý do: ${name}`,
  explainHint: "Vì sao số này không có: hộp trống, đã tiêu hủy, đánh nhầm số… Ít nhất 10 ký tự.",
  explainLabel: "Lý do",
  save: "Lưu lý do",
  mayNot: "Cán bộ kiểm tra cấp huyện ghi lý do.",
  takeBack: "Rút lý do",
  takeBackOf: (name: string) => `Rút lý do: ${name}`,
  takeBackHint: "Lý do đã ghi được giữ lại trong lịch sử. Ghi vì sao rút.",
  notYours: (by: string) => `Chỉ người đã ghi (${by}) rút được lý do này.`,
};
