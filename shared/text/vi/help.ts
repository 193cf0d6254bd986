import { helpPages } from "#shared/text/vi/help-pages.ts";

export const help = {
  title: "Trợ giúp",
  subtitle: "Trang ngắn, có hình, xem được khi không có mạng.",
  find: "Tìm trong trợ giúp",
  findHint: "Gõ không cần dấu, ví dụ: nhap excel",
  clear: "Xóa từ cần tìm",
  list: "Các trang trợ giúp",
  found: (count: string) => `${count} trang`,
  none: (words: string) => `Không có trang nào nói về “${words}”`,
  noneHint: "Thử ít từ hơn, hoặc xóa từ cần tìm để xem mọi trang.",
  steps: "Các bước",
  notes: "Nên biết",
  back: "Mọi trang trợ giúp",
  previous: (title: string) => `Trang trước: ${title}`,
  next: (title: string) => `Trang sau: ${title}`,
  ofThis: "Trợ giúp của màn hình này (Shift+F1)",
  print: "In thẻ này",
  printHint: "Một trang A4 dọc. Trong hộp in của máy, chọn khổ A4.",
  keys: "Phím tắt (F1)",
  pages: helpPages,
};
