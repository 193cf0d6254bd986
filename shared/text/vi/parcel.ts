/** Sending by USB stick. */
export const parcel = {
  title: "Gửi bằng USB",
  hint: "Khi không có mạng: mọi thứ tỉnh chưa nhận được ghi vào một tệp đã ký và mã hóa cho tỉnh. Dữ liệu chỉ tính là đã gửi khi đọc tệp xác nhận của tỉnh.",
  notEnrolled: "Máy này chưa nạp tệp ghi danh nên chưa có khóa của tỉnh để niêm phong gói.",
  waits: "Đang chờ gửi",
  contents: (records: string, objects: string, bytes: string) =>
    `${records} bản ghi, ${objects} tệp (${bytes})`,
  folder: "Thư mục trên USB",
  folderHint: "Ví dụ: E:\\ hoặc /media/usb",
  folderMissing: "Hãy nhập thư mục trên USB.",
  nothing: "Không có gì chờ gửi.",
  write: "Ghi gói",
  writing: (written: string, total: string) => `Đang ghi ${written} / ${total}, rồi đọc lại để kiểm tra…`,
  busy: "Đang ghi gói, xin chờ.",
  written: (path: string) => `Đã ghi và đọc lại đúng: ${path}. Nhãn để in nằm cạnh gói.`,
  receipt: "Kéo tệp xác nhận (.receipt) của tỉnh vào đây, hoặc bấm để chọn",
  read: (sequence: string) => `Đã đọc xác nhận của gói số ${sequence}.`,
  list: "Các gói đã ghi",
  none: "Chưa ghi gói nào.",
  columns: { sequence: "Gói số", at: "Lập lúc", contents: "Nội dung", state: "Tình trạng" },
  waiting: "Chờ xác nhận của tỉnh",
  answered: (accepted: string, merged: string, refused: string, confirmed: string) =>
    `Tỉnh nhận ${accepted}, gộp ${merged}, từ chối ${refused} bản ghi; ký nhận ${confirmed} tệp`,
};
