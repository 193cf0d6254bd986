export const trail = {
  title: "Nhật ký thay đổi",
  open: "Nhật ký thay đổi",
  hint: "Ai đã sửa gì, khi nào, trên máy nào. Nhật ký chỉ ghi thêm, không ai sửa hay xóa được.",
  province: {
    held: (at: string) => `Tỉnh đang giữ đúng bản này (bản ghi trên máy này lúc ${at}).`,
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
    scope: "Đơn vị",
  } as Record<string, string>,
};
