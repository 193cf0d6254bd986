/** Code lists of TT 05/2025/TT-BNV (typeName 04-06 in the order of NĐ 30/2020/NĐ-CP, Phụ lục III). */
export const retentionCodes = ["", "01", "02", "03", "04", "05", "06", "07"] as const;
export const accessCodes = ["", "01", "02", "03"] as const;
export const languageCodes = ["", "01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11"] as const;
export const conditionCodes = ["", "01", "02", "03"] as const;

export type RetentionCode = (typeof retentionCodes)[number];
export type AccessCode = (typeof accessCodes)[number];
export type LanguageCode = (typeof languageCodes)[number];
export type ConditionCode = (typeof conditionCodes)[number];

/** Document types: code, official Vietnamese name, and the abbreviation in a document's symbol ("" = none). */
export const documentTypes = [
  ["01", "Nghị quyết", "NQ"],
  ["02", "Quyết định", "QĐ"],
  ["03", "Chỉ thị", "CT"],
  ["04", "Quy chế", "QC"],
  ["05", "Quy định", "QyĐ"],
  ["06", "Thông cáo", "TC"],
  ["07", "Thông báo", "TB"],
  ["08", "Hướng dẫn", "HD"],
  ["09", "Chương trình", "CTr"],
  ["10", "Kế hoạch", "KH"],
  ["11", "Phương án", "PA"],
  ["12", "Đề án", "ĐA"],
  ["13", "Dự án", "DA"],
  ["14", "Báo cáo", "BC"],
  ["15", "Tờ trình", "TTr"],
  ["16", "Giấy ủy quyền", "GUQ"],
  ["17", "Phiếu gửi", "PG"],
  ["18", "Phiếu chuyển", "PC"],
  ["19", "Phiếu báo", "PB"],
  ["20", "Biên bản", "BB"],
  ["21", "Hợp đồng", "HĐ"],
  ["22", "Công văn", ""],
  ["23", "Công điện", "CĐ"],
  ["24", "Bản ghi nhớ", "BGN"],
  ["25", "Bản thỏa thuận", "BTT"],
  ["26", "Giấy mời", "GM"],
  ["27", "Giấy giới thiệu", "GGT"],
  ["28", "Giấy nghỉ phép", "GNP"],
  ["29", "Thư công", ""],
  ["30", "Bản đồ", ""],
  ["31", "Bản vẽ kỹ thuật", ""],
  ["32", "Khác", ""],
] as const;

export type DocumentTypeCode = "" | (typeof documentTypes)[number][0];

export const documentTypeCodes: readonly DocumentTypeCode[] = ["", ...documentTypes.map(([code]) => code)];

/** The official name of a document type, or the empty text. */
export function documentTypeName(code: DocumentTypeCode): string {
  return documentTypes.find(([known]) => known === code)?.[1] ?? "";
}

/** Priority groups of the province's letter (outgoing decisions, plans, reports, records in frequent use). */
export const priorityGroups = ["", "decision", "plan", "report", "frequent-use", "other"] as const;

export type PriorityGroup = (typeof priorityGroups)[number];

/** How far paper was arranged before it was listed: chỉnh lý hoàn chỉnh, sơ bộ, chưa. */
export const arrangements = ["", "arranged", "partly", "none"] as const;

export type Arrangement = (typeof arrangements)[number];
