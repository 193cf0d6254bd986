import type { UpdateStanding } from "#shared/keys/judge-update.ts";

/** Files that install the program, brought on a stick. */
export const update = {
  title: "Bản cập nhật trên USB",
  hint: "Trước khi chạy tệp cài đặt, kiểm tra xem có đúng là tệp mà tỉnh đã duyệt không. Không cần mạng; không có gì được chạy hay ghi.",
  folder: "Thư mục có tệp cài đặt và phiếu duyệt",
  folderHint: "Ví dụ: E:\\ hoặc /media/usb",
  look: "Kiểm tra",
  looking: "Đang đọc và so từng tệp…",
  folderMissing: "Nhập thư mục cần kiểm tra",
  none: "Không có tệp cài đặt nào trong thư mục này.",
  notEnrolled:
    "Máy này chưa ghi danh bằng tệp của tỉnh nên chưa có khóa của tỉnh: không kiểm tra được. Ghi danh ở mục “Kết nối với tỉnh” trên trang này.",
  found: "Tệp cài đặt tìm thấy",
  columns: { file: "Tệp", version: "Phiên bản", standing: "Kết quả" },
  approved: (at: string) => `tỉnh duyệt ${at}`,
  standings: {
    newer: "Đúng tệp tỉnh đã duyệt",
    same: "Đúng bản đang chạy",
    older: "Cũ hơn bản đang chạy",
    altered: "Khác tệp tỉnh đã duyệt",
    "not-there": "Có phiếu, không có tệp",
    "not-signed": "Không do tỉnh này ký",
    "not-a-sheet": "Phiếu không đọc được",
    "no-sheet": "Không có phiếu duyệt",
  } satisfies Record<UpdateStanding, string>,
  next: {
    newer:
      "Cài được: sao lưu trước ở mục “Sức khỏe dữ liệu”, đóng Mục Lục, rồi chạy tệp này. Dữ liệu trên máy giữ nguyên.",
    same: "Không cần cài lại.",
    older: "Đừng cài: dữ liệu do bản mới ghi có thể không mở được.",
    altered: "Đừng chạy tệp này. Nó chép chưa hết, bị hỏng hoặc đã bị sửa. Xin lại tệp từ tỉnh.",
    "not-there": "Chép tệp cài đặt vào cạnh phiếu rồi kiểm tra lại.",
    "not-signed": "Đừng chạy tệp này. Phiếu bị sửa, hoặc do một tỉnh khác ký. Hỏi lại tỉnh.",
    "not-a-sheet":
      "Đừng chạy tệp này. Phiếu bị hỏng hoặc là phiếu của tệp khác (tệp đã đổi tên). Xin lại phiếu.",
    "no-sheet": "Đừng chạy tệp này: không biết từ đâu ra. Xin tỉnh phiếu duyệt của nó.",
  } satisfies Record<UpdateStanding, string>,
};
