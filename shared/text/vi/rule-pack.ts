export const rulePack = {
  bundled: "Đang dùng quy tắc có sẵn của ứng dụng; tỉnh chưa ban hành bộ quy tắc nào.",
  fromProvince: (version: number, issued: string, by: string) =>
    by === ""
      ? `Bộ quy tắc số ${version} của tỉnh, ban hành ${issued}.`
      : `Bộ quy tắc số ${version} của tỉnh, ban hành ${issued} (${by}).`,
  received: (time: string) => `Máy này nhận ${time}, dùng được cả khi không có mạng.`,
  provinceChose: (name: string) => `Tỉnh chọn ${name}.`,
  closed: "Tỉnh quy định dùng chung một thông tư cho mọi máy, nên không đổi được ở đây.",
  refused: (reason: string) =>
    `Bộ quy tắc mới nhất từ tỉnh không đọc được nên không dùng; quy tắc trước đó vẫn có hiệu lực. Hãy báo cho tỉnh: ${reason}`,
  changed: (version: number, name: string) =>
    `Tỉnh đã đổi bộ quy tắc (số ${version}). Đang áp dụng ${name}. Xem ở Cài đặt.`,
};
