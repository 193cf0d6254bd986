import type { BatchRefusal, BatchState } from "#shared/archive/batch.ts";
import type { PriorityGroup, RetentionCode } from "#shared/archive/codes.ts";
import type { Role } from "#shared/archive/role.ts";

const roles: Record<Role, string> = {
  "commune-preparer": "Cán bộ lập mục lục cấp xã",
  sorter: "Cán bộ chỉnh lý, sắp xếp",
  "capture-operator": "Nhân viên quét tại trung tâm",
  checker: "Cán bộ kiểm tra chất lượng",
  approver: "Người nghiệm thu",
  "district-checker": "Phòng Nội vụ huyện (phụ trách)",
  "province-officer": "Cán bộ cấp tỉnh",
  administrator: "Quản trị hệ thống",
};

const batchStates: Record<BatchState, string> = {
  draft: "Đang lập",
  "handed-over": "Đã giao",
  received: "Đã nhận",
  preparing: "Đang chuẩn bị",
  capturing: "Đang số hóa",
  checking: "Đang kiểm tra",
  accepted: "Đã nghiệm thu",
  returned: "Trả lại",
  packed: "Đã đóng gói",
  sent: "Đã gửi tỉnh",
  acknowledged: "Tỉnh đã nhận đủ",
};

const batchRefusals: Record<BatchRefusal, string> = {
  "not-a-step": "Đợt tài liệu không thể chuyển sang bước này.",
  "not-your-role": "Vai trò của bạn không thực hiện bước này.",
  "step-left-out":
    "Danh sách khâu của trung tâm bỏ khâu này. Chuyển đợt sang khâu kế tiếp; danh sách xem ở Cài đặt.",
  "role-not-listed":
    "Danh sách khâu của trung tâm không giao khâu này cho vai trò của bạn. Nhờ người có vai trò được giao; danh sách xem ở Cài đặt.",
  "reason-missing": "Cần ghi lý do.",
  "batch-held":
    "Đợt đang được giữ lại, chưa chuyển bước được. Xem lý do ở trang của đợt; bỏ giữ rồi chuyển tiếp.",
  "files-held":
    "Trong đợt còn hồ sơ giữ lại. Bỏ giữ, hoặc cán bộ kiểm tra ghi lý do (ít nhất 10 ký tự) để chuyển đợt.",
  barrier:
    "Còn hồ sơ trong đợt chưa đến mốc chung (đếm nhận, quét, kiểm tra). Mở đợt để xem đúng chỗ vướng; cán bộ kiểm tra có thể ghi lý do để chuyển.",
  "fonds-behind":
    "Còn đợt cùng phông chưa theo kịp, mà danh sách khâu yêu cầu cả phông cùng chuyển. Mở đợt để xem đợt nào và đang ở đâu; cán bộ kiểm tra có thể ghi lý do để chuyển.",
  "own-work":
    "Người đã lập danh mục, giao hoặc quét hồ sơ trong đợt không được nghiệm thu đợt đó. Nhờ người khác nghiệm thu.",
  "rework-open":
    "Còn yêu cầu sửa chưa xác nhận xong. Mở “Yêu cầu sửa”; người kiểm tra xác nhận xong rồi mới nghiệm thu.",
  "seal-differs":
    "Nội dung đợt ở nơi nhận khác với nội dung đã nghiệm thu: có bản sửa mà máy nghiệm thu chưa thấy. Không mất gì, mọi bản sửa vẫn còn. Gửi và nhận xong, xem lại hồ sơ vừa sửa rồi nghiệm thu lại.",
  "seal-lacks":
    "Nơi nhận chưa có đủ nội dung đã nghiệm thu nên chưa đối chiếu được. Không mất gì trên máy này. Gửi hết bản ghi của đợt ở “Lưu và gửi” rồi nghiệm thu lại.",
  "receipts-missing": "Còn văn bản chưa có xác nhận của tỉnh. Mở “Lưu và gửi” để xem còn gì chưa gửi.",
  "moved-since": "Đợt đã được người khác chuyển bước sau đó, nên không hoàn tác được bước này.",
  "batch-empty": "Đợt chưa có hồ sơ nào.",
  "pages-unsettled":
    "Còn trang bị loại hoặc phạm quy định. Sửa ở “Chất lượng ảnh”, hoặc cán bộ kiểm tra ghi lý do (ít nhất 10 ký tự).",
};

const retention: Record<RetentionCode, string> = {
  "": "Chưa xác định",
  "01": "Vĩnh viễn",
  "02": "70 năm",
  "03": "50 năm",
  "04": "30 năm",
  "05": "20 năm",
  "06": "10 năm",
  "07": "Khác",
};

const priorities: Record<PriorityGroup, string> = {
  "": "Chưa phân nhóm",
  decision: "Quyết định",
  plan: "Kế hoạch dài hạn, giai đoạn, năm",
  report: "Báo cáo năm, chuyên đề",
  "frequent-use": "Tài liệu thường xuyên sử dụng",
  other: "Khác",
};

export const common = {
  product: "Mục Lục",
  locale: "vi-VN",
  save: "Lưu",
  cancel: "Hủy",
  close: "Đóng",
  retry: "Thử lại",
  open: "Mở",
  back: "Quay lại",
  next: "Tiếp theo",
  loading: "Đang tải…",
  yes: "Có",
  no: "Không",
  roles,
  batchStates,
  batchRefusals,
  retention,
  priorities,
};
