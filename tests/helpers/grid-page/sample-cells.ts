import type { GridColumn } from "#renderer/ui/grid/grid-types.ts";

const retention = [
  { value: "VV", label: "Vĩnh viễn" },
  { value: "70", label: "70 năm" },
  { value: "10", label: "10 năm" },
];
const types = [
  { value: "QĐ", label: "Quyết định" },
  { value: "KH", label: "Kế hoạch" },
  { value: "BC", label: "Báo cáo" },
  { value: "CV", label: "Công văn" },
  { value: "TTr", label: "Tờ trình" },
  { value: "TB", label: "Thông báo" },
];

/** Twelve columns, as an inventory of files has. */
export const columns: readonly GridColumn[] = [
  { key: "code", title: "Hồ sơ số", width: 6, kind: "text", pinned: true, required: true },
  { key: "title", title: "Tiêu đề hồ sơ", width: 24, kind: "text", pinned: true, required: true },
  { key: "type", title: "Tên loại", width: 10, kind: "choice", options: types },
  { key: "box", title: "Hộp số", width: 6, kind: "text", align: "end" },
  { key: "start", title: "Từ ngày", width: 8, kind: "text" },
  { key: "end", title: "Đến ngày", width: 8, kind: "text" },
  { key: "retention", title: "Thời hạn bảo quản", width: 11, kind: "choice", options: retention },
  { key: "pages", title: "Số tờ", width: 6, kind: "text", align: "end" },
  { key: "author", title: "Cơ quan ban hành", width: 18, kind: "text" },
  { key: "note", title: "Ghi chú", width: 16, kind: "text" },
  { key: "place", title: "Vị trí kho", width: 10, kind: "text" },
  { key: "state", title: "Tình trạng", width: 9, kind: "fixed", sortable: false },
];

/** What stands in a cell before anyone edits it; a row below zero is empty. */
export function textOf(row: number, { key }: GridColumn): string {
  if (row < 0) return "";
  const year = 2000 + (row % 25);
  switch (key) {
    case "code":
      return String(row + 1);
    case "title":
      return `Hồ sơ về việc cấp giấy chứng nhận quyền sử dụng đất năm ${year}, tập ${(row % 7) + 1}`;
    case "type":
      return row % 40 === 9 ? "Giấy mời" : (types[row % types.length]?.label ?? "");
    case "box":
      return String(Math.floor(row / 30) + 1);
    case "start":
      return `05/01/${year}`;
    case "end":
      return `28/12/${year}`;
    case "retention":
      return retention[row % retention.length]?.label ?? "";
    case "pages":
      return String((row * 7) % 90);
    case "author":
      return "Ủy ban nhân dân huyện Tuy Phước";
    case "place":
      return `Kho 1, giá ${Math.floor(row / 300) + 1}`;
    case "state":
      return "Đã lên danh mục";
    default:
      return "";
  }
}
