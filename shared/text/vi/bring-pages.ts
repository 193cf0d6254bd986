/** Words of bringing pages to the page that is judged, taking it out and moving it. */
export const bring = {
  replace: "Thay trang",
  behind: "Chèn sau",
  before: "Chèn trước",
  withdraw: "Rút trang",
  earlier: "Lên một chỗ",
  later: "Xuống một chỗ",
  more: "Thêm, thay, rút trang",
  titles: {
    replace: (name: string) => `Thay ${name}`,
    before: (name: string) => `Chèn trang trước ${name}`,
    behind: (name: string) => `Chèn trang sau ${name}`,
  },
  kept: "Trang cũ được rút, bản quét gốc của nó vẫn được giữ. Ctrl+Z đưa lại như trước.",
  files: "Chọn tệp ảnh hoặc PDF…",
  waiting: "Hoặc trang vừa quét lại, đang chờ trong khay",
  noneWaiting: "Khay đang trống. Quét lại ở trạm số hóa (Q), không chọn văn bản: trang sẽ nằm ở đây.",
  reason: "Thay bằng bản quét khác",
  steps: {
    replace: "Thay trang",
    before: "Chèn trang",
    behind: "Chèn trang",
    withdraw: "Rút trang",
    move: "Đổi chỗ trang",
  },
  brought: {
    replace: (pages: string) => `Đã thay bằng ${pages} trang.`,
    before: (pages: string) => `Đã chèn ${pages} trang.`,
    behind: (pages: string) => `Đã chèn ${pages} trang.`,
  },
  withdrawDialog: {
    title: "Rút trang",
    hint: "Ghi vì sao trang này không thuộc văn bản. Bản quét gốc vẫn được giữ; Ctrl+Z đưa trang trở lại.",
    label: "Lý do rút",
    confirm: "Rút trang",
  },
};
