import type { Unit } from "#shared/archive/unit.ts";

const levels: Record<Unit["level"], string> = {
  province: "cấp tỉnh",
  district: "cấp huyện, đến 30/6/2025",
  commune: "cấp xã, đến 30/6/2025",
};

/** Units before and after 1 July 2025, and which commune receives what. */
export const units = {
  levels,
  since: "Từ 01/7/2025",
  sinceUnit: (name: string) => `Từ 01/7/2025: ${name}`,
  splitUnit: "Xã này được chia cho nhiều xã, phường. Từng hồ sơ cần được chọn nơi tiếp nhận.",
  partOf: (name: string) => `${name} (một phần)`,
  /** Of a fonds of a district. */
  noSingle: (count: number) =>
    `Phông cấp huyện không có một xã tiếp nhận duy nhất; địa bàn nay thuộc ${count} xã, phường.`,
  notChosen: "Chưa chọn",
  choose: "Chọn xã, phường tiếp nhận",
  chooseHint: "Xã cũ được chia: hệ thống không tự đoán. Để trống nếu chưa rõ.",
  /** Where the only successor follows from the unit and is not stored. */
  derived: (name: string) => `${name} (theo xã cũ)`,
  notKnown: "Chưa có bảng đơn vị kế thừa trên máy này.",
};
