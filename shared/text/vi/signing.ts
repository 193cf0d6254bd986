import type { Unsignable } from "#shared/archive/signature.ts";
import type { SignatureFinding } from "#shared/signing/signature-finding.ts";
import type { SigningFaultKind } from "#shared/signing/signing-fault.ts";

const faults: Record<SigningFaultKind, string> = {
  "no-means":
    "Máy này chưa chọn phương tiện ký số. Chưa có gì được ký. Hãy chọn tệp khóa hoặc thiết bị ký ở Cài đặt, mục Ký số.",
  "not-a-key-file":
    "Đây không phải tệp khóa ký số (.p12, .pfx), hoặc tệp đã hỏng. Chưa có gì thay đổi. Hãy chọn đúng tệp do tổ chức cấp chứng thư số giao.",
  "wrong-secret":
    "Mật khẩu hoặc mã PIN không đúng. Chưa có gì được ký. Hãy gõ lại; thiết bị ký sẽ tự khóa nếu sai PIN nhiều lần.",
  "no-key":
    "Không tìm thấy khóa bí mật đi cùng chứng thư số. Chưa có gì được ký. Hãy dùng tệp hoặc thiết bị ký có khóa của cơ quan.",
  "key-not-known": "Loại khóa này chưa dùng được (dùng được RSA và ECDSA). Chưa có gì được ký.",
  "certificate-not-current":
    "Chứng thư số đã hết hạn hoặc chưa đến ngày hiệu lực. Chưa có gì được ký. Hãy xem lại ngày giờ của máy, hoặc xin gia hạn chứng thư số.",
  "no-token-library":
    "Bản cài đặt này không có phần làm việc với thiết bị ký. Vẫn ký được bằng tệp khóa (.p12, .pfx).",
  "no-module":
    "Không có thư viện PKCS#11 ở đường dẫn này. Hãy cài phần mềm đi kèm thiết bị ký rồi gõ đường dẫn đầy đủ tới tệp .dll hoặc .so của nó.",
  "module-failed":
    "Thư viện PKCS#11 không mở được: không đúng loại, hoặc không hợp với máy này. Hãy cài lại phần mềm đi kèm thiết bị ký.",
  "no-token": "Không thấy thiết bị ký. Những văn bản đã ký vẫn còn nguyên. Hãy cắm lại thiết bị rồi thử lại.",
  "token-locked":
    "Thiết bị ký đã khóa vì gõ sai PIN nhiều lần. Những văn bản đã ký vẫn còn nguyên. Hãy nhờ nơi cấp mở khóa.",
  "token-failed":
    "Thiết bị ký báo lỗi. Những văn bản đã ký vẫn còn nguyên. Hãy cắm lại thiết bị rồi ký tiếp phần còn lại.",
  "stamp-failed":
    "Không lấy được dấu thời gian từ địa chỉ đã đặt. Văn bản đang ký chưa được ký; những văn bản trước đó vẫn còn nguyên. Hãy xem lại mạng và địa chỉ, hoặc bỏ địa chỉ để ký không có dấu thời gian.",
  "not-signable":
    "Không ghi được chữ ký vào tệp PDF/A này. Tệp vẫn như cũ. Hãy xem lại kết quả kiểm tra PDF/A.",
  "not-archival":
    "Tệp sau khi ký không còn đạt PDF/A nên đã bỏ. Tệp trước khi ký vẫn như cũ. Hãy báo bộ phận hỗ trợ.",
  "object-missing":
    "Tệp PDF/A không có trên máy này, hoặc nội dung đã hỏng. Hãy kiểm tra dữ liệu ở Sức khỏe dữ liệu.",
  "no-certificate":
    "Đây không phải chứng thư số của một tổ chức cấp chứng thư (.cer, .crt, .pem). Chưa có gì thay đổi.",
  busy: "Máy đang ký một hồ sơ hoặc đợt khác. Hãy chờ xong hoặc dừng lượt đó trước.",
  "seal-not-png":
    "Đây không phải hình PNG, hoặc tệp đã hỏng. Chưa có gì thay đổi. Hãy chọn hình con dấu định dạng .png.",
  "seal-too-heavy": "Hình con dấu nặng quá 2 MB. Chưa có gì thay đổi. Hãy lưu lại hình nhỏ hơn rồi chọn lại.",
  "seal-size":
    "Kích thước không dùng được. Chưa có gì thay đổi. Mỗi cạnh của hình phải từ 100 đến 2400 điểm ảnh, chiều ngang con dấu từ 20 đến 50 mm.",
  "seal-ground":
    "Hình con dấu phải có nền trong suốt hoặc nền trắng. Chưa có gì thay đổi. Hãy tách nền hình rồi chọn lại.",
  "seal-not-red":
    "Không thấy con dấu màu đỏ trong hình này. Chưa có gì thay đổi. Hãy chọn hình con dấu màu đỏ của cơ quan.",
  "seal-lost":
    "Hình con dấu đã chọn không còn đọc được. Chưa có gì được ký. Hãy chọn lại hình, hoặc bỏ con dấu ở Cài đặt, mục Ký số.",
};

