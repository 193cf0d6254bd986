export const refused = {
  title: "Tỉnh chưa nhận",
  explain:
    "Các bản ghi này vẫn nguyên trên máy, những bản ghi khác vẫn được gửi. Sửa theo lý do, hoặc báo tỉnh; sửa xong thì tự gửi lại.",
  retry: (time: string) => `Tự gửi lại lúc ${time}`,
  since: (time: string) => `Từ ${time}`,
  more: (count: string) => `và ${count} bản ghi khác`,
  collections: {
    fonds: "Phông",
    batches: "Đợt tài liệu",
    files: "Hồ sơ",
    items: "Văn bản",
    pages: "Trang",
    exclusions: "Mục loại ra",
    groups: "Nhóm",
    boxes: "Hộp",
    terms: "Từ điều khiển",
    conflicts: "Hai giá trị khác nhau",
  },
  codes: {
    "not-your-scope": "Nằm ngoài phạm vi của đơn vị này",
    "not-a-record": "Có giá trị mà phiên bản của tỉnh chưa biết; tự gửi lại mỗi ngày",
    secret: "Mang dấu mật, không được gửi",
    "too-large": "Quá lớn so với mức tỉnh nhận",
    "province-fails": "Máy chủ tỉnh gặp lỗi với riêng bản ghi này; báo người quản trị của tỉnh",
  },
};
