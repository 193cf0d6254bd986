export const views = {
  title: "Kiểu xem",
  none: "Chưa lưu kiểu xem nào.",
  name: "Tên kiểu xem",
  save: "Lưu kiểu xem này",
  nameMissing: "Đặt tên cho kiểu xem trước.",
  saved: (name: string) => `Đã lưu kiểu xem ${name}.`,
  remove: (name: string) => `Xóa kiểu xem ${name}`,
  hints: {
    list: "Giữ bộ lọc, cách xếp và các cột đang dùng.",
    filter: "Giữ bộ lọc đang dùng.",
    matrix: "Giữ nơi đang xem, cách đếm và bộ lọc đang dùng.",
  },
};
