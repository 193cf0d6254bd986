import type { Role } from "#shared/archive/role.ts";

const roleHints: Record<Role, string> = {
  "commune-preparer": "Lập mục lục hồ sơ của xã, gom thành đợt và giao trung tâm.",
  sorter: "Chỉnh lý, sắp xếp, lập mục lục và chuẩn bị hồ sơ trước khi quét.",
  "capture-operator": "Quét hoặc nhập bản quét, xử lý trang lỗi tại trung tâm huyện.",
  checker: "Kiểm tra ảnh và văn bản, chuyển lại khâu trước khi có lỗi.",
  approver: "Nghiệm thu hoặc trả lại đợt mà người khác lập và quét.",
  "district-checker": "Nhận đợt của các xã, kiểm tra, nghiệm thu hoặc trả lại, báo cáo tỉnh.",
  "province-officer": "Theo dõi các huyện, xem đợt đã nhận và tra cứu tài liệu toàn tỉnh.",
  administrator: "Cài đặt máy, sao lưu, kết nối; không nhập và không nghiệm thu tài liệu.",
};

export const welcome = {
  title: "Chào mừng đến với Mục Lục",
  subtitle:
    "Lập mục lục, số hóa và giao nộp tài liệu lưu trữ, cả khi không có mạng. Trả lời ba câu hỏi để bắt đầu.",
  name: "Họ và tên của bạn",
  nameHint: "Tên này được ghi cùng mọi thay đổi bạn thực hiện.",
  nameMissing: "Hãy nhập họ và tên.",
  nameTooLong: "Họ và tên dài quá 200 ký tự.",
  role: "Vai trò của bạn",
  roleMissing: "Hãy chọn một vai trò.",
  roleHints,
  unit: "Đơn vị của bạn",
  unitHints: {
    commune: "Chọn xã, phường hoặc thị trấn.",
    district: "Chọn huyện, thị xã hoặc thành phố.",
    province: "Chọn tỉnh.",
  },
  unitAfterRole: "Chọn vai trò trước, rồi chọn đơn vị.",
  unitPlaceholder: "Gõ tên để tìm, không cần dấu",
  unitMissing: "Hãy chọn đơn vị.",
  unitNotFound: "Không có đơn vị nào như vậy",
  start: "Bắt đầu làm việc",
  sample: "Thử với dữ liệu mẫu",
  sampleHint: "Chưa có tài liệu? Đi hết hành trình với một mục lục và vài bản quét mẫu.",
  problemsTitle: "Còn thiếu vài điều",
  unitDate: "Tên đơn vị theo danh mục tháng 5/2025.",
};
