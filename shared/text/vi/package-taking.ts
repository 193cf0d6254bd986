import type { FoundPackage } from "#shared/contract/packages.ts";

const stands: Record<FoundPackage["stands"], string> = {
  unsound: "Gói có lỗi, không nhập. Hãy xin bên giao gói đúng.",
  secret: "Trong gói có tài liệu mật (chế độ sử dụng 03): không nhập, gói đã được xóa khỏi máy này.",
  outside: "Phông hoặc hồ sơ này thuộc đơn vị khác: không nhập ở máy này.",
  unclear:
    "Không rõ gói thuộc phông nào: gói không ghi mã phông, hoặc ở đây có nhiều phông cùng mã đó. Hãy sửa tên phông cho khớp rồi nhập lại.",
  new: "Hồ sơ chưa có ở đây: nhập toàn bộ.",
  known: "Hồ sơ đã có: chỉ thêm văn bản còn thiếu, không sửa gì đã có.",
  closed: "Hồ sơ đã giao nộp hoặc đã bỏ: không thêm văn bản nào.",
};

/** Reading packages back: what is in one, what of it is new here, and what was taken in. */
export const packageTaking = {
  open: "Nhập gói lưu trữ",
  title: "Nhập gói lưu trữ",
  subtitle:
    "Gói SIP_hoso, AIP_hoso (ZIP), ZIP chứa nhiều gói, hoặc ZIP của một cây thư mục CSDL_SOHOA, 7197/BKHCN kèm Metadata_Tong.xlsx. Mỗi gói được kiểm tra toàn bộ trước khi nhập.",
  drop: "Kéo gói ZIP vào đây, hoặc bấm để chọn",
  reading: (name: string) => `Đang kiểm tra ${name}…`,
  taking: (done: string) => `Đang nhập: ${done} văn bản`,
  take: (count: string) => `Nhập ${count} văn bản`,
  nothing: "Không có gì mới để nhập.",
  another: "Chọn gói khác",
  found: (count: string) => `Có ${count} gói`,
  took: (count: string) => `Đã nhập ${count} văn bản. Những gì đã có được giữ nguyên.`,
  tookNone: "Không nhập văn bản nào; mọi thứ trên máy được giữ nguyên.",
  stands,
  fonds: (code: string, name: string) => `Phông ${code} ${name}`,
  newFonds: "phông mới",
  counts: (fresh: string, same: string, differing: string) =>
    `${fresh} văn bản mới · ${same} đã có như trong gói · ${differing} khác với ở đây`,
  faults: (count: string) => `${count} điểm kiểm tra`,
  differing: "Khác với ở đây, giữ nguyên bản ở đây:",
  ofFile: (fields: string) => `Hồ sơ: ${fields}`,
  ofItem: (ordinal: string, fields: string) => `Văn bản số ${ordinal}: ${fields}`,
  fields: { data: "bản PDF/A", withdrawn: "ở đây đã bỏ" } as Record<string, string>,
  left: (fields: string) => `Không có chỗ ghi trong danh mục, chỉ còn trong gói: ${fields}.`,
};
