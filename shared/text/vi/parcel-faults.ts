const untouched = "Chưa có gì được lấy từ tệp này; mọi dữ liệu trên máy vẫn nguyên vẹn.";

export const parcelFaults = {
  "parcel-not-enrolled": {
    what: "Máy này chưa nạp tệp ghi danh nên chưa có khóa của tỉnh để niêm phong gói.",
    safe: "Mọi thứ vẫn ở trên máy này.",
    next: "Vào Cài đặt, «Nạp tệp ghi danh» do tỉnh cấp rồi thử lại.",
  },
  "parcel-not-ours": {
    what: "Tệp này không dành cho máy này, hoặc không do tỉnh của máy này lập, hoặc trả lời một gói khác.",
    safe: untouched,
    next: "Kiểm tra đã chọn đúng tệp xác nhận của gói do máy này gửi.",
  },
  "parcel-not-known": {
    what: "Tệp này không phải gói dữ liệu hay xác nhận của Mục Lục.",
    safe: untouched,
    next: "Chọn tệp có đuôi .receipt mà tỉnh trả về.",
  },
  "parcel-damaged": {
    what: "Tệp bị hỏng hoặc thiếu phần cuối: có thể USB được rút ra quá sớm.",
    safe: untouched,
    next: "Chép lại tệp từ nơi gửi rồi đọc lại.",
  },
};
