/** Freeing this machine of masters that the province holds by its signed word. */
export const freeing = {
  title: "Giải phóng dung lượng",
  hint: "Bản quét gốc của các đợt đã nghiệm thu, khi tỉnh đã tự tính lại mã băm và ký xác nhận đang giữ đủ mọi tệp của văn bản. PDF/A, chữ nhận dạng và thông tin mô tả luôn ở lại máy.",
  notPinned:
    "Chưa xem được chữ ký của tỉnh: máy này chưa nạp tệp ghi danh. Không bản quét gốc nào được coi là an toàn để giải phóng.",
  safe: "An toàn để giải phóng",
  freed: "Đã giải phóng, tỉnh đang giữ",
  waiting: "Chưa có đủ xác nhận của tỉnh",
  masters: (count: string, bytes: string) => `${count} bản quét gốc, ${bytes}`,
  waitingCount: (count: string) => `${count} bản quét gốc`,
  free: (bytes: string) => `Giải phóng ${bytes}`,
  nothingSafe: "Chưa có bản quét gốc nào an toàn để giải phóng.",
  busy: "Đang làm, xin chờ.",
  fetchBack: (bytes: string) => `Lấy lại ${bytes} từ tỉnh`,
  nothingFreed: "Chưa giải phóng bản quét gốc nào.",
  confirmTitle: "Giải phóng bản quét gốc khỏi máy này?",
  confirmText: (count: string, bytes: string) =>
    `${count} bản quét gốc (${bytes}) sẽ được xóa khỏi ổ đĩa của máy này. Trước mỗi tệp, tỉnh được hỏi lại lần nữa. Khi cần, có thể lấy lại từ tỉnh nếu có mạng.`,
  confirm: "Giải phóng",
  working: {
    freeing: (done: string, total: string) => `Đang giải phóng ${done}/${total}`,
    fetching: (done: string, total: string) => `Đang lấy lại ${done}/${total}`,
  },
  batch: {
    safe: (count: string, bytes: string) =>
      `An toàn để giải phóng: ${count} bản quét gốc (${bytes}); tỉnh đã ký xác nhận mọi tệp.`,
    partly: (safe: string, masters: string) =>
      `Tỉnh đã ký xác nhận đủ tệp cho ${safe}/${masters} bản quét gốc; chưa an toàn để giải phóng cả đợt.`,
    freed: (count: string) => `${count} bản quét gốc đã giải phóng khỏi máy này, tỉnh đang giữ.`,
    open: "Mở Cài đặt",
  },
};
