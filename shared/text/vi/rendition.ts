import type { NamePractice } from "#shared/archive/document-name.ts";
import {
  templateLimit,
  type TemplateProblem,
  type TemplateToken,
} from "#shared/archive/document-template.ts";
import type { OtherChecker, RenditionCheck, RenditionKind } from "#shared/archive/rendition-report.ts";

const checks: Record<RenditionCheck, string> = {
  readable: "Mở đọc được",
  structure: "Khung tệp (đầu tệp, bảng đối tượng)",
  "trailer-id": "Có mã nhận dạng tệp",
  "not-encrypted": "Không đặt mật khẩu, không mã hóa",
  "page-count": "Đủ số trang",
  "page-boxes": "Khổ trang hợp lệ",
  metadata: "Có siêu dữ liệu XMP đúng cú pháp",
  declared: "Tự khai là PDF/A",
  "info-agrees": "Thông tin tệp khớp với XMP",
  "output-intent": "Có hồ sơ màu đầu ra",
  "fonts-embedded": "Phông chữ được nhúng",
  "fonts-unicode": "Chữ tìm và chép được",
  colours: "Không gian màu",
  filters: "Kiểu nén được phép",
  images: "Ảnh",
  transparency: "Độ trong suốt",
  annotations: "Chú thích",
  forms: "Biểu mẫu",
  "no-script": "Không có mã lệnh",
  "no-action": "Không có hành động tự chạy",
  "no-embedded-file": "Không có tệp đính kèm",
};

const kinds: Record<RenditionKind, string> = {
  "two-layer": "PDF/A-2b hai lớp",
  "image-only": "PDF/A-2b chỉ có ảnh: không đặt được lớp chữ, chữ vẫn tìm được trong phần mềm",
  untouched:
    "PDF gốc được giữ nguyên (đã ký số hoặc là văn bản điện tử); lớp chữ để tìm kiếm nằm riêng bên cạnh",
};

const practices: Record<NamePractice, { label: string; hint: string }> = {
  plain: { label: "Mã hồ sơ.STT.pdf", hint: "Theo Điều 8 Thông tư 05/2025/TT-BNV: H05.01.0000001.pdf" },
  folders: { label: "Mã phông / Mã hồ sơ / Mã hồ sơ.STT.pdf", hint: "Mỗi hồ sơ một thư mục" },
  dashes: {
    label: "Mã phông / Mục lục / Phông-Mục lục-Hồ sơ-STT.pdf",
    hint: "Mỗi hồ sơ một thư mục, tên nối bằng gạch ngang",
  },
  template: { label: "Mẫu riêng của trung tâm", hint: "Ghép tên từ các thành phần; dấu / tạo thư mục" },
};

const problems: Record<TemplateProblem, (at: string) => string> = {
  empty: () => "Hãy nhập mẫu tên.",
  "too-long": (at) => `Mẫu dài ${at} ký tự, tối đa ${templateLimit}.`,
  "unknown-token": (at) => `Không có thành phần ${at}. Chọn trong danh sách bên dưới.`,
  "open-brace": (at) => `Dấu ${at} thiếu dấu đi kèm. Thành phần viết trong { và }.`,
  "bad-character": (at) => `Tên tệp trên Windows không được có ký tự ${at}`,
  "bad-folder": () => "Tên thư mục giữa hai dấu / không được trống hoặc chỉ có dấu chấm.",
};

const tokens: Record<TemplateToken, string> = {
  maHoSo: "mã hồ sơ",
  stt: "số thứ tự văn bản; {stt:4} là ít nhất 4 chữ số",
  maPhong: "mã phông",
  mucLuc: "mục lục số",
  soKyHieu: "số và ký hiệu",
  ngay: "ngày ban hành, dạng 20160305",
  nam: "năm ban hành",
  trichYeu: "trích yếu, cắt ngắn nếu dài",
};

/** Words around the finished PDF/A: what was looked for in it, and how it is saved. */
export const rendition = {
  title: "Kiểm tra PDF/A",
  checks,
  kinds,
  practices,
  summary: (passed: string, total: string) => `PDF/A-2b: đạt ${passed}/${total} phép thử`,
  untouchedSummary: (passed: string, total: string) =>
    `PDF gốc giữ nguyên; đối chiếu PDF/A: đạt ${passed}/${total} phép thử`,
  others: {
    passed: (checker: OtherChecker, version: string) => `${checker} ${version}: đạt`,
    failed: (checker: OtherChecker, version: string) => `${checker} ${version}: không đạt`,
    absent: (checker: OtherChecker) => `chưa kiểm bằng ${checker}`,
    "gave-up": (checker: OtherChecker) => `${checker} không cho kết quả`,
  },
  page: (number: string, detail: string) =>
    detail === "" ? `Trang ${number}` : `Trang ${number}: ${detail}`,
  whole: (detail: string) => (detail === "" ? "Cả tệp" : `Cả tệp: ${detail}`),
  more: "Xem các phép thử",
  less: "Thu gọn",
  unreadable: "Không đọc được kết quả kiểm tra: chưa có trên máy này.",
  save: "Lưu PDF/A",
  saveMany: "Lưu PDF/A…",
  saveTitle: (code: string) => `Lưu PDF/A của ${code}`,
  setting: {
    title: "Tên tệp PDF/A",
    hint: "Cách đặt tên khi lưu PDF/A; lưu cả hồ sơ hoặc cả đợt thì có thể chọn cách khác. Hai tệp không bao giờ trùng tên.",
    example: "Ví dụ với tệp đầu của phông H05.02, mục lục 1:",
    notYours: "Cán bộ kiểm tra cấp huyện hoặc cán bộ tỉnh chọn cách đặt tên.",
    own: {
      label: "Mẫu tên",
      hint: "Ví dụ {maHoSo}/{maHoSo}.{stt:7} · {soKyHieu}. Đuôi .pdf tự có.",
      becomes: "Tên sẽ là:",
      added: {
        maHoSo: "Đã thêm thư mục {maHoSo} ở đầu để hai hồ sơ không trùng tên.",
        stt: "Đã thêm .{stt:7} ở cuối để hai văn bản không trùng tên.",
      },
      tokens,
      tokensLabel: "Thành phần, bấm để thêm vào mẫu",
      problems,
      use: "Dùng mẫu này",
      same: "Đang dùng mẫu này.",
    },
    chosen: "Đã đổi cách đặt tên tệp PDF/A.",
  },
  naming: "Cách đặt tên tệp",
  start: "Đóng gói và lưu",
  packing: (done: string, total: string) => `Đang đóng gói ${done}/${total} văn bản…`,
  saved: (documents: string) => `Đã đóng gói ${documents} văn bản vào một tệp ZIP.`,
  lacking: (count: string) => `${count} văn bản chưa có PDF/A trên máy này nên không có trong gói.`,
  nothing: "Chưa văn bản nào có PDF/A trên máy này. Quét và đọc xong thì lưu được.",
};
