export const barrier = {
  title: (step: string, count: string) => `Chưa “${step}” được: còn ${count} chỗ vướng`,
  hint: "Mọi hồ sơ của đợt phải đến mốc này trước khi đợt đi tiếp. Làm xong từng chỗ dưới đây, hoặc cán bộ kiểm tra ghi lý do (ít nhất 10 ký tự) khi chuyển.",
  more: (count: string) => `và ${count} chỗ khác; xem đủ ở màn hình kiểm tra của đợt.`,
  counted: (count: string, names: string) => `Còn ${count} chỗ chưa đến mốc chung của đợt: ${names}.`,
  behindTitle: (step: string, count: string) => `Chưa “${step}” được: ${count} đợt cùng phông chưa theo kịp`,
  behindHint: (step: string, state: string) =>
    `Theo danh sách khâu của tỉnh, mọi đợt có hồ sơ cùng phông phải ở bước “${state}” hoặc xa hơn thì mới đợt nào được “${step}”. Mở từng đợt dưới đây để làm tiếp, hoặc cán bộ kiểm tra ghi lý do (ít nhất 10 ký tự) khi chuyển.`,
  behind: (count: string, state: string, names: string) =>
    `${count} đợt cùng phông chưa đến bước “${state}”: ${names}.`,
  oneBehind: (number: string, state: string) => `${number} (${state.toLocaleLowerCase("vi")})`,
  moreBehind: (count: string) => `và ${count} đợt khác cùng phông.`,
  looseTitle: (count: string) => `${count} hồ sơ cùng phông chưa nằm trong đợt nào`,
  loose: (count: string) =>
    `${count} hồ sơ cùng phông chưa nằm trong đợt nào. Bước này không phải chờ các hồ sơ đó; lập đợt cho đủ phông nếu cần số hóa chúng.`,
  pastReason: "Lý do chuyển",
  pastBehind: "Lý do chuyển trước các đợt cùng phông",
  pastHint: "Ít nhất 10 ký tự; lý do được lưu cùng đợt.",
  acceptPastHint: "Ít nhất 10 ký tự; ghi riêng ở bước nghiệm thu. Lý do của phần còn thiếu không thay được.",
  pastGiven: (reason: string) => `Chuyển trước các đợt cùng phông vì: ${reason}`,
};
