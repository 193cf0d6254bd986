export const barrier = {
  title: (step: string, count: string) => `Chưa “${step}” được: còn ${count} chỗ vướng`,
  hint: "Mọi hồ sơ của đợt phải đến mốc này trước khi đợt đi tiếp. Làm xong từng chỗ dưới đây, hoặc cán bộ kiểm tra ghi lý do (ít nhất 10 ký tự) khi chuyển.",
  more: (count: string) => `và ${count} chỗ khác; xem đủ ở màn hình kiểm tra của đợt.`,
  counted: (count: string, names: string) => `Còn ${count} chỗ chưa đến mốc chung của đợt: ${names}.`,
};
