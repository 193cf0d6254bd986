import type { WorkbookLayout } from "#shared/inventory/find-layout.ts";

/** An empty inventory as offices know it. Its words are the official forms' own, whatever language the screen shows. */
export type Template = { sheet: string; title: string[]; headings: string[]; widths: number[] };

/* NĐ 30/2020/NĐ-CP, Phụ lục V; the third sheet is the one digitization contractors fill in, a row for a document. */
const templates: Record<WorkbookLayout, { sheet: string; title: string[]; columns: [string, number][] }> = {
  "file-inventory": {
    sheet: "Mục lục hồ sơ",
    title: ["MỤC LỤC HỒ SƠ, TÀI LIỆU NỘP LƯU"],
    columns: [
      ["Số TT", 6],
      ["Số, ký hiệu hồ sơ", 16],
      ["Tiêu đề hồ sơ", 60],
      ["Thời gian tài liệu", 24],
      ["Thời hạn bảo quản", 14],
      ["Số tờ/số trang", 12],
      ["Ghi chú", 24],
    ],
  },
  "item-inventory": {
    sheet: "Mục lục văn bản",
    title: ["MỤC LỤC VĂN BẢN TRONG HỒ SƠ"],
    columns: [
      ["STT", 6],
      ["Số, ký hiệu", 18],
      ["Ngày tháng năm", 14],
      ["Tên loại và trích yếu nội dung", 60],
      ["Tác giả", 28],
      ["Tờ số/Trang số", 12],
      ["Ghi chú", 24],
    ],
  },
  "contractor-46": {
    sheet: "Hồ sơ, văn bản",
    title: [],
    columns: [
      ["STT", 6],
      ["Phông", 16],
      ["Mục lục", 8],
      ["Hộp số", 8],
      ["Số và ký hiệu hồ sơ", 14],
      ["Tiêu đề hồ sơ", 50],
      ["Thời hạn bảo quản", 12],
      ["Chế độ sử dụng", 12],
      ["Ngôn ngữ", 12],
      ["Ngày bắt đầu", 8],
      ["Tháng bắt đầu", 8],
      ["Năm bắt đầu", 8],
      ["Ngày kết thúc", 8],
      ["Tháng kết thúc", 8],
      ["Năm kết thúc", 8],
      ["Tổng số văn bản trong hồ sơ", 10],
      ["Chú giải", 20],
      ["Ký hiệu thông tin", 12],
      ["Từ khóa", 16],
      ["Số lượng tờ", 8],
      ["Tình trạng vật lý", 12],
      ["Mức độ tin cậy", 12],
      ["Mã hồ sơ giấy gốc", 16],
      ["Ghi chú", 20],
      ["Số thứ tự văn bản trong hồ sơ", 10],
      ["Tên loại", 14],
      ["Số", 8],
      ["Ký hiệu", 14],
      ["Ngày", 6],
      ["Tháng", 6],
      ["Năm", 8],
      ["Cơ quan ban hành", 28],
      ["Trích yếu", 50],
      ["Ngôn ngữ", 12],
      ["Số lượng trang", 8],
      ["Ghi chú", 20],
      ["Ký hiệu thông tin", 12],
      ["Từ khóa", 16],
      ["Chế độ sử dụng", 12],
      ["Mức độ tin cậy", 12],
      ["Bút tích", 20],
      ["Tình trạng vật lý", 12],
      ["Quy trình xử lý", 10],
      ["Tờ số", 8],
      ["Loại tài liệu", 12],
      ["Đường dẫn file", 30],
    ],
  },
};

/** The template of a layout: title lines, headings, and column widths in characters. */
export function templateOf(layout: WorkbookLayout): Template {
  const { sheet, title, columns } = templates[layout];
  return {
    sheet,
    title: [...title],
    headings: columns.map(([heading]) => heading),
    widths: columns.map(([, width]) => width),
  };
}
