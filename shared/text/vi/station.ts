/** Words of the capture station as a whole: what is happening now, and its tabs. */
export const station = {
  tabsLabel: "Các phần của trạm số hóa",
  tabs: { take: "Lấy trang", tray: "Khay chờ gắn", items: "Văn bản", held: "Cần người xem" },
  /** Read with the number on a tab. */
  waiting: (count: string) => `${count} mục đang chờ`,
  now: {
    title: "Tình hình lúc này",
    taking: "Đang lấy trang",
    quiet: "Chưa lấy trang nào",
    quietHint: "Chọn nguồn trang ở phần “Lấy trang”.",
    last: "Lượt gần nhất",
    item: "Văn bản đang nhận trang",
    noItem: "Chưa văn bản nào có trang",
    noItemHint: "Số tờ so với mục lục sẽ hiện ở đây.",
    batch: "Cả đợt",
    batchItems: (found: string, expected: string) => `${found}/${expected} văn bản đủ bản số`,
    batchPages: (found: string, expected: string) => `${found}/${expected} trang`,
    machine: "Máy xử lý",
  },
  notices: {
    look: "Xem",
    missed: (count: string) => `Có thể đã sót tờ phân cách: ${count} chỗ`,
    stoppedEarly: (device: string) => `${device}: lượt lấy trang bị ngắt giữa chừng.`,
  },
  tray: {
    empty: "Khay đang trống",
    emptyHint: "Trang nào chưa rõ thuộc văn bản nào sẽ nằm ở đây chờ bạn gắn.",
    into: "Gắn vào văn bản",
    intoHint: "Bấm để chọn, hoặc kéo trang từ khay thả vào.",
  },
  held: {
    empty: "Không có việc nào chờ người xem",
    emptyHint: "Trang hoặc văn bản máy không tự xử lý được sẽ hiện ở đây.",
  },
  sides: {
    item: "Giấy của văn bản này được quét",
    stack: "Giấy của lượt này được quét",
    of: { unsaid: "chưa rõ mấy mặt", one: "một mặt", both: "cả hai mặt", mixed: "lẫn lộn" },
    label: "Ghi số mặt đã quét",
    said: (pages: string) => `Đã ghi cho ${pages} trang. Số tờ được đếm lại.`,
  },
  same: {
    title: (count: string) => `${count} tệp giống hệt trang đã có, chỉ khác tên`,
    hint: "Thường là chép trùng nên chưa thêm. Nếu thật sự là trang khác (như hai mặt trắng), hãy thêm riêng.",
    line: (name: string, known: string) => `${name} giống hệt ${known}`,
    add: "Là trang khác: thêm",
    added: "Đã thêm trang này.",
    label: "Thêm trang giống hệt",
    done: (pages: string) => `Đã thêm ${pages} trang.`,
  },
  show: { label: "Hiện", all: "Tất cả", wrong: (count: string) => `Chưa khớp mục lục (${count})` },
  allMatch: "Mọi văn bản đã quét đều khớp mục lục.",
};
