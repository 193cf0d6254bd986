export const trail = {
  title: "Nhật ký thay đổi",
  open: "Nhật ký thay đổi",
  hint: "Ai đã sửa gì, khi nào, trên máy nào. Nhật ký chỉ ghi thêm, không ai sửa hay xóa được.",
  province: {
    accepted: (at: string) => `Tỉnh đã nhận và có đúng bản này (lưu trên máy này lúc ${at}).`,
    merged: (at: string) =>
      `Tỉnh đã nhận, và gộp bản này với sửa đổi ở nơi khác; máy này và tỉnh có cùng một bản, lưu lúc ${at}.`,
    theirs: (fields: string) => `Theo sửa đổi ở nơi khác: ${fields}.`,
    ours: (fields: string) => `Giữ theo máy này: ${fields}.`,
    held: (parent: string) =>
      `Tỉnh đã nhận bản này nhưng chưa đưa vào kho: còn chờ ${parent}. Bản ghi an toàn trên máy này và ở tỉnh; bản ghi kia đến là tự vào kho.`,
    waiting: (at: string) =>
      `Thay đổi cuối, lưu trên máy này lúc ${at}, chưa đến tỉnh; sẽ tự gửi khi có mạng.`,
    refused: (reason: string) => `Tỉnh chưa nhận bản ghi này: ${reason}. Bản ghi vẫn an toàn trên máy này.`,
  },
  made: "Lập mới",
  by: (who: string, at: string) => `${who} · ${at}`,
  unknownPerson: "Không ghi tên",
  origins: {
    screen: "nhập trên máy này",
    desk: "phần mềm ghi",
    province: "nhận từ tỉnh",
    hub: "nhận từ máy trung tâm",
    centre: "máy khác của trung tâm gửi đến",
  },
  device: (id: string) => `máy ${id}`,
  empty: "trống",
  more: "Chỉ hiện 200 lần ghi gần nhất.",
  none: "Chưa có lần ghi nào.",
  failed: "Không đọc được nhật ký. Dữ liệu vẫn an toàn trên máy này.",
  fields: {
    withdrawn: "Rút khỏi mục lục",
    batchId: "Đợt",
    receivedAt: "Đếm nhận",
    held: "Giữ lại",
    scope: "Đơn vị",
  } as Record<string, string>,
};
