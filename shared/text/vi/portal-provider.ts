/** What goes wrong where somebody signs in by the province's own system of accounts, by its code. */
export const providerFaults = {
  "oidc-away":
    "Hệ thống tài khoản của tỉnh đang không trả lời nên chưa đăng nhập được bằng cách này. Không có gì bị mất. Đăng nhập bằng tên và mật khẩu, hoặc thử lại sau ít phút; nếu lâu chưa trở lại, báo cho quản trị.",
  "oidc-state":
    "Lần đăng nhập này không bắt đầu từ trình duyệt này, đã dùng rồi hoặc đã quá lâu, nên không được nhận. Chưa ai được đăng nhập. Bấm nút để bắt đầu lại; nếu không phải bạn bắt đầu, báo cho quản trị.",
  "oidc-expired":
    "Đã quá 10 phút kể từ khi bắt đầu nên lần đăng nhập này hết hạn. Chưa ai được đăng nhập. Hãy bắt đầu lại.",
  "oidc-denied":
    "Bạn đã hủy, hoặc hệ thống tài khoản của tỉnh không cho vào. Chưa ai được đăng nhập. Bấm nút để thử lại, hoặc đăng nhập bằng tên và mật khẩu.",
  "oidc-refused":
    "Hệ thống tài khoản của tỉnh báo lỗi nên chưa ai được đăng nhập. Không có gì bị mất. Thử lại; nếu vẫn lỗi, đăng nhập bằng tên và mật khẩu rồi báo cho quản trị.",
  "oidc-answer":
    "Không kiểm chứng được câu trả lời của hệ thống tài khoản nên không dùng. Chưa ai được đăng nhập. Bấm nút để bắt đầu lại; nếu vẫn vậy, đăng nhập bằng tên và mật khẩu rồi báo cho quản trị.",
  "oidc-unknown":
    "Tài khoản của tỉnh đúng, nhưng chưa được ghi cho ai trong cổng tra cứu. Chưa tạo tài khoản nào. Nhờ quản trị cổng tra cứu ghi tài khoản này cho bạn, hoặc đăng nhập bằng tên và mật khẩu.",
  "oidc-unverified":
    "Hệ thống tài khoản của tỉnh chưa xác nhận địa chỉ thư hoặc tên của tài khoản này, nên chưa biết bạn là ai trong cổng tra cứu. Chưa có gì thay đổi. Xác nhận địa chỉ thư ở hệ thống đó, hoặc đăng nhập bằng tên và mật khẩu.",
  "oidc-closed":
    "Người dùng này của cổng tra cứu đang bị khóa nên không đăng nhập được. Nhật ký và các yêu cầu vẫn được giữ. Liên hệ quản trị cổng tra cứu.",
  "oidc-other":
    "Địa chỉ này đã gắn với một tài khoản khác ở hệ thống của tỉnh, nên chưa đăng nhập được. Chưa có gì thay đổi. Nếu tài khoản của bạn vừa được lập lại, nhờ quản trị cổng tra cứu gỡ liên kết cũ.",
  "identity-taken": "Tài khoản này đã ghi cho người khác trong cổng tra cứu. Chưa sửa gì; kiểm tra lại.",
  "identity-none": "Người này không còn gắn với tài khoản nào. Đã tải lại danh sách.",
  "own-identity": "Không thể tự ghi hoặc gỡ tài khoản của mình. Nhờ một quản trị khác. Chưa sửa gì.",
};

/** Words of signing in by the province's own system of accounts (OpenID Connect). */
export const portalProvider = {
  button: "Đăng nhập bằng tài khoản của tỉnh",
  or: "hoặc",
  asked:
    "Hệ thống tài khoản của tỉnh đã nhận ra bạn. Nhập thêm mã sáu số trên điện thoại, hoặc một mã dự phòng.",
  confirm: "Tiếp tục",
  back: "Đăng nhập cách khác",
  title: "Đăng nhập bằng tài khoản của tỉnh",
  hint: "Chỉ người đã có trong danh sách trên và được ghi tài khoản ở đây mới vào được bằng cách này. Lần đăng nhập đầu tiên gắn người đó với đúng tài khoản ấy.",
  noted: "Tài khoản ở hệ thống của tỉnh",
  notedHint:
    "Địa chỉ thư hoặc tên tài khoản, đúng như ở hệ thống đó, không dấu và không khoảng trắng. Để trống nếu người này không đăng nhập bằng cách đó nữa.",
  none: "Chưa ghi",
  waits: "Chưa đăng nhập lần nào",
  bound: (time: string) => `Đã gắn lúc ${time}`,
  note: "Ghi tài khoản",
  change: "Sửa tài khoản",
  unbind: "Gỡ liên kết",
  unbindHint: (name: string) =>
    `${name} bị đăng xuất nếu đang vào bằng tài khoản của tỉnh. Lần sau, tài khoản nào được hệ thống của tỉnh xác nhận đúng như đã ghi sẽ được gắn lại. Ghi lý do, ít nhất 5 ký tự; lý do được giữ trong nhật ký.`,
  changeHint: (name: string) =>
    `Liên kết cũ của ${name}, nếu có, được gỡ; tên đăng nhập và mật khẩu vẫn dùng được.`,
  reason: "Lý do",
  reasonHint: "Ít nhất 5 ký tự; được giữ trong nhật ký.",
  save: "Lưu",
  cancel: "Thôi",
  of: (action: string, name: string) => `${action}: ${name}`,
};
