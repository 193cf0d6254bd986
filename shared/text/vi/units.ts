/** Units before and after 1 July 2025, and which commune receives what. */
export const units = {
  since: "Từ 01/7/2025",
  sinceUnit: (name: string) => `Từ 01/7/2025: ${name}`,
  splitUnit: "Xã này được chia cho nhiều xã, phường. Từng hồ sơ cần được chọn nơi tiếp nhận.",
  partOf: (name: string) => `${name} (một phần)`,
  /** Of a commune that stays and gave a part of itself to others. */
  partNow: (names: string) => `Một phần nay thuộc: ${names}. Hồ sơ vẫn ở xã cũ trừ khi chọn nơi khác.`,
  /** Of a fonds of a district. */
  noSingle: (count: number) =>
    `Phông cấp huyện không có một xã tiếp nhận duy nhất; địa bàn nay thuộc ${count} xã, phường.`,
  notChosen: "Chưa chọn",
  chooseHint: "Xã cũ được chia: hệ thống không tự đoán. Để trống nếu chưa rõ.",
  /** Where nothing is chosen of a commune that gave a part of itself to others. */
  staysWith: (name: string) => `Chưa chọn: vẫn thuộc ${name}`,
  staysHint: (name: string, others: string) =>
    `${name} đã chuyển một phần cho ${others}. Chọn nơi nhận nếu hồ sơ thuộc phần đó; chọn ${name} nếu chắc chắn ở lại; để trống nếu chưa rõ.`,
  stays: (name: string, others: string) => `${name} (có thể thuộc phần đã chuyển cho ${others}; chưa chọn)`,
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
