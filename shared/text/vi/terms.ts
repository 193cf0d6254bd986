export const terms = {
  waits: "chờ tỉnh duyệt",
  province: {
    title: "Tên gọi chờ tỉnh duyệt",
    hint: "Tên cơ quan, người ký do đơn vị nhập mà danh mục của tỉnh chưa có. Duyệt để mọi đơn vị dùng chung, hoặc gộp vào tên đúng. Hồ sơ đã nhập không bị sửa.",
    none: "Không còn tên gọi nào chờ duyệt.",
    progress: (waiting: string) => `${waiting} tên gọi đang chờ.`,
    into: "Gộp vào tên",
    lists: { issuer: "Cơ quan ban hành", signer: "Người ký", keyword: "Từ khóa", place: "Địa danh" },
    units: (count: string) => `${count} đơn vị cùng dùng tên này`,
    intoOf: (label: string) => `Gộp vào tên, thay cho: ${label}`,
    accept: "Duyệt",
    acceptOne: (label: string) => `Duyệt: ${label}`,
    merge: "Gộp",
    mergeOne: (label: string) => `Gộp: ${label}`,
    intoMissing: "Điền tên đúng vào ô bên cạnh rồi mới gộp.",
    intoSame: "Tên điền vào ô trùng với tên đang chờ. Hãy bấm Duyệt.",
    intoFilled: "Ô bên cạnh đang có tên để gộp. Xóa ô đó nếu muốn duyệt tên này.",
    deciding: "Đang ghi, chờ trong giây lát.",
    accepted: (label: string) => `Đã duyệt "${label}". Các máy nhận được ở lần đồng bộ tới.`,
    merged: (label: string, into: string) =>
      `Đã gộp "${label}" vào "${into}". Các máy nhận được ở lần đồng bộ tới.`,
    changed: (label: string) =>
      `Chưa ghi, vì "${label}" vừa được đổi hoặc đã có quyết định. Hãy xem lại danh sách.`,
    more: (count: string) => `Hiện thêm ${count} tên gọi`,
  },
};
