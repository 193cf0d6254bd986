/** Phím riêng của mỗi người trong bảng phím tắt. */
export const ownKeys = {
  change: (meaning: string) => `Đổi phím: ${meaning}`,
  changeShort: "Đổi",
  press: "Bấm phím mới",
  reset: (keys: string) => `Bỏ phím riêng, chỉ dùng ${keys}`,
  resetAll: "Bỏ mọi phím riêng",
  hint: "Bấm Đổi rồi bấm phím mới (Esc: thôi): phím riêng trên máy này. Phím có sẵn vẫn dùng được.",
  set: (own: string, meaning: string) => `${own}: ${meaning}.`,
  refused: {
    "input-method": (own: string) =>
      `${own} không đặt được: bộ gõ tiếng Việt dùng Ctrl+Shift và Alt để chuyển. Hãy chọn phím F hoặc Ctrl với một phím.`,
    text: (own: string) => `${own} không đặt được: ô nhập nào cũng dùng phím này. Hãy chọn phím khác.`,
    plain: (own: string) =>
      `${own} không đặt được: phím này để gõ hoặc để đi lại. Hãy chọn phím F hoặc Ctrl với một phím.`,
    taken: (own: string) => `${own} đang dùng cho việc khác trong bảng này. Hãy chọn phím khác.`,
  },
};
