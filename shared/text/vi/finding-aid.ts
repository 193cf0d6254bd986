import type { AccessLevel } from "#shared/archive/access-level.ts";

/** Words within a finding aid of a fonds, which other archives' systems take in. */
export const findingAid = {
  title: (fonds: string) => `Công cụ tra cứu: ${fonds}`,
  untitled: "[Chưa có tiêu đề]",
  language: "Tiếng Việt",
  languages: {
    vie: "Tiếng Việt",
    eng: "Tiếng Anh",
    fre: "Tiếng Pháp",
    rus: "Tiếng Nga",
    chi: "Tiếng Trung",
    hanChi: "Chữ Hán",
    hanVie: "Chữ Nôm",
  },
  rules: "ISAD(G): Tiêu chuẩn quốc tế chung về mô tả tài liệu lưu trữ, bản thứ hai",
  creation: (program: string) => `${program} lập từ mô tả của các hồ sơ, văn bản đã nghiệm thu, ngày`,
  made: "Lập tự động",
  extents: { files: "hồ sơ", items: "văn bản", leaves: "tờ", pages: "trang" },
  leaves: (leaves: string) => `Tờ số ${leaves}`,
  unitBefore: (unit: string, above: string) =>
    `Đơn vị hành chính đến 30/6/2025: ${[unit, above].filter(Boolean).join(", ")}.`,
  unitNow: (now: string) => `Nay thuộc ${now}.`,
  unitGave: (now: string, others: string) => `Nay thuộc ${now}; một phần địa bàn đã chuyển cho ${others}.`,
  unitDivided: (communes: string) => `Nay địa bàn chia về: ${communes}.`,
  listedAs: (name: string, code: string) =>
    `Tỉnh đã xác định là một phông với: ${[code, name].filter(Boolean).join(" ")}.`,
  scheme:
    "Xếp theo phương án phân loại của phông; nhóm không có tài liệu trong bản này thì không nêu. Hồ sơ chưa vào nhóm nào xếp sau cùng.",
  noScheme: "Phông không có phương án phân loại trong bản này; hồ sơ xếp theo mục lục và số hồ sơ.",
  keyGroups: (groups: string) => `Các nhóm tài liệu chủ yếu: ${groups}`,
  otherTypes: (types: string) => `Loại hình tài liệu khác: ${types}`,
  open: "Phông mở: còn được bổ sung tài liệu.",
  levels: {
    open: "Bản này chỉ gồm tài liệu công khai.",
    conditional: "Bản này gồm tài liệu công khai và tài liệu xem theo yêu cầu.",
    closed: "Bản này gồm cả tài liệu có thông tin cá nhân: chỉ giao cho người được phép.",
  } satisfies Record<AccessLevel, string>,
  masked: "Số giấy tờ tùy thân đã được che. Tài liệu mật không có trong bản này.",
  provisional: "Mã phông và mã cơ quan lưu trữ chưa được tỉnh xác nhận, còn có thể đổi.",
  copy: "Có bản số hóa PDF/A ở tỉnh.",
  retention: (name: string) => `Thời hạn bảo quản: ${name}`,
  notation: (text: string) => `Số và ký hiệu hồ sơ: ${text}`,
  inventory: (text: string) => `Mục lục số: ${text}`,
  autograph: (text: string) => `Bút tích: ${text}`,
  note: (text: string) => `Ghi chú: ${text}`,
};