const refused: Record<Unsignable, (count: string) => string> = {
  "not-accepted": (count) => `${count} văn bản thuộc đợt chưa được nghiệm thu`,
  "gone-on": (count) => `${count} văn bản thuộc đợt đã đóng gói: chuyển đợt về Đã nghiệm thu rồi mới ký`,
  held: (count) => `${count} văn bản đang được giữ lại`,
  "no-rendition": (count) => `${count} văn bản chưa có PDF/A`,
  "being-made": (count) => `${count} văn bản đang được tạo lại PDF/A, ký được sau ít phút`,
  untouched: (count) => `${count} văn bản là PDF gốc (đã ký hoặc điện tử): giữ nguyên, không ký thêm`,
  signed: (count) => `${count} văn bản đã ký`,
  away: (count) => `${count} văn bản có PDF/A ở máy khác`,
};

const states: Record<SignatureFinding["state"], { label: string; hint: string }> = {
  valid: { label: "Chữ ký hợp lệ", hint: "Nội dung còn nguyên như khi ký, chứng thư số còn hiệu lực." },
  expired: {
    label: "Chứng thư số hết hiệu lực",
    hint: "Nội dung còn nguyên như khi ký, nhưng chứng thư số không có hiệu lực khi ký, hoặc đã hết hạn mà không có dấu thời gian chứng minh lúc ký còn hạn.",
  },
  altered: {
    label: "Đã bị sửa đổi",
    hint: "Nội dung không còn như khi ký. Không dùng tệp này; hãy lấy lại bản lưu ở tỉnh hoặc ở bản sao lưu.",
  },
  unreadable: {
    label: "Chưa kiểm tra được",
    hint: "Chữ ký theo kiểu mà phần mềm chưa đọc được. Hãy kiểm tra bằng phần mềm của nơi cấp chứng thư số.",
  },
};

