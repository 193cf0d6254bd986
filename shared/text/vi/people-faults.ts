const kept = "Dữ liệu đã lưu không bị ảnh hưởng.";
const typed = "Những gì đang nhập dở vẫn được giữ.";

export const peopleFaults = {
  locked: {
    what: "Màn hình đang khóa.",
    safe: typed,
    next: "Chọn tên và nhập mã PIN để làm tiếp.",
  },
  "pin-wrong": {
    what: "Mã PIN không đúng.",
    safe: typed,
    next: "Kiểm tra đúng tên mình rồi nhập lại. Nếu quên, nhờ người quản lý máy đặt mã mới.",
  },
  "pin-wait": {
    what: "Đã nhập sai nhiều lần: phải chờ rồi mới nhập tiếp được.",
    safe: typed,
    next: "Chờ hết thời gian hiện dưới tên. Nếu quên mã, nhờ người quản lý máy đặt mã mới.",
  },
  "pin-missing": {
    what: "Người này chưa có mã PIN.",
    safe: kept,
    next: "Nhờ người quản lý máy đặt mã trong Cài đặt, mục «Người dùng chung máy».",
  },
  "pin-weak": {
    what: "Mã PIN phải có 6 chữ số và không dễ đoán.",
    safe: kept,
    next: "Đừng dùng dãy như 000000, 123456 hoặc 121212.",
  },
  "people-head": {
    what: "Chỉ người quản lý máy mới làm được việc này.",
    safe: kept,
    next: "Nhờ một người quản lý máy đăng nhập và làm giúp.",
  },
  "people-last-head": {
    what: "Máy phải còn ít nhất một người quản lý vào được.",
    safe: kept,
    next: "Đặt người khác làm quản lý máy trước.",
  },
  "people-outside": {
    what: "Vai trò hoặc đơn vị của người này nằm ngoài phạm vi của máy.",
    safe: kept,
    next: "Chọn vai trò và đơn vị mà tỉnh cho máy này làm việc.",
  },
  "people-same-name": {
    what: "Đã có người dùng mang tên này.",
    safe: kept,
    next: "Thêm tên đệm hoặc chức vụ để nhật ký phân biệt được hai người.",
  },
  "people-damaged": {
    what: "Danh sách người dùng của máy không đọc được, nên không ai được vào.",
    safe: kept,
    next: "Nhờ người quản trị máy chuyển tệp people.json trong thư mục dữ liệu sang nơi khác rồi mở lại ứng dụng và lập lại danh sách.",
  },
};
