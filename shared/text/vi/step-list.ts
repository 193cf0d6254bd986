/** Words of the list of steps in the settings. */
export const stepList = {
  title: "Danh sách khâu của đợt",
  hint: "Tên khâu, ai thực hiện và hạn, theo bộ quy tắc tỉnh ban hành; trung tâm có thể có tên gọi và phân công riêng. Mỗi bước của đợt ghi lại bản danh sách lúc chuyển, nên đổi danh sách không sửa các bước đã qua.",
  version: (version: number, source: string) => `Bản ${version}. ${source}.`,
  step: "Khâu",
  who: "Ai thực hiện",
  before: "Mọi hồ sơ phải",
  due: "Hạn",
  leftOut: "Bỏ qua khâu này",
  calledElse: (name: string) => `Tên chung: ${name}`,
  together: "cùng ở khâu trước, tính cả các đợt khác của phông",
  asks: { counted: "đã đếm nhận", captured: "đã quét đủ", checked: "đã kiểm tra" },
};