/** Signing of accepted documents, and what is found of signatures. */
export const signing = {
  faults,
  refused,
  states,
  open: "Ký số",
  title: (label: string) => `Ký số ${label}`,
  ready: (count: string) => `${count} văn bản sẵn sàng ký`,
  nothing: "Không có văn bản nào ký được lúc này.",
  who: (name: string, issuer: string) => `Ký bằng chứng thư số của ${name}, do ${issuer} cấp.`,
  until: (day: string) => `Chứng thư số có hiệu lực đến ${day}.`,
  lastHint:
    "Chữ ký đặt ở góc trên bên phải trang đầu, ghi tên cơ quan và thời gian ký. Ký là bước cuối: sau khi ký, không gì được sửa trong tệp.",
  passphrase: "Mật khẩu tệp khóa",
  pin: "Mã PIN của thiết bị ký",
  secretHint: "Chỉ dùng cho lượt ký này, không lưu lại.",
  secretMissing: "Hãy gõ mật khẩu hoặc mã PIN.",
  start: (count: string) => `Ký ${count} văn bản`,
  stop: "Dừng",
  progress: (done: string, total: string) => `Đang ký: ${done}/${total} văn bản`,
  otherRun: (label: string) => `Máy đang ký ${label}.`,
  outcomes: {
    done: (signed: string) => `Đã ký ${signed} văn bản.`,
    cancelled: (signed: string, left: string) =>
      `Đã dừng theo yêu cầu: ký được ${signed}, còn ${left} văn bản chưa ký.`,
    stopped: (signed: string, left: string) =>
      `Phải dừng giữa chừng: ký được ${signed}, còn ${left} văn bản chưa ký.`,
  },
  failed: (count: string) => `${count} văn bản không ký được; các văn bản khác vẫn ký:`,
  toSettings: "Mở Cài đặt",
  verify: "Kiểm tra chữ ký số",
  verifyTitle: (label: string) => `Chữ ký số của ${label}`,
  verifying: "Đang kiểm tra chữ ký…",
  unsigned: "Chưa ký số",
  lost: "Hồ sơ ghi là đã ký nhưng tệp không còn chữ ký nào đọc được: tệp đã bị sửa đổi.",
  notHere: "Tệp không có trên máy này nên chưa kiểm tra được.",
  noDocuments: "Hồ sơ chưa có PDF/A nào để kiểm tra.",
  signedBy: (name: string, issuer: string) => `${name} (chứng thư số do ${issuer} cấp)`,
  signedAt: (time: string) => `Thời gian ký ghi trong tệp: ${time}`,
  stampedAt: (time: string) => `Dấu thời gian: ${time}`,
  serial: (serial: string) => `Số chứng thư: ${serial}`,
  trust: {
    trusted: "Nơi cấp chứng thư số nằm trong danh sách tin cậy của máy này.",
    unknown:
      "Chưa rõ nơi cấp: nơi cấp chứng thư số không nằm trong danh sách tin cậy của máy này (Cài đặt, mục Ký số).",
  },
  notAsked: "Không hỏi được nơi cấp xem chứng thư số có bị thu hồi hay không.",
  setting: {
    title: "Ký số",
    hint: "Phương tiện ký của cơ quan trên máy này. Mật khẩu và mã PIN không bao giờ được lưu.",
    none: "Chưa chọn phương tiện ký.",
    now: { file: "Tệp khóa", token: "Thiết bị ký (PKCS#11)" },
    holder: "Chủ chứng thư số",
    issuer: "Nơi cấp",
    serial: "Số chứng thư",
    validity: "Hiệu lực",
    span: (from: string, to: string) => `${from} – ${to}`,
    useFile: "Dùng tệp khóa…",
    useToken: "Dùng thiết bị ký…",
    tryIt: "Ký thử…",
    tried: "Ký thử được: phương tiện ký hoạt động.",
    notYours: "Chỉ người duyệt hoặc người phụ trách trung tâm mới chọn phương tiện ký.",
    fileTitle: "Dùng tệp khóa ký số",
    file: "Tệp khóa (.p12, .pfx)",
    fileHint: "Tệp do tổ chức cấp chứng thư số giao. Máy giữ nguyên tệp, vẫn khóa bằng mật khẩu của nó.",
    fileMissing: "Hãy chọn tệp khóa.",
    chooseFile: "Chọn tệp…",
    tokenTitle: "Dùng thiết bị ký số",
    module: "Thư viện PKCS#11 của thiết bị",
    moduleHint:
      "Đường dẫn đầy đủ tới tệp .dll (Windows) hoặc .so (Linux) mà phần mềm đi kèm thiết bị ký đã cài. Hãy cắm thiết bị trước.",
    moduleMissing: "Hãy gõ đường dẫn tới thư viện.",
    tryTitle: "Ký thử",
    check: "Thử và dùng",
    tryButton: "Ký thử",
    chosen: "Đã thử và chọn phương tiện ký.",
    agency: "Tên cơ quan trên chữ ký",
    agencyHint: "Để trống thì lấy tên trong chứng thư số.",
    stamp: "Địa chỉ cấp dấu thời gian (TSA)",
    stampHint:
      "Để trống thì ký không có dấu thời gian (PAdES B-B). Có địa chỉ thì mỗi chữ ký cần mạng (PAdES B-T).",
    saved: "Đã lưu cài đặt ký số.",
    badAddress: "Địa chỉ phải bắt đầu bằng http:// hoặc https://.",
    seal: "Hình con dấu trên chữ ký",
    sealHint:
      "Mặc định không có. TT 05/2025/TT-BNV và NĐ 30/2020/NĐ-CP quy định bản số hóa không hiển thị hình con dấu; chỉ dùng khi cơ quan tiếp nhận yêu cầu theo quy định cũ (TT 02/2019/TT-BNV). Hình PNG màu đỏ, nền trong suốt hoặc trắng, tối đa 2 MB; hiện đúng kích thước thật, dưới tên cơ quan và thời gian ký. Trang nhỏ hơn con dấu thì không hiện.",
    sealKept: "Hình nằm trên máy này, không mã hóa, và không có trong bản sao lưu: hãy giữ tệp gốc.",
    noSeal: "Không hiện con dấu.",
    sealNow: (name: string, width: string) => `Đang hiện con dấu: ${name}, ngang ${width} mm`,
    sealPicture: "Hình con dấu sẽ hiện trên trang",
    sealWidth: "Chiều ngang con dấu thật (mm)",
    sealWidthHint: "Đo trên con dấu của cơ quan, từ mép này sang mép kia: 20 đến 50 mm.",
    chooseSeal: "Chọn hình con dấu (.png)…",
    sealMissing: "Hãy chọn hình và nhập chiều ngang con dấu.",
    useSeal: "Hiện con dấu này",
    dropSeal: "Bỏ con dấu",
    sealChosen: "Từ lần ký sau, chữ ký có hình con dấu.",
    sealDropped: "Đã bỏ con dấu và xóa hình khỏi máy này. Văn bản đã ký vẫn như khi ký.",
    trusted: "Nơi cấp chứng thư số được tin cậy",
    trustedHint:
      "Chứng thư số gốc lấy từ trang chính thức của nơi cấp. Có trong danh sách thì chữ ký mới được ghi là tin cậy.",
    noTrusted: "Chưa có nơi cấp nào.",
    addTrusted: "Thêm chứng thư số gốc…",
    removeTrusted: (name: string) => `Bỏ tin cậy ${name}`,
    trustAdded: "Đã thêm nơi cấp được tin cậy.",
  },
};
