import type { PointRefusal } from "#shared/custody/point-list.ts";

const refusals: Record<PointRefusal, string> = {
  "name-missing": "Chưa có tên điểm quét.",
  "number-missing": "Máy quét phải có số, để phiếu và sổ ghi đúng máy nào.",
  "number-taken": "Đã có máy quét đang dùng mang số này. Đặt số khác.",
  "name-taken": "Đã có điểm đang dùng mang tên và số này. Đặt tên hoặc số khác.",
};

/** Words of the points of a center at which paper is scanned. */
export const points = {
  title: "Điểm quét tài liệu giấy",
  hint: "Những nơi trong trung tâm quét nhãn hộp, nhãn hồ sơ khi tài liệu đi qua. Loại của điểm cho biết việc gì vừa xảy ra; phiếu theo dõi hồ sơ và màn hình Đường đi tài liệu dùng các tên này.",
  none: "Chưa lập điểm nào. Vẫn ghi được đường đi bằng các chặng chung.",
  add: "Thêm điểm…",
  addTitle: "Thêm điểm quét",
  editTitle: (name: string) => `Sửa điểm “${name}”`,
  name: "Tên điểm",
  nameHint: "Ví dụ: Máy quét, Bàn tháo đóng, Kho tầng 2",
  number: "Số",
  numberHint: "Khi có nhiều điểm cùng loại. Máy quét phải có số.",
  kind: "Loại điểm (quét ở đây nghĩa là gì)",
  kindKept: "Những lần đã quét tại đây giữ nguyên tên và loại lúc ấy.",
  state: "Tình trạng",
  papers: "Đang ở đây",
  actions: "Thao tác",
  inUse: "Đang dùng",
  ended: (date: string, by: string, reason: string) => `Thôi dùng từ ${date}, ${by}: ${reason}`,
  edit: (name: string) => `Sửa ${name}`,
  end: (name: string) => `Thôi dùng ${name}`,
  resume: (name: string) => `Dùng lại ${name}`,
  label: (name: string) => `In nhãn ${name}`,
  editShort: "Sửa",
  endShort: "Thôi dùng…",
  resumeShort: "Dùng lại",
  labelShort: "In nhãn",
  endTitle: (name: string) => `Thôi dùng “${name}”`,
  endHint:
    "Điểm không bị xóa: những lần đã quét tại đây vẫn giữ tên. Ai quét nhãn cũ của điểm vẫn ghi được và được báo. Ghi lý do:",
  endReason: "Lý do",
  labels: "In nhãn các điểm đang dùng",
  labelsTitle: "Nhãn điểm quét",
  paper: "Giấy in",
  papersOf: { a4: "Giấy A4, 8 nhãn mỗi tờ", thermal: "Máy in nhãn, 99 × 67 mm" },
  make: "Lập bản in",
  saved: "Đã lưu điểm quét.",
  notYours: "Vai trò của bạn chỉ xem; người phân loại và cán bộ phòng Nội vụ lập các điểm này.",
  refusals,
};
