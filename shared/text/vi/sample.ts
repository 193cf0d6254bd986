export const sample = {
  /** Who accepts the sample: nobody accepts what they made, and one person plays all. */
  approver: "Người nghiệm thu (mẫu)",
  title: "Thử với dữ liệu mẫu",
  subtitle: "Đi hết hành trình của một đợt tài liệu với vài văn bản mẫu, không phải tài liệu thật.",
  start: "Bắt đầu",
  next: "Bước tiếp theo",
  runAll: "Chạy hết",
  again: "Làm lại bước này",
  busy: "Đang chạy, xin chờ.",
  finished: "Đã đi hết hành trình.",
  finishedHint: "Mọi bước vừa rồi là thao tác thật trên dữ liệu mẫu. Bạn có thể mở từng màn hình để xem lại.",
  actAs: (role: string) => `Bước này làm trong vai ${role}.`,
  openScreen: "Mở màn hình này",
  progress: (done: string, total: string) => `${done}/${total}`,
  stepOf: (at: string, total: string) => `Bước ${at}/${total}`,
  state: { waiting: "chưa làm", running: "đang chạy", done: "xong", failed: "dừng lại" },
  list: "Các bước của hành trình",
  steps: {
    load: {
      title: "Nạp mục lục mẫu",
      explain: "Tạo một phông, vài hồ sơ, văn bản và một đợt; vẽ các bản quét mẫu giống giấy thật.",
    },
    handOver: { title: "Xã giao đợt", explain: "Cán bộ xã giao đợt cho trung tâm số hóa của huyện." },
    receive: {
      title: "Huyện nhận hồ sơ",
      explain: "Trung tâm đếm và nhận từng hồ sơ giấy, rồi bắt đầu số hóa.",
    },
    import: {
      title: "Đưa bản quét vào",
      explain: "Các bản quét được gắn với văn bản theo tên tệp, mỗi tệp giữ dấu vân SHA-256.",
    },
    read: {
      title: "Máy đọc chữ",
      explain: "Máy đo chất lượng, đọc chữ tiếng Việt và tạo PDF/A hai lớp, không cần mạng.",
    },
    accept: {
      title: "Kiểm tra và nghiệm thu",
      explain: "Cán bộ huyện kiểm từng văn bản, rồi nghiệm thu đợt.",
    },
    send: {
      title: "Gửi tỉnh",
      explain: "Bản ghi và PDF/A được gửi tỉnh; tỉnh tự tính lại SHA-256 và trả xác nhận.",
    },
    find: {
      title: "Tìm và mở",
      explain: "Tìm không dấu “quyet dinh tuy phuoc” và mở PDF.",
    },
  },
  results: {
    load: (files: string, items: string, scans: string) =>
      `${files} hồ sơ, ${items} văn bản, ${scans} bản quét.`,
    handOver: (by: string) => `${by} đã giao đợt.`,
    receive: (files: string) => `Đã nhận ${files} hồ sơ, đợt chuyển sang “Đang số hóa”.`,
    import: (pages: string, items: string) => `Đã gắn ${pages} trang vào ${items} văn bản.`,
    read: (items: string, pages: string) => `${items} văn bản đã có PDF/A, ${pages} trang đã đọc.`,
    accept: (items: string) => `${items} văn bản đạt, đợt đã nghiệm thu.`,
    send: (items: string) => `Tỉnh đã xác nhận ${items} tệp PDF/A.`,
    find: (total: string, first: string) => `Tìm thấy ${total}: “${first}”.`,
  },
  searchWords: "quyet dinh tuy phuoc",
  openFound: "Mở PDF vừa tìm thấy",
  problems: {
    "no-province":
      "Máy này chưa kết nối tỉnh, nên chưa gửi được. Khai báo tỉnh trong Cài đặt rồi làm lại bước này.",
    "nothing-found": "Chưa tìm thấy văn bản mẫu. Chờ máy đọc xong rồi làm lại bước này.",
    held: "Có trang mẫu đang chờ người xem. Mở trạm số hóa để xem lý do.",
    "took-too-long": "Bước này lâu hơn dự kiến. Việc vẫn chạy tiếp ở nền; làm lại bước này sau ít phút.",
    refused: (reason: string) => `Không thực hiện được: ${reason}`,
    scans: (count: string) => `${count} bản quét mẫu không nhận được.`,
  },
};
