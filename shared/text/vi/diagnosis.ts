export const diagnosis = {
  title: "Gói chẩn đoán",
  hint: "Khi cần người hỗ trợ: một tệp .zip cho biết máy này đang thế nào. Không có tên người, tiêu đề hay nội dung tài liệu.",
  save: "Lưu gói chẩn đoán",
  ask: "Lưu gói chẩn đoán…",
  inside: "Trong gói chỉ có các tệp dưới đây. Mở từng tệp để xem đúng những gì sẽ được lưu.",
  without:
    "Không có: tên người, tiêu đề, nội dung tài liệu, bản quét, đường dẫn thư mục, mã kết nối, mật khẩu, mã PIN.",
  where:
    "Trình duyệt hoặc ứng dụng sẽ hỏi nơi lưu, hoặc để trong thư mục Tải xuống. Không có gì được gửi đi.",
  saved: (name: string) => `Đã đưa ra tệp ${name}. Hãy gửi tệp này cho người hỗ trợ.`,
  gathering: "Đang thu thập…",
  none: "Chưa ghi lỗi nào.",
  files: {
    "machine.json": "Phiên bản ứng dụng, hệ điều hành, bộ nhớ, chỗ trống trên ổ đĩa",
    "data.json": "Số bản ghi, kích thước và phiên bản các cơ sở dữ liệu, việc đang bị giữ",
    "keeping.json": "Nhật ký có nguyên vẹn không, kiểm tra tệp, sao lưu",
    "sync.json": "Đồng bộ: tình trạng và các lượt gần nhất",
    "settings.json": "Cài đặt, không kèm mã kết nối hay khóa",
    "errors.jsonl": "Các lỗi gần đây: giờ, mã lỗi, lệnh gọi",
  } as Record<string, string>,
};
