/** The objects and databases of a machine at rest, and what of its data is not sealed. */
export const sealing = {
  title: "Mã hóa",
  hint: "Máy bị mất hay ổ đĩa bị tháo ra thì người khác đọc được gì.",
  off: "Dữ liệu trên máy này chưa được mã hóa.",
  offMore:
    "Ai lấy được ổ đĩa đều mở xem được. Bật mã hóa thì nhật ký, chỉ mục, bản quét và tệp đều được mã hóa; tên, mã băm và xác nhận của tỉnh không đổi. Tệp đã có được mã hóa dần khi máy rảnh.",
  turnOn: "Mã hóa dữ liệu trên máy này…",
  turnOnTitle: "Mã hóa dữ liệu trên máy này",
  turnOnButton: "Bật mã hóa",
  turnOnSystem:
    "Hệ điều hành giữ khóa cho người dùng này, nên bình thường không phải nhập câu mật khẩu. Cần câu này khi chuyển sang máy hay người dùng khác.",
  turnOnAsked: "Máy này không có nơi giữ khóa của hệ điều hành: mỗi lần mở ứng dụng phải nhập câu mật khẩu.",
  turnOnRecover:
    "Máy đã ghi danh mà quên câu này thì tỉnh mở lại được. Máy chưa ghi danh thì không ai mở lại được; chỉ còn bản sao lưu và những gì đã gửi tỉnh.",
  turnOnLasting: "Đã bật thì không tắt được trên máy này.",
  turnOnReopens:
    "Ứng dụng đóng dữ liệu một lúc để mã hóa nhật ký rồi tự mở lại; máy có nhiều bản ghi có thể mất vài phút. Tắt máy giữa chừng không mất gì.",
  reopening: "Đang mã hóa nhật ký và chỉ mục. Màn hình tự mở lại khi xong; đừng đóng ứng dụng.",
  encrypted: (done: string, total: string) => `Đã mã hóa ${done} trong ${total}.`,
  passphrase: "Câu mật khẩu",
  passphraseHint: "Ít nhất 10 ký tự, ví dụ bốn từ không liên quan đến nhau.",
  again: "Nhập lại câu mật khẩu",
  shortReason: "Câu mật khẩu cần ít nhất 10 ký tự.",
  differReason: "Hai câu mật khẩu không giống nhau.",
  emptyReason: "Nhập câu mật khẩu.",
  on: (sealed: string) => `Bản quét và tệp được mã hóa: ${sealed} tệp.`,
  onWaiting: (plain: string) =>
    `Còn ${plain} tệp cũ đang chờ mã hóa; tự chạy khi máy rảnh, dừng hay tắt máy thì lần sau làm tiếp.`,
  databases: {
    encrypted: "Nhật ký, chỉ mục tìm kiếm và các bảng kê của máy này cũng được mã hóa.",
    partly:
      "Còn phần nhật ký hoặc chỉ mục chưa mã hóa được (thường vì ổ đĩa gần đầy). Dữ liệu vẫn dùng bình thường; ứng dụng thử lại mỗi lần mở.",
    plain:
      "Nhật ký và chỉ mục chưa được mã hóa; ứng dụng thử lại mỗi lần mở. Nếu vẫn thế, máy này chưa mã hóa được phần đó: hãy mã hóa cả ổ đĩa.",
  },
  bySystem: "Hệ điều hành giữ khóa cho người dùng này; không phải nhập câu mật khẩu.",
  byPassphrase: "Mỗi lần mở ứng dụng phải nhập câu mật khẩu.",
  recoverable: (folder: string) =>
    `Quên câu mật khẩu: gửi tỉnh tệp recovery.sealed trong ${folder}. Tỉnh gửi lại tệp recovery.opened để chép vào đó và đọc cho một mã; nhập mã đó thay câu mật khẩu, rồi đặt câu mới.`,
  forgotten: (folder: string) =>
    `Quên câu mật khẩu: nếu máy đã ghi danh, gửi tỉnh tệp recovery.sealed trong ${folder}. Tỉnh gửi lại tệp recovery.opened để chép vào đó và đọc cho một mã; nhập mã đó thay câu mật khẩu.`,
  unrecoverable:
    "Mất câu mật khẩu thì không mở được: máy chưa ghi danh với tỉnh. Ghi danh xong, tỉnh mở lại được.",
  change: "Đổi câu mật khẩu…",
  changeTitle: "Đổi câu mật khẩu",
  changeButton: "Đổi",
  locked: "Bản quét và tệp đang khóa.",
  lockedMore:
    "Thông tin mô tả vẫn xem và ghi được. Xem ảnh, nhận bản quét, nhận dạng và gửi tệp chờ đến khi mở khóa.",
  passphraseOrCode: "Câu mật khẩu, hoặc mã của tỉnh",
  open: "Mở khóa",
  opening: "Đang mở dữ liệu…",
  lockedDesk: "Mở khóa dữ liệu trên máy này",
  lockedDeskWhat:
    "Dữ liệu trên máy này được mã hóa, và máy không có nơi giữ khóa của hệ điều hành. Nhập câu mật khẩu để bắt đầu làm việc.",
  notSealed: "Phần không được ứng dụng mã hóa",
  notSealedText:
    "Thông tin mô tả mà màn hình giữ sẵn để hiện nhanh, cài đặt, bản quét đang chờ ở hàng đợi máy quét. Muốn che cả phần này phải mã hóa cả ổ đĩa.",
  disk: "Ổ đĩa chứa dữ liệu",
  disks: {
    encrypted: "Cả ổ đĩa đã được hệ điều hành mã hóa.",
    plain: "Ổ đĩa chưa được mã hóa. Nên bật BitLocker (Windows), LUKS (Linux) hoặc FileVault (macOS).",
    unknown: "Hệ điều hành không cho biết. Hỏi người quản trị máy xem BitLocker (hoặc LUKS) đã bật chưa.",
  },
};
