export const rulePack = {
  bundled: "Đang dùng quy tắc có sẵn của ứng dụng; tỉnh chưa ban hành bộ quy tắc nào.",
  fromProvince: (version: number, issued: string, by: string) =>
    by === ""
      ? `Bộ quy tắc số ${version} của tỉnh, ban hành ${issued}.`
      : `Bộ quy tắc số ${version} của tỉnh, ban hành ${issued} (${by}).`,
  received: (time: string) => `Máy này nhận ${time}, dùng được cả khi không có mạng.`,
  provinceChose: (name: string) => `Tỉnh chọn ${name}.`,
  closed: "Tỉnh quy định dùng chung một thông tư cho mọi máy, nên không đổi được ở đây.",
  proven: "Đã kiểm chữ ký: quy tắc và danh mục này đúng là của tỉnh.",
  unproven: "Chưa có chữ ký của tỉnh để kiểm tra.",
  units: (number: number) => `Danh mục đơn vị hành chính theo sửa đổi số ${number} của tỉnh.`,
  refusals: {
    unreadable: (reason: string) =>
      `Bộ quy tắc mới nhất từ tỉnh không đọc được nên không dùng; quy tắc trước đó vẫn có hiệu lực. Hãy báo cho tỉnh: ${reason}`,
    unsigned: () =>
      "Bộ quy tắc và danh mục vừa nhận không có chữ ký của tỉnh nên không áp dụng. Những gì đang dùng vẫn có hiệu lực, dữ liệu trên máy không bị ảnh hưởng. Hãy báo cho tỉnh: máy chủ của tỉnh hoặc máy trung tâm có thể cần cập nhật phiên bản.",
    forged: () =>
      "Bộ quy tắc và danh mục vừa nhận có chữ ký không khớp với khóa của tỉnh mà máy này giữ nên không áp dụng: nội dung có thể đã bị sửa, hoặc do nơi khác phát ra. Những gì đang dùng vẫn có hiệu lực, dữ liệu trên máy không bị ảnh hưởng. Hãy gọi cho tỉnh, đọc mã khóa của tỉnh ghi trong Cài đặt để đối chiếu.",
    older: () =>
      "Bộ quy tắc và danh mục vừa nhận cũ hơn bộ đang dùng nên không áp dụng. Bộ đang dùng vẫn có hiệu lực. Nếu nhận qua máy trung tâm, hãy để máy đó liên lạc với tỉnh trước; nếu thông báo này vẫn còn, hãy báo cho tỉnh.",
    program: (version: string) =>
      `Bộ quy tắc và danh mục mới của tỉnh cần chương trình từ bản ${version} trở lên; bản trên máy này cũ hơn nên chưa áp dụng. Bộ đang dùng vẫn có hiệu lực, dữ liệu trên máy không bị ảnh hưởng, vẫn gửi về tỉnh như thường. Hãy xin tỉnh tệp cài đặt bản mới và kiểm tra tệp ở mục “Bản cập nhật trên USB” trước khi cài; cài xong máy tự nhận bộ mới.`,
  },
  tooOld: (version: string) =>
    `Quy tắc mới của tỉnh cần chương trình từ bản ${version}. Máy này vẫn làm việc theo quy tắc đang dùng. Xem cách cập nhật ở Cài đặt.`,
  changed: (version: number, name: string) =>
    `Tỉnh đã đổi bộ quy tắc (số ${version}). Đang áp dụng ${name}. Xem ở Cài đặt.`,
};
