import type { Arrangement } from "#shared/archive/codes.ts";
import type { SecrecyClass } from "#shared/rules/exclusion.ts";
import type { ScopeAnswer, ScopeWant } from "#shared/rules/scope.ts";

const arrangements: Record<Arrangement, string> = {
  "": "Chưa xác định",
  arranged: "Đã chỉnh lý hoàn chỉnh",
  partly: "Chỉnh lý sơ bộ",
  none: "Chưa chỉnh lý",
};

const scope: Record<ScopeAnswer["reason"], string> = {
  "arranged-2015-2020": "Vĩnh viễn, đã chỉnh lý, 2015–2020.",
  "frequent-use": "Tài liệu thường xuyên sử dụng.",
  reasoned: "Theo lý do đã ghi.",
  outside: "Ngoài phạm vi",
  "not-known": "Chưa rõ phạm vi",
};

const scopeWants: Record<ScopeWant, string> = {
  "not-permanent": "thời hạn bảo quản không phải vĩnh viễn",
  "not-arranged": "chưa chỉnh lý hoàn chỉnh",
  "other-years": "có năm ngoài 2015–2020",
  "retention-unknown": "chưa có thời hạn bảo quản",
  "arrangement-unknown": "chưa rõ tình trạng chỉnh lý",
  "years-unknown": "chưa có ngày tháng",
};

const secrecy: Record<SecrecyClass, string> = {
  mat: "Mật",
  "toi-mat": "Tối mật",
  "tuyet-mat": "Tuyệt mật",
  unnamed: "chưa rõ độ mật",
};

/** The forms of fonds, files and items, beside the names of their fields. */
export const entry = {
  groups: {
    identity: "Nhận diện",
    time: "Thời gian, thời hạn bảo quản",
    scope: "Phạm vi và ưu tiên số hóa",
    place: "Nơi để và số lượng",
    successor: "Nơi tiếp nhận",
    content: "Nội dung",
    description: "Ngôn ngữ, tình trạng, ghi chú",
    codes: "Tên và mã",
    history: "Lịch sử và nội dung phông",
    totals: "Số lượng và tra cứu",
  },
  needed: "* phải nhập để lưu · ° cần có trước khi nộp",
  /** What is left of a field's length under the circular in force. */
  room: (left: number, limit: number) =>
    left < 0
      ? `Quá ${-left} ký tự so với giới hạn ${limit} của thông tư`
      : `Còn ${left} trong ${limit} ký tự theo thông tư`,
  neededMark: "cần có trước khi nộp",
  nothingFound: "Không có trong danh mục",
  clear: "Bỏ chọn",
  arrangements,
  yes: "Có",
  no: "Không",
  frequentUseHint: "Được đưa vào số hóa dù thuộc năm nào.",
  suggestRetention: (name: string) => `Gợi ý: ${name}`,
  suggestPriority: (name: string) => `Gợi ý theo tiêu đề: ${name}`,
  otherYears: (years: number) => `khác (${years} năm)`,
  take: "Dùng gợi ý",
  inScope: "Trong phạm vi",
  scopeTitle: "Phạm vi",
  scope,
  scopeWhy: (wants: readonly ScopeWant[]) => `Vì ${wants.map((want) => scopeWants[want]).join("; ")}.`,
  scopeReasonHint: "Hồ sơ ngoài phạm vi chỉ được đưa vào khi có lý do bằng văn bản.",
  itemPriority: (name: string) => `Nhóm ưu tiên: ${name}`,
  kinds: { individual: "Văn bản cá biệt", normative: "Văn bản quy phạm pháp luật" },
  addresseeHint: "Ghi khi cần phân biệt hai văn bản giống nhau, ví dụ cùng số gửi hai nơi.",
  unit: "Đơn vị hình thành phông",
  unitHint: "Không đổi được sau khi tạo: phông không chuyển sang xã mới.",
  codesState: "Tình trạng mã",
  provisional: "Mã tạm, chờ tỉnh xác nhận",
  provisionalHint: "Gói tài liệu mang mã tạm chưa được coi là bản cuối.",
  confirmedAt: (when: string) => `Tỉnh đã xác nhận mã: ${when}`,
  identifierHint: "Nhận cả hai kiểu: H08.12.3 hoặc 000.12.03.H08. Lưu đúng như đã nhập.",
  identifierOdd:
    "Mã này không theo kiểu nào trong hai kiểu đang dùng (H08.12.3 hoặc 000.12.03.H08). Vẫn lưu được; hãy kiểm tra lại.",
  counted: "Đếm trên máy này",
  countedWords: (files: string, items: string, leaves: string) =>
    `${files} hồ sơ · ${items} văn bản · ${leaves} tờ`,
  successors: "Đơn vị kế thừa",
  secret: {
    title: "Dừng lại: tài liệu có dấu chỉ độ mật",
    where: (labels: string) => `Dấu chỉ độ mật nằm ở: ${labels}.`,
    recorded: (name: string) =>
      `Không có gì của tài liệu này được lưu. Quyết định loại (${name}) đã được ghi: ai, lúc nào, bản giấy ở đâu; không ghi tiêu đề hay nội dung.`,
    stepsTitle: "Việc cần làm với bản giấy",
    steps: [
      "Để riêng tài liệu, không quét, không chụp, không sao.",
      "Báo ngay người phụ trách và chuyển tài liệu về nơi quản lý tài liệu mật theo quy định.",
      "Không nhập tiêu đề, số, ký hiệu hay trích yếu của tài liệu vào bất kỳ ô nào. Nếu đã nhập trước đó, rút khỏi mục lục.",
    ],
    discard: "Xóa nội dung đang nhập và đóng",
    slip: "Tôi gõ nhầm, sửa lại",
    slipReason: "Gõ nhầm dấu chỉ độ mật",
    recording: "Đang ghi quyết định loại…",
    notRecorded: "Chưa ghi được quyết định loại. Tài liệu vẫn không được lưu; hãy thử lại.",
    again: "Ghi lại",
    atFile: "Biểu mẫu hồ sơ",
    atItem: "Biểu mẫu văn bản",
  },
  secrecy,
};
