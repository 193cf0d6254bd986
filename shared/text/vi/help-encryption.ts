import type { HelpPage } from "#shared/text/help-page.ts";

export const encryptionPage: HelpPage = {
  title: "Mã hóa dữ liệu trên máy",
  summary: "Máy bị mất hay ổ đĩa bị tháo ra thì người khác không đọc được nhật ký, bản quét.",
  steps: [
    "Mở “Cài đặt”, “Sức khỏe dữ liệu”, phần “Mã hóa”, bấm “Mã hóa dữ liệu trên máy này…”.",
    "Đặt câu mật khẩu ít nhất 10 ký tự, ví dụ bốn từ không liên quan; nhập lại lần nữa.",
    "Chờ ứng dụng mã hóa nhật ký rồi tự mở lại. Bản quét đã có được mã hóa dần khi máy rảnh.",
    "Máy không có nơi giữ khóa của hệ điều hành thì mỗi lần mở ứng dụng nhập câu mật khẩu.",
  ],
  notes: [
    "Tắt máy giữa chừng không mất gì: lần mở sau làm tiếp.",
    "Quên câu mật khẩu: máy đã ghi danh thì tỉnh mở được bằng tệp recovery.sealed; máy chưa ghi danh thì không ai mở được. Nên ghi danh trước khi bật.",
    "Bản sao lưu theo câu mật khẩu riêng của chỗ sao lưu, đọc được trên máy khác. Chỗ sao lưu không đặt câu mật khẩu thì không được mã hóa.",
    "Cài đặt và phần màn hình giữ sẵn để hiện nhanh không được ứng dụng mã hóa: nên bật cả BitLocker.",
  ],
  picture: "",
};
