import type { FaultCode } from "#shared/contract/fault.ts";
import { hubFaults } from "./hub-faults.ts";
import { keepingFaults } from "./keeping-faults.ts";
import { placeFaults } from "./package-carrying.ts";
import { parcelFaults } from "./parcel-faults.ts";
import { peopleFaults } from "./people-faults.ts";
import { scanFaults } from "./scan-faults.ts";

/** What happened, what is safe, what to do next. */
export type FaultWords = { what: string; safe: string; next: string };

const kept = "Dữ liệu đã lưu không bị ảnh hưởng.";
const original = "Tệp gốc trên máy của bạn vẫn nguyên vẹn.";
const sendLater = "Mọi thứ đã lưu trên máy này và sẽ được gửi sau.";

export const faults: Record<FaultCode, FaultWords> = {
  "bad-call": {
    what: "Yêu cầu gửi tới phần lưu trữ không đúng dạng.",
    safe: kept,
    next: "Hãy thử lại. Nếu lặp lại, khởi động lại ứng dụng và báo bộ phận hỗ trợ.",
  },
  internal: {
    what: "Ứng dụng gặp lỗi ngoài dự kiến.",
    safe: kept,
    next: "Hãy thử lại. Nếu lặp lại, khởi động lại ứng dụng và báo bộ phận hỗ trợ.",
  },
  "not-entered": {
    what: "Cửa sổ này không còn được vào ứng dụng.",
    safe: kept,
    next: "Đóng cửa sổ này và mở lại Mục Lục. Mỗi địa chỉ mở ứng dụng chỉ dùng được một lần.",
  },
  "not-set-up": {
    what: "Máy này chưa khai báo người dùng và đơn vị.",
    safe: kept,
    next: "Mở phần Cài đặt để khai báo.",
  },
  "not-found": {
    what: "Không tìm thấy nội dung được yêu cầu.",
    safe: kept,
    next: "Mở lại danh sách và chọn lại.",
  },
  "package-unsound": {
    what: "Gói vừa lập không qua được bước kiểm tra lại nên không được xuất.",
    safe: kept,
    next: "Thử lại; nếu lặp lại, gửi gói chẩn đoán cho bộ phận hỗ trợ.",
  },
  "disk-full": {
    what: "Ổ đĩa đã đầy, chưa lưu được thay đổi vừa rồi.",
    safe: "Mọi thứ lưu trước đó vẫn nguyên vẹn.",
    next: "Giải phóng dung lượng ổ đĩa rồi thử lại.",
  },
  "disk-low": {
    what: "Ổ đĩa sắp đầy: đã tạm dừng nhận thêm bản quét và tệp.",
    safe: "Mọi thứ đã nhận đều đã lưu. Vẫn nhập và sửa mục lục được: chỗ còn lại được giữ cho việc đó.",
    next: "Giải phóng dung lượng ổ đĩa rồi làm tiếp; xem chỗ trống ở «Sức khỏe dữ liệu».",
  },
  "too-large": {
    what: "Nội dung lớn hơn giới hạn cho phép.",
    safe: original,
    next: "Chia nhỏ rồi nhập lại.",
  },
  "not-your-scope": {
    what: "Nội dung này thuộc đơn vị khác.",
    safe: kept,
    next: "Liên hệ đơn vị quản lý nội dung đó.",
  },
  "not-your-role": {
    what: "Vai trò của bạn không làm được việc này.",
    safe: kept,
    next: "Nhờ người có vai trò phù hợp; xem «Ai được làm gì» trong Cài đặt.",
  },
  "object-missing": {
    what: "Không thấy dữ liệu ảnh hoặc PDF trên máy này.",
    safe: "Thông tin mô tả vẫn còn.",
    next: "Chờ đồng bộ hoặc nhập lại bản quét.",
  },
  "workbook-unreadable": {
    what: "Không đọc được bảng tính này.",
    safe: original,
    next: "Mở bằng Excel, lưu lại dạng .xlsx (hoặc .xls) rồi nhập lại.",
  },
  "workbook-encrypted": {
    what: "Bảng tính đang đặt mật khẩu.",
    safe: original,
    next: "Bỏ mật khẩu trong Excel, lưu lại rồi nhập lại.",
  },
  "workbook-empty": {
    what: "Bảng tính không có dòng dữ liệu nào.",
    safe: original,
    next: "Kiểm tra đã chọn đúng tệp chưa.",
  },
  "workbook-too-large": {
    what: "Bảng tính quá lớn.",
    safe: original,
    next: "Chia thành nhiều tệp nhỏ hơn rồi nhập lần lượt.",
  },
  "workbook-no-headings": {
    what: "Không nhận ra dòng tiêu đề cột của bảng tính.",
    safe: original,
    next: "Dùng mẫu Mục lục hồ sơ, Mục lục văn bản hoặc bảng 46 cột.",
  },
  "workbook-forgotten": {
    what: "Kết quả kiểm tra bảng tính không còn nữa.",
    safe: "Chưa có gì được ghi.",
    next: "Chọn lại bảng tính để kiểm tra lại.",
  },
  "workbook-not-confirmed": {
    what: "Bảng tính có chữ dùng phông mã cũ (TCVN3, VNI) mà chưa được xác nhận.",
    safe: "Chưa có gì được ghi.",
    next: "Xem phần «Chữ phông cũ» rồi đánh dấu đồng ý chuyển, hoặc chọn giữ nguyên.",
  },
  counting: {
    what: "Máy còn đang đếm lại hồ sơ, chưa có số liệu đầy đủ.",
    safe: kept,
    next: "Chờ một lát rồi thử lại.",
  },
  "form-empty": {
    what: "Không có hồ sơ, văn bản hay hộp nào trong phạm vi đã chọn.",
    safe: kept,
    next: "Chọn lại loại biểu mẫu, thời hạn bảo quản, mục lục hoặc khoảng hộp rồi tạo lại.",
  },
  "media-not-known": {
    what: "Tệp không phải ảnh JPEG, PNG, TIFF hay PDF.",
    safe: original,
    next: "Chuyển sang một trong các định dạng đó rồi nhập lại.",
  },
  "media-foreign": {
    what: "Ảnh HEIC hoặc AVIF của điện thoại, hay JPEG 2000: ứng dụng không đọc được loại này.",
    safe: original,
    next: "Xuất ảnh thành JPEG hoặc TIFF rồi nhập lại; trên iPhone, chọn định dạng máy ảnh «Tương thích nhất» trước khi chụp.",
  },
  "media-corrupt": {
    what: "Tệp bị hỏng, không đọc được.",
    safe: original,
    next: "Quét lại trang này.",
  },
  "media-truncated": {
    what: "Tệp bị cụt, thiếu phần cuối.",
    safe: original,
    next: "Chép lại từ máy quét hoặc quét lại trang này.",
  },
  "media-empty": { what: "Tệp rỗng.", safe: original, next: "Chép lại từ máy quét hoặc quét lại." },
  "media-encrypted": {
    what: "Tệp PDF đang đặt mật khẩu.",
    safe: original,
    next: "Bỏ mật khẩu rồi nhập lại.",
  },
  "media-too-large": {
    what: "Ảnh quá lớn (trên 120 triệu điểm ảnh), hoặc dữ liệu nén trong tệp bung ra quá lớn.",
    safe: original,
    next: "Quét lại ở độ phân giải thấp hơn.",
  },
  "media-too-many-pages": {
    what: "Tệp có quá nhiều trang.",
    safe: original,
    next: "Tách thành nhiều tệp nhỏ hơn rồi nhập lại.",
  },
  ...scanFaults,
  ...keepingFaults,
  ...peopleFaults,
  ...parcelFaults,
  ...placeFaults,
  ...hubFaults,
  "media-too-slow": {
    what: "Tệp quá nặng hoặc bị hỏng: đọc quá lâu nên đã dừng lại.",
    safe: original,
    next: "Quét lại, hoặc tách thành nhiều tệp nhỏ hơn rồi nhập lại.",
  },
  "province-unreachable": {
    what: "Chưa kết nối được máy chủ của tỉnh.",
    safe: sendLater,
    next: "Cứ tiếp tục làm việc; ứng dụng tự thử lại khi có mạng.",
  },
  "province-refused-credentials": {
    what: "Máy chủ của tỉnh không nhận máy này.",
    safe: sendLater,
    next: "Xin tỉnh cấp lại mã kết nối rồi nhập trong Cài đặt.",
  },
  "province-stranger": {
    what: "Máy chủ trả lời ở địa chỉ của tỉnh không giữ khóa của tỉnh.",
    safe: "Chưa có gì được gửi đi. " + sendLater,
    next: "Kiểm tra địa chỉ trong Cài đặt và gọi điện hỏi tỉnh; có thể mạng này chuyển hướng, hoặc tỉnh đã đổi máy chủ và cần cấp tệp ghi danh mới.",
  },
  "enrolment-refused": {
    what: "Tỉnh không nhận tệp ghi danh này: đã dùng cho máy khác, hết hạn hoặc không còn hiệu lực.",
    safe: "Máy này vẫn như cũ, chưa có gì thay đổi.",
    next: "Xin tỉnh cấp tệp ghi danh mới cho máy này.",
  },
  "province-too-large": {
    what: "Máy chủ của tỉnh từ chối vì tệp quá lớn.",
    safe: "Tệp vẫn ở trên máy này.",
    next: "Báo tỉnh nâng giới hạn hoặc chuyển bằng USB.",
  },
  "province-failed": {
    what: "Máy chủ của tỉnh đang gặp lỗi.",
    safe: sendLater,
    next: "Cứ tiếp tục làm việc; ứng dụng tự thử lại.",
  },
  "province-older": {
    what: "Máy chủ của tỉnh còn chạy bản cũ, chưa nhận một loại dữ liệu mới.",
    safe: "Dữ liệu loại đó đã lưu trên máy này và chờ; mọi dữ liệu khác vẫn gửi và nhận như thường.",
    next: "Cứ tiếp tục làm việc. Báo tỉnh nâng cấp máy chủ; phần chờ tự gửi sau đó.",
  },
  "hub-older": {
    what: "Máy trung tâm còn chạy bản cũ, chưa nhận một loại dữ liệu mới.",
    safe: "Dữ liệu loại đó đã lưu trên máy này và chờ; mọi dữ liệu khác vẫn gửi và nhận như thường.",
    next: "Cứ tiếp tục làm việc. Nâng cấp ứng dụng trên máy trung tâm; phần chờ tự gửi sau đó.",
  },
  "province-garbled": {
    what: "Máy chủ của tỉnh trả lời không đúng dạng.",
    safe: sendLater,
    next: "Kiểm tra địa chỉ của tỉnh trong Cài đặt; có thể mạng yêu cầu đăng nhập.",
  },
};
