export const clock = {
  ahead: (span: string) => `Đồng hồ máy này nhanh ${span} so với tỉnh`,
  behind: (span: string) => `Đồng hồ máy này chậm ${span} so với tỉnh`,
  what: "Công việc và dữ liệu không bị ảnh hưởng: thứ tự nhận do tỉnh ghi. Hãy chỉnh lại ngày giờ của máy để giờ ghi trong nhật ký cho đúng.",
  days: (count: number) => `${String(count)} ngày`,
  hours: (count: number) => `${String(count)} giờ`,
  minutes: (count: number) => `${String(count)} phút`,
};
