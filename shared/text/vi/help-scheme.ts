import type { HelpPage } from "#shared/text/help-page.ts";

export const schemePage: HelpPage = {
  title: "Phương án phân loại",
  summary: "Chia hồ sơ của phông thành nhóm, nhóm con theo cơ cấu tổ chức, mặt hoạt động hoặc thời gian.",
  steps: [
    "Mở phông, chọn “Khác”, rồi “Phương án phân loại”.",
    "Bắt đầu từ mẫu, chép phương án của phông khác hoặc nhập từ Excel. Bản xem trước ghi rõ sẽ thêm nhóm nào; chưa ghi gì cho đến khi bạn đồng ý.",
    "Thêm nhóm cùng cấp bằng Ctrl+Enter, nhóm con bằng Shift+Enter; Enter để sửa ký hiệu, tên nhóm.",
    "Chuyển nhóm bằng Alt+mũi tên: lên, xuống, vào nhóm trên, ra ngoài; hoặc kéo bằng chuột.",
    "Trong lưới hồ sơ, chọn cột “Nhóm” để đưa hồ sơ vào nhóm; nhiều hồ sơ cùng lúc thì chọn dòng rồi Ctrl+B.",
  ],
  notes: [
    "Cột nhóm trong bảng Excel nhập vào cũng đưa hồ sơ vào nhóm; nhóm không có được báo ở đúng dòng và ô.",
    "Cây bên trái lưới có thể xem theo nhóm: bấm một nhóm để chỉ xem hồ sơ của nhóm đó và các nhóm con.",
    "Ký hiệu không tự đổi khi chuyển nhóm; dùng “Đánh lại ký hiệu cùng cấp” và xem trước.",
    "Rút một nhóm không rút hồ sơ: hồ sơ trở thành “chưa vào nhóm nào”. Mọi việc đều hoàn tác được bằng Ctrl+Z.",
  ],
  picture: "Cây nhóm của một phông",
};
