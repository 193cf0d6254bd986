export const many = {
  select: (number: string) => `Chọn đợt ${number}`,
  selectAll: (count: string) => `Chọn tất cả ${count} đợt`,
  hint: "Chọn một tình trạng ở trên để làm một bước cho nhiều đợt cùng lúc.",
  none: "Chọn ít nhất một đợt.",
  move: (action: string, count: string) => `${action}: ${count} đợt`,
  moving: (tried: string, total: string) => `Đang chuyển ${tried}/${total} đợt…`,
  reasonHint: (count: string) => `Lý do này được ghi vào cả ${count} đợt đã chọn.`,
  done: (done: string, total: string) => `Đã chuyển ${done}/${total} đợt.`,
  refused: (count: string) => `${count} đợt giữ nguyên:`,
  one: (number: string, why: string) => `${number}: ${why}`,
};
