/** Units before and after 1 July 2025, and which commune receives what. */
export const units = {
  since: "Từ 01/7/2025",
  sinceUnit: (name: string) => `Từ 01/7/2025: ${name}`,
  splitUnit: "Xã này được chia cho nhiều xã, phường. Từng hồ sơ cần được chọn nơi tiếp nhận.",
  partOf: (name: string) => `${name} (một phần)`,
  /** Of a fonds of a district. */
  noSingle: (count: number) =>
    `Phông cấp huyện không có một xã tiếp nhận duy nhất; địa bàn nay thuộc ${count} xã, phường.`,
  notChosen: "Chưa chọn",
  chooseHint: "Xã cũ được chia: hệ thống không tự đoán. Để trống nếu chưa rõ.",
  /** Of a commune, by its code, that was chosen and became another since. */
  chosenBecame: (code: string, name: string) =>
    `Đã chọn xã, phường mã ${code}, nay thuộc ${name}: hồ sơ về ${name}, không cần chọn lại.`,
  chosenGone: (code: string) =>
    `Đã chọn xã, phường mã ${code}, nay đã chia tách, giải thể hoặc không nhận từ xã cũ này: hãy chọn lại. Lựa chọn cũ được giữ cho tới khi chọn lại.`,
  noLonger: (code: string) => `Mã ${code} (không còn)`,
  /** Where the only successor follows from the unit and is not stored. */
  derived: (name: string) => `${name} (theo xã cũ)`,
  /** Of a file whose unit is no commune. */
  noneFollows: "Không theo một xã nào",
  notKnown: "Chưa có bảng đơn vị kế thừa trên máy này.",
};
