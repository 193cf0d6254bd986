/** Words around pictures of pages and PDFs. */
export const viewer = {
  document: "Các trang của tài liệu",
  page: (number: number, total: number) => `Trang ${number}/${total}`,
  loading: "Đang mở tài liệu…",
  failed:
    "Không mở được PDF này. Tệp có thể chưa về máy, hoặc chưa kết nối được tỉnh. Đóng lại và thử sau ít phút.",
  pageFailed: "Không vẽ được trang này.",
  zoomIn: "Phóng to",
  zoomOut: "Thu nhỏ",
  fit: "Vừa khung",
  fitWidth: "Vừa chiều rộng",
  find: "Tìm trong tài liệu",
  findHint: "Tìm trong tài liệu (không cần dấu)",
  previous: "Trước",
  next: "Sau",
  isFirst: "Đây là trang đầu.",
  isLast: "Đây là trang cuối.",
  found: (at: number, total: number) => `Trang thứ ${at}/${total} có chứa`,
  notFound: "Không tìm thấy",
  missing: "Chưa có ảnh của trang này.",
};
