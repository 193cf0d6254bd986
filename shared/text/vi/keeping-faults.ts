const untouched = "Dữ liệu đang có trên máy này không bị đụng đến.";

/** What can go wrong while data are checked, backed up and restored. */
export const keepingFaults = {
  "journal-damaged": {
    what: "Nhật ký trên máy này bị hỏng, không mở được.",
    safe: "Không có gì bị xóa hay ghi đè. Những gì đã sao lưu và đã gửi tỉnh vẫn nguyên vẹn.",
    next: "Mở «Sức khỏe dữ liệu» để phục hồi từ bản sao lưu hoặc sửa nhật ký. Đừng xóa gì trong thư mục dữ liệu.",
  },
  "journal-closed": {
    what: "Nhật ký trên máy này không khớp, nên tạm thời không ghi thêm.",
    safe: "Không có gì bị xóa. Dữ liệu đã có vẫn xem, tìm, xuất và gửi tỉnh được. Nội dung vừa nhập chưa được lưu.",
    next: "Mở «Sức khỏe dữ liệu», sửa nhật ký hoặc phục hồi từ bản sao lưu, rồi làm tiếp.",
  },
  "keeping-busy": {
    what: "Một việc kiểm tra hoặc sao lưu khác đang chạy.",
    safe: untouched,
    next: "Chờ việc đó xong, hoặc bấm Dừng rồi thử lại.",
  },
  "keeping-stopped": {
    what: "Đã dừng giữa chừng.",
    safe: `${untouched} Các bản sao lưu trước vẫn dùng được.`,
    next: "Chạy lại khi thuận tiện; phần đã chép không phải chép lại.",
  },
  "backup-missing": {
    what: "Không thấy ổ đĩa hoặc thư mục sao lưu.",
    safe: `${untouched} Chưa có gì được ghi vào chỗ khác thay thế.`,
    next: "Cắm đúng ổ đĩa đã dùng để sao lưu, hoặc kiểm tra đường dẫn, rồi thử lại.",
  },
  "backup-damaged": {
    what: "Bản sao lưu này bị hỏng, không đọc được.",
    safe: untouched,
    next: "Chọn bản sao lưu khác. Thay ổ đĩa sao lưu nếu lỗi lặp lại.",
  },
  "backup-inside": {
    what: "Thư mục này nằm trong chính thư mục dữ liệu của ứng dụng.",
    safe: untouched,
    next: "Chọn thư mục ở ổ đĩa khác, tốt nhất là ổ USB hoặc ổ mạng của đơn vị.",
  },
  "objects-locked": {
    what: "Bản quét và tệp trên máy này đã mã hóa và đang khóa.",
    safe: "Không có gì bị mất. Thông tin mô tả vẫn xem và ghi được.",
    next: "Mở «Sức khỏe dữ liệu», mục «Mã hóa», và nhập câu mật khẩu.",
  },
  "desk-locked": {
    what: "Dữ liệu trên máy này đã mã hóa và đang khóa.",
    safe: "Không có gì bị mất hay bị ghi đè.",
    next: "Nhập câu mật khẩu đã đặt khi bật mã hóa. Quên thì xin tỉnh mã mở, nếu máy đã ghi danh.",
  },
  "object-damaged": {
    what: "Tệp này bị hỏng hoặc bị cắt cụt trên ổ đĩa.",
    safe: "Phần hỏng không được dùng. Thông tin mô tả và các tệp khác vẫn nguyên vẹn.",
    next: "Mở «Sức khỏe dữ liệu» và bấm «Đọc lại tất cả»: tệp được lấy lại từ bản sao lưu hoặc từ tỉnh nếu có.",
  },
  "object-other-key": {
    what: "Tệp này được mã hóa bằng khóa của máy khác hoặc của lần đặt trước.",
    safe: "Không có gì bị sửa. Tệp vẫn nằm nguyên trên ổ đĩa.",
    next: "Mở «Sức khỏe dữ liệu» và bấm «Đọc lại tất cả»: tệp được lấy lại từ bản sao lưu hoặc từ tỉnh nếu có.",
  },
  "object-key-damaged": {
    what: "Tệp khóa của dữ liệu mã hóa trên máy này bị mất hoặc hỏng.",
    safe: "Dữ liệu đã mã hóa vẫn nguyên trên ổ đĩa, không có gì bị ghi đè.",
    next: "Gửi tỉnh tệp recovery.sealed trong thư mục khóa, chép tệp recovery.opened tỉnh gửi lại vào đó, rồi nhập mã của tỉnh.",
  },
  "passphrase-needed": {
    what: "Bản sao lưu này được niêm phong bằng câu mật khẩu.",
    safe: untouched,
    next: "Nhập câu mật khẩu đã đặt khi tạo chỗ sao lưu.",
  },
  "passphrase-wrong": {
    what: "Câu mật khẩu không đúng.",
    safe: untouched,
    next: "Kiểm tra bộ gõ và chữ hoa, rồi nhập lại. Nếu đã quên, tỉnh mở được bằng khóa phục hồi khi đã khai báo.",
  },
  "passphrase-short": {
    what: "Câu mật khẩu quá ngắn.",
    safe: untouched,
    next: "Dùng ít nhất 10 ký tự, ví dụ bốn từ không liên quan đến nhau.",
  },
};
