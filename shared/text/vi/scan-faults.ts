import type { FaultWords } from "./faults.ts";

const saved = "Mọi trang đã báo “đã lưu” đều nằm an toàn trên máy này.";

/** What can go wrong while pages come from a scanner or a folder. */
export const scanFaults = {
  "scanner-empty": {
    what: "Khay nạp giấy không có giấy.",
    safe: saved,
    next: "Đặt giấy vào khay rồi bấm “Quét tiếp”.",
  },
  "scanner-jam": {
    what: "Máy quét bị kẹt giấy.",
    safe: saved,
    next: "Lấy giấy kẹt ra, đặt lại tờ bị kẹt và các tờ sau nó vào khay rồi bấm “Quét tiếp”.",
  },
  "scanner-cover": {
    what: "Nắp máy quét đang mở.",
    safe: saved,
    next: "Đóng nắp, đặt lại các tờ chưa quét rồi bấm “Quét tiếp”.",
  },
  "scanner-busy": {
    what: "Máy quét đang bận việc khác.",
    safe: saved,
    next: "Chờ máy quét rảnh hoặc đóng phần mềm quét khác rồi bấm “Quét tiếp”.",
  },
  "scanner-gone": {
    what: "Không liên lạc được với máy quét.",
    safe: saved,
    next: "Kiểm tra nguồn điện, dây nối hoặc mạng, đặt lại các tờ chưa lưu rồi bấm “Quét tiếp”.",
  },
  "scanner-io": {
    what: "Máy quét báo lỗi khi đang quét.",
    safe: saved,
    next: "Tắt rồi bật lại máy quét, đặt lại các tờ chưa lưu rồi bấm “Quét tiếp”.",
  },
  "scanner-refused": {
    what: "Máy quét không cho phép máy này sử dụng.",
    safe: saved,
    next: "Nhờ người quản trị cấp quyền dùng máy quét cho máy này.",
  },
  "scanner-settings": {
    what: "Máy quét không nhận thông số đã chọn.",
    safe: saved,
    next: "Chọn độ phân giải, màu hoặc khổ giấy khác rồi quét lại.",
  },
  "scan-locked": {
    what: "Thông số quét đã bị người quản trị khóa.",
    safe: saved,
    next: "Dùng thông số đã đặt, hoặc nhờ cán bộ kiểm tra của trung tâm mở khóa.",
  },
  "scan-below-profile": {
    what: "Thông số quét thấp hơn quy định của loại tài liệu này.",
    safe: saved,
    next: "Tăng độ phân giải hoặc chọn màu rồi quét.",
  },
  "scan-running": {
    what: "Thiết bị này đang được dùng để lấy trang.",
    safe: saved,
    next: "Bấm “Dừng” ở lượt đang chạy trước khi bắt đầu lượt mới.",
  },
  "folder-missing": {
    what: "Không thấy thư mục này.",
    safe: "Các tệp đã nhận từ thư mục đều nằm an toàn trên máy này.",
    next: "Kiểm tra đường dẫn, ổ đĩa hoặc mạng rồi thử lại.",
  },
} satisfies Record<string, FaultWords>;
