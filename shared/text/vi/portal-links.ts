import type { LinkState } from "#shared/portal/share-link.ts";

const states: Record<LinkState, string> = {
  valid: "Đang dùng được",
  closed: "Không mở được nữa",
  "used-up": "Hết lượt mở",
  expired: "Hết hạn",
  withdrawn: "Đã thu hồi",
};

/** Words of links by which one document is read without an account (liên kết chia sẻ): made, listed, and opened. */
export const portalLinks = {
  title: "Liên kết chia sẻ",
  own: "Liên kết bạn đã tạo để người không có tài khoản đọc một văn bản. Mỗi lần tạo, mở và thu hồi đều được ghi vào nhật ký.",
  all: "Liên kết tới văn bản trong phạm vi của bạn, ai tạo cho ai, đã mở mấy lần. Quản trị thu hồi được mọi liên kết này.",
  none: "Chưa có liên kết nào",
  noneOwn: "Mở một văn bản rồi bấm Chia sẻ bằng liên kết.",
  noneAll: "Lưu trữ viên tạo liên kết từ trang của văn bản.",
  watermark: (name: string, moment: string) => `BẢN ĐỌC · ${name} · ${moment}`,
  states,
  closedWhy:
    "Văn bản đã bị rút, hạn chế, đóng dấu mật hoặc chưa nghiệm thu lại; hoặc người tạo không còn quyền chia sẻ.",
  share: "Chia sẻ bằng liên kết",
  notShareable:
    "Chỉ chia sẻ được văn bản sử dụng rộng rãi, đã nghiệm thu và có bản PDF/A ở tỉnh. Văn bản khác: lập yêu cầu cấp bản sao.",
  dialog: {
    hint: "Người nhận đọc bản đọc của riêng văn bản này, không cần tài khoản: ảnh từng trang có tên người nhận và giờ xem, số giấy tờ cá nhân được che, không tải được bản gốc.",
    recipient: "Người nhận",
    recipientHint: "Họ tên và cơ quan; in chìm trên mọi trang.",
    reason: "Lý do chia sẻ",
    reasonHint: "Ít nhất 5 ký tự, ví dụ: theo công văn số …; được giữ trong nhật ký.",
    hours: "Có hiệu lực trong",
    spans: { 1: "1 giờ", 24: "1 ngày", 72: "3 ngày", 168: "7 ngày", 336: "14 ngày", 720: "30 ngày" },
    openings: "Số lượt mở",
    openingsHint: "Từ 1 đến 50. Một lượt mở xem được trong 30 phút.",
    make: "Tạo liên kết",
    cancel: "Thôi",
  },
  given: {
    title: "Liên kết đã tạo",
    hint: (name: string) =>
      `Chép và gửi riêng cho ${name}. Liên kết chỉ hiện một lần này; tỉnh không giữ lại nên không xem lại được. Ai có liên kết đều mở được.`,
    address: "Địa chỉ của liên kết",
    copy: "Chép liên kết",
    copied: "Đã chép",
    done: "Đã gửi",
  },
  list: {
    of: (name: string) => `Cho: ${name}`,
    by: (name: string) => `Người tạo: ${name}`,
    made: (time: string) => `Tạo lúc: ${time}`,
    until: (time: string) => `Hạn: ${time}`,
    openings: (opened: string, most: string) => `Đã mở ${opened}/${most} lượt`,
    last: (time: string) => `Mở lần cuối: ${time}`,
    never: "Chưa mở lần nào",
    reason: (reason: string) => `Lý do: ${reason}`,
    withdrawn: (time: string, by: string, reason: string) => `${by} thu hồi lúc ${time}. Lý do: ${reason}`,
    withdraw: "Thu hồi",
    withdrawOf: (name: string) => `Thu hồi liên kết của ${name}`,
    happens: (name: string) =>
      `${name} không mở được nữa, kể cả các trang đang mở. Không khôi phục được; cần thì tạo liên kết khác. Ghi lý do, ít nhất 5 ký tự; lý do được giữ trong nhật ký.`,
    confirm: "Thu hồi liên kết",
    why: "Lý do thu hồi",
    cancel: "Thôi",
  },
  shared: {
    title: "Văn bản được chia sẻ",
    archive: "Lưu trữ lịch sử tỉnh",
    by: "Người chia sẻ",
    recipient: "Người nhận",
    until: "Mở được đến",
    left: "Số lượt mở còn lại",
    open: "Mở văn bản",
    openHint:
      "Bấm mở là dùng một lượt, xem được trong 30 phút. Việc mở và từng trang đã xem được ghi lại. Trang nào cũng in chìm tên người nhận.",
    shutTitle: "Liên kết không mở được",
    shut: "Liên kết không đúng, hoặc không còn hiệu lực: hết hạn, hết lượt mở, bị thu hồi hay văn bản không còn được chia sẻ. Kiểm tra đã chép đủ cả địa chỉ chưa; nếu vẫn không mở được, hỏi người đã gửi để nhận liên kết khác.",
    slow: "Có quá nhiều lần thử từ địa chỉ này. Chưa mất lượt mở nào; đợi một phút rồi thử lại.",
    offline: "Không kết nối được máy chủ của tỉnh. Kiểm tra mạng rồi thử lại.",
    other:
      "Máy chủ gặp lỗi hoặc đang bận. Đợi một phút rồi thử lại; nếu vẫn lỗi, báo cho người đã gửi liên kết.",
    retry: "Thử lại",
    ends: (time: string) => `Lượt mở này xem được đến ${time}.`,
    over: "Lượt mở này đã hết 30 phút. Muốn xem tiếp thì mở lại, dùng thêm một lượt.",
    pages: "Các trang",
    page: (at: number, total: number) => `Trang ${at}/${total}`,
    pageFailed: (at: number) => `Chưa tải được trang ${at}.`,
    masked: "Bản đọc: số giấy tờ cá nhân dò thấy được che. Không thay cho bản sao có chứng thực.",
    sharedBy: (by: string, recipient: string) => `${by} chia sẻ cho ${recipient}.`,
    leftUntil: (left: string, until: string) => `Liên kết còn ${left} lượt mở, đến ${until}.`,
  },
};
