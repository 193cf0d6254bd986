import type { GroupStep, MoveRefusal } from "#shared/archive/move-group.ts";
import type { Astray } from "#shared/archive/scheme.ts";
import type { SchemeProblem } from "#shared/inventory/plan-scheme.ts";

const refusals: Record<MoveRefusal, string> = {
  "not-there": "Nhóm này không còn trong phương án.",
  "own-descendant": "Không đưa một nhóm vào chính nó hoặc vào nhóm con của nó.",
  "too-deep": "Phương án có nhiều nhất 6 cấp.",
  first: "Nhóm đã ở đầu cấp này.",
  last: "Nhóm đã ở cuối cấp này.",
  "none-above": "Không có nhóm cùng cấp ở trên để đưa vào.",
  "at-top": "Nhóm đã ở cấp trên cùng.",
};

const astray: Record<Exclude<Astray, "">, string> = {
  "no-parent": "Nhóm cha đã bị rút nên nhóm này tạm nằm ở cấp trên cùng.",
  circle: "Hai máy đã chuyển nhóm vào lẫn nhau; nhóm này tạm nằm ở cấp trên cùng. Hãy chuyển lại cho đúng.",
};

const problems: Record<SchemeProblem["code"], (found: string) => string> = {
  "empty-title": () => "Thiếu tên nhóm.",
  "too-long": (found) => `Dài quá mức cho phép: “${found.slice(0, 40)}…”.`,
  twice: (found) => `“${found}” có hai lần trong danh sách.`,
  "parent-not-found": (found) =>
    found === "" ? "Không tìm thấy nhóm cha theo ký hiệu." : `Không tìm thấy nhóm cha “${found}”.`,
  "too-deep": () => "Sâu quá 6 cấp.",
  differs: (found) => `Ở đây nhóm này ghi khác; danh sách ghi “${found}”.`,
  "left-out": (found) => `“${found}” nằm dưới một nhóm ghi khác nên được để lại.`,
};

const steps: Record<GroupStep, string> = { up: "Lên", down: "Xuống", in: "Vào nhóm trên", out: "Ra ngoài" };

