/** Passing many items together, on the strength of their batch's sample. */
export const passMany = {
  open: (count: string) => `Đạt cả loạt (${count})…`,
  sampleOpen: "Dùng được khi mẫu kiểm tra của đợt ở “Chất lượng ảnh” đã đạt.",
  title: "Đánh dấu đạt nhiều văn bản",
  hint: "Mẫu kiểm tra của đợt đã đạt nên các văn bản này được đánh dấu cùng lúc. Văn bản chưa đủ điều kiện, hoặc có trang do chính bạn quét, được để lại và kể ra.",
  whole: (count: string) =>
    `${count} văn bản của hồ sơ bảo quản vĩnh viễn không nằm trong số này: phải mở xem từng văn bản.`,
  which: "Đánh dấu",
  all: (count: string) => `Cả đợt: ${count} văn bản`,
  ofFile: (code: string, count: string) => `Chỉ hồ sơ ${code}: ${count} văn bản`,
  confirm: (count: string) => `Đạt ${count} văn bản`,
  doing: (tried: string, total: string) => `Đang đánh dấu ${tried}/${total}…`,
  done: (done: string, total: string) => `Đã đánh dấu đạt ${done}/${total} văn bản`,
  left: (count: string) => `${count} văn bản để lại:`,
  one: (title: string, why: string) => `${title}: ${why}`,
  more: (count: string) => `và ${count} văn bản khác`,
  undo: (count: string) => `Hoàn tác ${count} văn bản`,
  undone: (count: string, total: string) => `Đã bỏ dấu đạt ${count}/${total} văn bản.`,
};
