import type { SheetRefusal } from "#shared/capture/part-stack.ts";

const refusals: Record<SheetRefusal, string> = {
  "": "",
  damaged: "Mã trên tờ bị sửa hoặc hỏng. In lại tờ này.",
  "two-codes": "Một trang có hai mã khác nhau. Quét riêng từng tờ.",
  unknown: "Máy này không có văn bản hoặc hồ sơ ghi trên tờ.",
  withdrawn: "Văn bản hoặc hồ sơ ghi trên tờ đã được rút.",
  "other-unit": "Tờ thuộc phông của đơn vị khác, ngoài phạm vi của bạn.",
  "other-batch": "Tờ thuộc đợt khác.",
};

/** Words of finding out where a page belongs: separators, the tray, counts against the list. */
export const matching = {
  counted: {
    leaf: (found: string, expected: string) => `${found}/${expected} tờ`,
    page: (found: string, expected: string) => `${found}/${expected} trang`,
    leafOnly: (found: string) => `${found} tờ`,
    pageOnly: (found: string) => `${found} trang`,
    states: {
      none: "chưa có trang",
      short: "còn thiếu so với mục lục",
      equal: "đủ theo mục lục",
      over: "thừa so với mục lục",
      unlisted: "mục lục không ghi số tờ, số trang",
    },
    whole: "Số tờ đã quét",
  },
  sheets: {
    open: "In tờ phân cách",
    title: "In tờ phân cách",
    hint: "Đặt mỗi tờ ngay trước văn bản của nó rồi quét cả xấp: máy đọc mã QR và tự tách. Mã chứa định danh của văn bản, không chứa nội dung.",
    level: "Mỗi tờ cho",
    levels: { item: "một văn bản", file: "một hồ sơ" },
    which: "In cho",
    all: (count: string) => `tất cả văn bản của đợt (${count})`,
    empty: (count: string) => `văn bản chưa có trang nào (${count})`,
    make: "Tạo PDF để in",
    making: "Đang tạo…",
    none: "Không còn văn bản nào chưa có trang.",
    made: (sheets: string) => `Đã tạo ${sheets} tờ. In một mặt, đúng cỡ 100%.`,
    save: "Lưu thành tệp…",
    look: "Xem",
  },
  refusals,
  separators: {
    title: "Tờ phân cách đã đọc",
    hint: "Các tờ này được giữ nguyên bản nhưng không phải là trang của văn bản nào.",
    leadsTo: (name: string) => `→ ${name}`,
    refused: "Không theo tờ này; các trang sau nằm trong khay.",
    asPage: "Dùng làm trang",
    counted: (count: string) => `Đã gặp ${count} tờ phân cách`,
    refusedCount: (count: string) => `${count} tờ phân cách không được theo, xem lý do ở “Khay chờ gắn”`,
  },
  tray: {
    hint: (count: string) =>
      `${count} mục chưa rõ thuộc văn bản nào. Chọn rồi gắn, hoặc kéo vào văn bản ở danh sách. Tên tệp được gắn tự động có dạng <mã hồ sơ>.<STT>.pdf.`,
    expected: (name: string) => `Tên chờ đợi: ${name}`,
    findings: {
      "no-pattern": "Tên tệp không theo mẫu nào của mục lục.",
      "not-listed": (code: string) => `Đợt này không có hồ sơ “${code}”.`,
      "no-item": (code: string, ordinal: string) => `Hồ sơ ${code} không có văn bản số ${ordinal}.`,
      "whole-file": (code: string) => `Tên chỉ ghi mã hồ sơ ${code}, mà hồ sơ này có nhiều văn bản.`,
    },
    underFile: (code: string) => `Sau tờ phân cách của hồ sơ ${code}`,
    keys: "Mũi tên: di chuyển · Dấu cách: chọn · Ctrl+A: chọn hết · Enter: gắn · Ctrl+Z: hoàn tác",
    selected: (count: string, pages: string) => `Đang chọn ${count} mục, ${pages} trang`,
    chooseFirst: "Chọn ít nhất một mục trong khay trước.",
    all: "Chọn hết",
    nobody: "Bỏ chọn",
    label: (count: string) => `Gắn ${count} trang`,
    laid: (pages: string, name: string) => `Đã gắn ${pages} trang vào ${name}.`,
    undo: "Hoàn tác",
    refusals: {
      "not-found": "Văn bản này không còn. Chọn văn bản khác; các trang vẫn ở trong khay.",
      "other-scope": "Văn bản này thuộc đơn vị khác. Các trang vẫn ở chỗ cũ.",
      "too-many": "Văn bản này không nhận thêm trang được nữa. Các trang vẫn ở chỗ cũ.",
      "file-held":
        "Hồ sơ hoặc văn bản này đang được giữ lại; bỏ giữ ở trang của đợt rồi gắn. Các trang vẫn ở chỗ cũ.",
    },
  },
  proposed: {
    title: "Đề xuất theo thứ tự và số trang",
    hint: "Tên tệp và tờ phân cách không giúp được, nên máy xếp lần lượt theo mục lục. Xem kỹ rồi mới nhận; nhận rồi vẫn hoàn tác được.",
    sureness: (percent: string) => `Mức chắc chắn ${percent}%`,
    line: (pages: string, expected: string) => `${pages} trang (mục lục: ${expected})`,
    accept: "Gắn theo đề xuất",
    key: "phím P",
    label: "Gắn theo thứ tự",
  },
  suspected: {
    title: "Có thể đã sót tờ phân cách",
    line: (name: string, found: string, expected: string, unit: "leaf" | "page") =>
      `${name} có ${found} ${unit === "leaf" ? "tờ" : "trang"}, mục lục ghi ${expected}; văn bản tiếp theo chưa có trang nào:`,
    look: "Xem",
    move: (count: string, name: string) => `Chuyển ${count} trang cuối sang ${name}`,
    label: "Chuyển trang sau tờ phân cách bị sót",
    moved: (count: string, name: string) => `Đã chuyển ${count} trang sang ${name}.`,
  },
};