/** The classification scheme of a fonds (phương án phân loại). */
export const scheme = {
  title: "Phương án phân loại",
  open: "Phương án phân loại",
  tree: "Cây nhóm của phương án phân loại",
  emptyTitle: "Phông này chưa có phương án phân loại",
  emptyHint:
    "Phương án chia hồ sơ của phông thành nhóm, ví dụ theo cơ cấu tổ chức hay theo mặt hoạt động. Bắt đầu từ một mẫu, chép của phông khác, nhập từ Excel, hoặc tự thêm từng nhóm.",
  readOnly: "Vai trò của bạn chỉ xem phương án.",
  counts: (own: string, all: string) => (own === all ? `${all} hồ sơ` : `${all} hồ sơ, ${own} trực tiếp`),
  loose: "Chưa vào nhóm nào",
  summary: (groups: string, files: string, loose: string) =>
    `${groups} nhóm · ${files} hồ sơ đã vào nhóm · ${loose} hồ sơ chưa vào nhóm`,
  filesOf: (count: string) => `Xem ${count} hồ sơ`,
  noFiles: "Nhóm này chưa có hồ sơ.",
  choose: "Chọn một nhóm trong cây trước.",
  addBeside: "Thêm nhóm",
  addBelow: "Thêm nhóm con",
  addBesideKey: "Thêm nhóm cùng cấp, sau nhóm đang chọn (Ctrl+Enter)",
  edit: "Sửa nhóm",
  withdraw: "Rút nhóm",
  withdrawTitle: (name: string) => `Rút nhóm ${name}`,
  withdrawHint: (groups: string, files: string) =>
    `Rút ${groups} nhóm (kể cả nhóm con). ${files} hồ sơ trong đó được giữ nguyên và trở thành “chưa vào nhóm nào”. Có thể hoàn tác.`,
  withdrawReason: "Lý do rút nhóm",
  more: "Thao tác khác",
  begin: "Thêm nhiều nhóm",
  moveTools: "Chuyển nhóm",
  steps,
  stepKeys: { up: "Alt+↑", down: "Alt+↓", in: "Alt+→", out: "Alt+←" } satisfies Record<GroupStep, string>,
  moved: (name: string) => `Đã chuyển, nay là ${name}.`,
  refusals,
  astray,
  sameNotation: "Trùng ký hiệu với một nhóm cùng cấp. Sửa ký hiệu, hoặc đánh lại ký hiệu của cấp này.",
  drag: "Kéo nhóm để chuyển; bàn phím: Alt+mũi tên.",
  group: { notation: "Ký hiệu", title: "Tên nhóm", parent: "Nhóm cha", note: "Ghi chú" },
  notationHint: "Ký hiệu riêng của nhóm, ví dụ I, 2 hoặc a; cả đường dẫn được ghép tự động.",
  adding: (parent: string) => (parent === "" ? "Thêm nhóm ở cấp trên cùng" : `Thêm nhóm vào ${parent}`),
  editing: (name: string) => `Sửa nhóm ${name}`,
  save: "Lưu nhóm",
  saveNext: "Lưu và thêm nhóm nữa",
  saveNextKey: "Lưu và thêm nhóm nữa (Ctrl+Enter)",
  titleMissing: "Nhập tên nhóm.",
  tooLong: (limit: number) => `Dài quá ${limit} ký tự.`,
  taken: "Đã có nhóm cùng cấp mang ký hiệu này.",
  renumber: {
    action: "Đánh lại ký hiệu cùng cấp",
    title: "Đánh lại ký hiệu của các nhóm cùng cấp",
    hint: "Theo thứ tự đang xếp. Hồ sơ đã vào nhóm vẫn ở đúng nhóm.",
    change: (before: string, after: string, title: string) => `${before || "(trống)"} → ${after} · ${title}`,
    none: "Ký hiệu của cấp này đã liên tục.",
    confirm: (count: string) => `Đánh lại ${count} ký hiệu`,
  },
  from: {
    template: "Bắt đầu từ mẫu…",
    fonds: "Chép từ phông khác…",
    sheet: "Nhập từ Excel…",
  },
  template: "Mẫu phương án",
  templateSource: (source: string) => `Nguồn: ${source}. Sửa, bỏ hoặc thêm nhóm tùy ý sau khi bắt đầu.`,
  years: "Chia theo năm",
  yearWays: { none: "Không chia", within: "Năm trong từng nhóm", first: "Năm trước, nhóm sau" },
  fromYear: "Từ năm",
  toYear: "Đến năm",
  yearsWrong: (most: number) =>
    `Nhập hai năm dạng 2015 và 2020, năm đầu không sau năm cuối, nhiều nhất ${most} năm.`,
  otherFonds: "Phông có phương án",
  noOtherFonds: "Trên máy này chưa có phông nào khác có phương án phân loại.",
  groupsOf: (name: string, count: string) => `${name} (${count} nhóm)`,
  chooseSheet: "Chọn tệp Excel hoặc CSV",
  sheetHint: "Cần cột “Nhóm” và cột “Ký hiệu” hoặc “Nhóm cha”. Chưa ghi gì cho đến khi bạn đồng ý.",
  reading: "Đang đọc tệp…",
  noLines: "Chọn nguồn trước.",
  preview: {
    title: "Sẽ thêm vào phương án",
    counts: (adds: string, same: string) => `Thêm ${adds} nhóm; ${same} nhóm đã có, giữ nguyên.`,
    nothing: "Không có nhóm nào mới.",
    changes: (count: string) => `Đổi tên hoặc ghi chú của ${count} nhóm.`,
    rename: (count: string) =>
      `Ghi theo danh sách cho ${count} nhóm đã có ký hiệu này (tên, ghi chú), cùng các nhóm con`,
    problems: (count: string) => `${count} dòng cần xem`,
    row: (row: number) => (row > 0 ? `Dòng ${row}` : "Danh sách"),
    unsound: "Sửa các dòng sai trong tệp rồi chọn lại. Chưa có gì được ghi.",
    confirm: (count: string) => `Ghi ${count} nhóm`,
    more: (count: string) => `và ${count} nhóm nữa`,
  },
  problems,
  exportSheet: "Xuất ra Excel",
  emptySheet: "Tải tệp Excel trống để điền",
  sheetName: (name: string) => `Phương án phân loại – ${name}.xlsx`,
  emptySheetName: "Phương án phân loại (mẫu trống).xlsx",
  exported: "Đã lưu phương án thành tệp Excel.",
  /** A group that a file names and that no longer counts. */
  gone: "Nhóm đã rút khỏi phương án",
  fileGroup: "Nhóm (phương án phân loại)",
  noGroup: "Chưa vào nhóm nào",
  byBoxes: "Mục lục, hộp",
  byGroups: "Nhóm",
  treeOf: "Cây bên trái theo",
  stepsDone: {
    add: "Thêm nhóm",
    edit: "Sửa nhóm",
    move: "Chuyển nhóm",
    withdraw: "Rút nhóm",
    renumber: "Đánh lại ký hiệu",
    template: "Bắt đầu từ mẫu",
    fonds: "Chép phương án",
    sheet: "Nhập phương án",
  },
};
