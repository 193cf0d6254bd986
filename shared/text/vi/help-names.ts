import type { HelpPage } from "#shared/text/help-page.ts";

export const namesPage: HelpPage = {
  title: "Tên cơ quan, người ký",
  summary: "Gõ vài chữ không dấu để chọn tên có sẵn; tên mới được gửi tỉnh duyệt.",
  steps: [
    "Trong ô “Cơ quan ban hành” hoặc “Người ký”, gõ vài chữ; mũi tên xuống để chọn, Enter để lấy.",
    "Không có tên cần tìm thì gõ đủ tên: tên được giữ đúng như gõ và dùng ngay ở máy này.",
    "Tên mới có ghi “chờ tỉnh duyệt” cho đến khi tỉnh duyệt hoặc gộp vào tên đúng.",
    "Cán bộ tỉnh mở “Toàn tỉnh”, phần “Tên gọi chờ tỉnh duyệt”: bấm “Duyệt”, hoặc điền tên đúng rồi bấm “Gộp”.",
  ],
  notes: [
    "Tên đã dùng nhiều trong phông được gợi ý trước. Tên trong bảng Excel đã nhập và trong bản quét đã xác nhận cũng được gửi tỉnh duyệt.",
    "Khi tỉnh gộp tên, gõ tên cũ vẫn tìm thấy tên đúng; hồ sơ đã nhập không bị sửa.",
    "Chữ đang gõ không bao giờ tự đổi: chỉ khi bạn chọn trong danh sách thì tên mới thay.",
  ],
  picture: "",
};
