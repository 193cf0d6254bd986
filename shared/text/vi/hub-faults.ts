const here = "Mọi thứ vẫn lưu an toàn trên máy này.";
const notPaired = "Chưa có gì được gửi hay nhận; mọi dữ liệu trên máy vẫn nguyên vẹn.";

export const hubFaults = {
  "hub-unreachable": {
    what: "Không thấy máy trung tâm trên mạng nội bộ.",
    safe: here,
    next: "Kiểm tra máy trung tâm đang mở Mục Lục và hai máy cùng cắm một mạng. Máy này tự gửi tiếp khi thấy lại.",
  },
  "hub-refused": {
    what: "Máy trung tâm không còn nhận máy này: đã bị ngắt ghép, hoặc đơn vị hai máy không còn khớp.",
    safe: here,
    next: "Xin mã mới ở máy trung tâm và ghép lại, hoặc chọn gửi thẳng lên tỉnh.",
  },
  "hub-stranger": {
    what: "Máy trả lời không phải máy trung tâm đã ghép: khóa của nó khác.",
    safe: "Không có gì được gửi cho máy đó.",
    next: "Hỏi người phụ trách máy trung tâm. Nếu máy đã cài lại thì ghép lại bằng mã mới.",
  },
  "hub-failed": {
    what: "Máy trung tâm trả lời không đúng hoặc đang gặp trục trặc.",
    safe: here,
    next: "Xem máy trung tâm có báo lỗi hay đầy ổ đĩa không. Máy này tự thử lại.",
  },
  "hub-code-wrong": {
    what: "Mã ghép không đúng.",
    safe: notPaired,
    next: "Đọc lại mã trên máy trung tâm: tám ký tự, không phân biệt chữ hoa. Sai năm lần thì mã bị khóa.",
  },
  "hub-code-locked": {
    what: "Mã ghép đã bị khóa vì nhập sai quá nhiều lần.",
    safe: notPaired,
    next: "Bấm «Tạo mã ghép» trên máy trung tâm để lấy mã mới.",
  },
  "hub-code-none": {
    what: "Máy trung tâm chưa có mã ghép, hoặc mã đã dùng hay hết hạn.",
    safe: notPaired,
    next: "Bấm «Tạo mã ghép» trên máy trung tâm rồi nhập mã mới trong mười phút.",
  },
  "hub-other-unit": {
    what: "Đơn vị hoặc vai trò của máy này không thuộc phạm vi của máy trung tâm.",
    safe: notPaired,
    next: "Kiểm tra đơn vị trong Cài đặt của cả hai máy.",
  },
  "hub-address": {
    what: "Địa chỉ máy trung tâm không đúng dạng.",
    safe: notPaired,
    next: "Nhập như máy trung tâm hiện, ví dụ 192.168.1.10:47420.",
  },
  "hub-port": {
    what: "Máy này không mở được cổng để các máy khác kết nối.",
    safe: here,
    next: "Nếu Windows hỏi, chọn cho phép Mục Lục trên mạng riêng; rồi tắt và bật lại máy trung tâm.",
  },
  "hub-itself": {
    what: "Đây chính là máy này, hoặc một bản sao dữ liệu của nó.",
    safe: notPaired,
    next: "Nhập địa chỉ của máy trung tâm, không phải của máy này.",
  },
};
