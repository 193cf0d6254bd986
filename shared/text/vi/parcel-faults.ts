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
    next: "Chọn gói (.mlgoi), hoặc tệp xác nhận (.receipt của tỉnh, .huyen của huyện).",
  },
  "parcel-damaged": {
    what: "Tệp bị hỏng hoặc thiếu phần cuối: có thể USB được rút ra quá sớm.",
    safe: untouched,
    next: "Chép lại tệp từ nơi gửi rồi đọc lại.",
  },
  "parcel-place-full": {
    what: "Nơi ghi không đủ chỗ cho gói, hoặc không nhận tệp lớn như vậy.",
    safe: "Mọi thứ vẫn lưu an toàn trên máy này; gói ghi dở (đuôi .partial) không dùng được.",
    next: "Cần thêm chỗ: xóa bớt tệp không dùng trên USB hoặc dùng USB khác rồi ghi lại. Gói đã ghi xong trước đó vẫn dùng được.",
  },
  "parcel-place-gone": {
    what: "Không còn thấy USB: có thể đã bị rút ra khi đang ghi.",
    safe: "Mọi thứ vẫn lưu an toàn trên máy này; gói ghi dở (đuôi .partial) không dùng được.",
    next: "Cắm lại USB rồi ghi lại. Gói đã ghi xong trước đó vẫn dùng được.",
  },
  "parcel-not-for-us": {
    what: "Gói này không niêm phong cho máy này nên không mở được ở đây.",
    safe: untouched,
    next: "Mang gói lên tỉnh, hoặc đưa thẻ máy này cho xã nạp rồi ghi gói lại.",
  },
  "parcel-stranger": {
    what: "Máy ký gói này chưa được tỉnh ghi danh, hoặc đã bị tỉnh thu hồi.",
    safe: untouched,
    next: "Nối mạng để cập nhật danh sách máy từ tỉnh rồi thử lại; nếu vẫn vậy, hỏi tỉnh về máy này.",
  },
  "parcel-outside": {
    what: "Gói này của đơn vị không thuộc phạm vi kiểm tra của máy này.",
    safe: untouched,
    next: "Chuyển gói tới trung tâm của đúng huyện, hoặc lên tỉnh.",
  },
  "card-not-known": {
    what: "Tệp này không phải thẻ máy do tỉnh của máy này ký.",
    safe: "Không có gì thay đổi trên máy này.",
    next: "Xin trung tâm huyện ghi lại thẻ máy, rồi nạp tệp mucluc-the-may-….json.",
  },
};
