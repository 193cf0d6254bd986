import type { FindingCode } from "#shared/portal/province-findings.ts";
import { portalRules } from "#shared/text/vi/portal-rules.ts";
import { portalSharing } from "#shared/text/vi/portal-sharing.ts";
import { portalUnits } from "#shared/text/vi/portal-units.ts";

/** What of a finding is told: what fails, what is safe all the same, and what is to be done. */
type Told = { what: (count: string, names: string) => string; safe: string; next: string };

const findings: Record<FindingCode, Told> = {
  database: {
    what: () => "Cơ sở dữ liệu không trả lời",
    safe: "Các máy giữ nguyên những gì chưa gửi và tự gửi lại.",
    next: "Kiểm tra dịch vụ PostgreSQL và đường mạng tới đó, rồi tải lại trang này.",
  },
  objects: {
    what: () => "Không ghi được vào kho tệp",
    safe: "Những gì tỉnh đã xác nhận vẫn nằm trong kho; các máy giữ phần chưa gửi.",
    next: "Kiểm tra ổ đĩa của kho tệp (đầy, chỉ đọc, rút cáp) hoặc khóa truy cập kho S3.",
  },
  room: {
    what: () => "Kho tệp gần hết chỗ nên tạm ngừng nhận",
    safe: "Không mất gì; các máy giữ phần chưa gửi và tự gửi lại khi có chỗ.",
    next: "Thêm đĩa hoặc chuyển kho tệp sang nơi rộng hơn. Không xóa tay tệp nào trong kho.",
  },
  keys: {
    what: () => "Không đọc được khóa của tỉnh, hoặc khóa trên đĩa không còn như khi khởi động",
    safe: "Xác nhận đã cấp vẫn đúng. Đừng khởi động lại máy chủ trước khi có lại khóa.",
    next: "Chép lại tệp province-keys.json từ bản sao lưu gần nhất.",
  },
  "audit-broken": {
    what: (count, names) => `Nhật ký thay đổi của ${count} nơi bị đứt mạch: ${names}`,
    safe: "Dữ liệu vẫn dùng được; từng thay đổi vẫn còn trong nhật ký trên các máy.",
    next: "Giữ nguyên hiện trạng, báo ngay người quản trị cơ sở dữ liệu và lập biên bản; đối chiếu với bản sao lưu.",
  },
  "backup-none": {
    what: () => "Chưa có bản sao lưu nào được ghi nhận",
    safe: "Dữ liệu đang chạy không bị ảnh hưởng.",
    next: "Đặt lịch chạy lệnh backup mỗi đêm ra hai nơi lưu khác nhau.",
  },
  "backup-failed": {
    what: (_count, names) => `Lần sao lưu gần nhất không thành: ${names}`,
    safe: "Các bản sao lưu trước ở nơi đó, nếu có, vẫn còn; những tệp đã chép sang được giữ cho lần sau.",
    next: "Xem lý do trong ngoặc, kiểm tra nơi lưu còn gắn, còn chỗ và ghi được, rồi chạy lại lệnh backup.",
  },
  "backup-old": {
    what: () => "Bản sao lưu gần nhất đã quá một ngày rưỡi",
    safe: "Các bản sao lưu trước vẫn còn và đã được đọc lại khi lập.",
    next: "Xem nhật ký của lệnh backup đêm qua, kiểm tra nơi lưu còn gắn và còn chỗ, rồi chạy lại.",
  },
  "backup-damaged": {
    what: (count) => `${count} tệp trong kho không còn đúng như mã SHA-256 của nó`,
    safe: "Tệp hỏng không được chép đè lên bản sao lưu; bản tốt ở lần sao lưu trước vẫn còn.",
    next: "Chạy lệnh objects check --read để biết tệp nào, rồi lấy lại từ bản sao lưu.",
  },
  "backup-missing": {
    what: (count) => `${count} tệp tỉnh đã xác nhận nhưng không thấy trong bản sao lưu`,
    safe: "Mô tả của các tệp đó vẫn còn trong cơ sở dữ liệu.",
    next: "Chạy lệnh objects check để biết tệp nào, rồi lấy lại từ bản sao lưu trước hoặc từ máy đã gửi.",
  },
  "room-low": {
    what: (room) => `Kho tệp còn ${room}`,
    safe: "Tỉnh vẫn nhận bình thường.",
    next: "Lên kế hoạch thêm đĩa trước khi kho tạm ngừng nhận.",
  },
  "backup-one": {
    what: (_count, names) => `Chỉ một nơi có bản sao lưu mới: ${names}`,
    safe: "Bản sao lưu đó đã được đọc lại từng tệp.",
    next: "Thêm một nơi lưu thứ hai (--to), tốt nhất là ở phòng khác.",
  },
  "audit-unwalked": {
    what: (count, names) =>
      `Nhật ký thay đổi của ${count} nơi chưa được rà, hoặc rà đã quá hai ngày: ${names}`,
    safe: "Việc rà chạy mỗi ngày một lần, bên cạnh việc khác; nhật ký vẫn được ghi tiếp.",
    next: "Nơi mới gửi lần đầu được rà trong ít phút. Nếu ngày mai vẫn thế, xem nhật ký lỗi của máy chủ.",
  },
  aside: {
    what: (count) => `${count} bản ghi các máy đã gửi chưa vào kho`,
    safe: "Không có gì bị mất: tất cả được giữ nguyên văn.",
    next: "Xem lý do của từng bản ghi ở mục Chưa vào kho, và hỏi đơn vị gửi nếu đã lâu.",
  },
  "machines-quiet": {
    what: (count) => `Không máy nào trong ${count} máy liên lạc suốt một ngày`,
    safe: "Các máy làm việc bình thường khi không có mạng và giữ những gì chưa gửi.",
    next: "Kiểm tra địa chỉ và đường mạng tới máy chủ từ bên ngoài; ngoài ngày nghỉ thì đây là dấu hiệu đứt mạng.",
  },
  "machines-clock": {
    what: (count, names) => `Đồng hồ của ${count} máy lệch quá hai phút so với máy chủ: ${names}`,
    safe: "Dữ liệu của các máy đó vẫn được nhận đủ; thứ tự nhận do tỉnh ghi.",
    next: "Nhắc đơn vị chỉnh lại ngày giờ của máy (mục Máy ghi lệch bao nhiêu, đo lúc nào). Nếu máy nào cũng lệch, xem lại đồng hồ của máy chủ.",
  },
};

/** Words of the administration in the portal. */
export const portalAdmin = {
  title: "Quản trị",
  menu: "Các phần của quản trị",
  asidePlace: "Chưa vào kho",
  health: {
    place: "Tình trạng",
    title: "Tình trạng của tỉnh",
    subtitle: (at: string) => `Nhìn lúc ${at}`,
    refresh: "Xem lại",
    well: "Mọi thứ đang ổn",
    wellHint: "Tỉnh nhận được dữ liệu, nhật ký liền mạch, bản sao lưu còn mới.",
    list: "Việc cần chú ý",
    safe: "An toàn:",
    next: "Việc cần làm:",
    urgencies: { stop: "Đang ngừng nhận", act: "Cần xử lý", watch: "Nên xem" },
    findings,
    parts: "Các phần của máy chủ",
    checks: {
      database: "Cơ sở dữ liệu",
      objects: "Kho tệp",
      room: "Chỗ trống",
      keys: "Khóa của tỉnh",
    },
    holds: { database: "trả lời", objects: "ghi được", keys: "đọc được, còn nguyên" },
    fails: { database: "không trả lời", objects: "không ghi được", keys: "không đọc được" },
    room: (left: string, least: string) => `còn ${left}; dưới ${least} thì ngừng nhận`,
    roomUnknown: "không đo được",
    work: "Việc đang chờ",
    words: "Trang chờ lập chỉ mục",
    catalogue: "Dòng mục lục chờ làm mới",
    meaning: "Tìm theo nghĩa",
    meaningOff: {
      "no-model": "tắt: chưa cài mô hình (MUCLUC_EMBED_URL)",
      "no-extension": "tắt: cơ sở dữ liệu chưa có pgvector",
      "not-allowed": "tắt: người dùng cơ sở dữ liệu không được bật pgvector",
    },
    meaningStates: {
      away: (model: string, _vectors: string, waiting: string) =>
        `mô hình ${model} không trả lời; tìm theo từ vẫn chạy, ${waiting} dòng chờ`,
      making: (model: string, vectors: string, waiting: string) =>
        `đang chuẩn bị với ${model}: ${vectors} đoạn đã xong, ${waiting} dòng chờ`,
      on: (model: string, vectors: string, waiting: string) =>
        `bật, ${model}: ${vectors} đoạn, ${waiting} dòng chờ`,
    },
    held: "Bản ghi giữ chờ bản ghi khác",
    refused: "Bản ghi không nhận",
    seen: "Máy liên lạc trong một ngày",
    of: (part: string, all: string) => `${part} trên ${all}`,
    audit: "Nhật ký thay đổi, rà lại mỗi ngày",
    auditHint:
      "Mỗi thay đổi mang mã của thay đổi trước nó, nên sửa hay xóa một dòng là thấy ngay ở lần rà tiếp theo.",
    auditNone: "Chưa có huyện nào gửi dữ liệu.",
    columns: { unit: "Đơn vị", at: "Rà lúc", entries: "Số thay đổi", state: "Kết quả" },
    never: "chưa rà",
    whole: "Liền mạch",
    broken: (entry: string) => `Đứt ở thay đổi ${entry}`,
    backups: "Sao lưu",
    backupsHint: "Mỗi lần sao lưu đều đọc lại từng tệp ở nơi lưu và so mã SHA-256 trước khi ghi là xong.",
    backupsNone: "Chưa có bản sao lưu nào được ghi nhận trong thư mục dữ liệu của tỉnh.",
    backupColumns: {
      place: "Nơi lưu",
      at: "Đã lập và đọc lại lúc",
      age: "Tuổi",
      objects: "Số tệp",
      size: "Dung lượng",
      state: "Kết quả",
    },
    hours: (hours: string) => `${hours} giờ`,
    days: (days: string) => `${days} ngày`,
    good: "Đủ, đọc lại đúng",
    faulty: (damaged: string, missing: string) => `${damaged} tệp hỏng, ${missing} tệp thiếu`,
  },
  ...portalSharing,
  rules: portalRules,
  units: portalUnits,
  devices: {
    place: "Máy",
    title: "Máy của các đơn vị",
    subtitle: "Các máy đã ghi danh, lần liên lạc gần nhất và những gì chưa vào kho.",
    find: "Lọc theo tên, đơn vị hoặc mã máy",
    which: "Tình trạng",
    all: "Tất cả",
    states: {
      active: "Đang dùng",
      quiet: "Lâu không liên lạc",
      never: "Chưa liên lạc",
      revoked: "Đã thu hồi",
    },
    list: "Danh sách máy",
    none: "Chưa ghi danh máy nào",
    noneHint: "Máy được ghi danh bằng lệnh enrol tại máy chủ; lệnh đó in tờ ghi danh để đưa cho đơn vị.",
    nothing: "Không có máy nào khớp.",
    shown: (shown: string, total: string) => `${shown} máy trong ${total}. Lọc để thu hẹp.`,
    id: "Mã máy",
    enrolled: "Ghi danh",
    seen: "Liên lạc gần nhất",
    version: "Phiên bản",
    clock: "Đồng hồ",
    clockRight: (at: string) => `đúng (đo lúc ${at})`,
    clockFast: (span: string, at: string) => `Đồng hồ nhanh ${span} so với máy chủ (đo lúc ${at})`,
    clockSlow: (span: string, at: string) => `Đồng hồ chậm ${span} so với máy chủ (đo lúc ${at})`,
    rules: "Quy tắc",
    rulePack: (number: string) => `bộ quy tắc số ${number}`,
    ruleUnits: (number: string) => `đơn vị theo sửa đổi số ${number}`,
    noUnits: "chưa áp dụng sửa đổi đơn vị",
    ownRules: "có sẵn của chương trình",
    rulesBehind: (edition: string) =>
      `Chưa nhận bản mới nhất (${edition}): máy nhận ở lần liên lạc tiếp theo, trong lúc đó vẫn dùng được.`,
    tooOld: (version: string) =>
      `Chương trình trên máy cũ hơn bản ${version} mà quy tắc đang phát cần: máy giữ quy tắc đang có và vẫn gửi dữ liệu như thường. Cần cài bản mới cho máy này.`,
    tooOldCount: (count: string, version: string) =>
      `${count} máy chưa áp dụng được vì chương trình cũ hơn bản ${version}.`,
    tooOldOnly: "Chương trình quá cũ",
    rulesStanding: (edition: string) => `Tỉnh đang phát: ${edition}.`,
    rulesNone:
      "Tỉnh chưa ban hành bộ quy tắc hay sửa đổi đơn vị nào: mọi máy dùng bản có sẵn của chương trình.",
    rulesAll: "Các máy đã liên lạc đều đã nhận.",
    behind: (count: string) => `${count} máy chưa nhận.`,
    silent: (count: string) => `${count} máy chưa cho biết đang dùng bản nào.`,
    lacking: "Chưa nhận quy tắc mới",
    aside: "Chưa vào kho",
    asideOf: (held: string, refused: string) => `${held} giữ chờ, ${refused} không nhận`,
    allIn: "không có",
    unknown: "chưa rõ",
    neverSeen: "chưa lần nào",
    revoked: (at: string, by: string) => `Thu hồi lúc ${at}, người làm: ${by}`,
    byCommand: "lệnh tại máy chủ",
    reasonOf: (reason: string) => `Lý do: ${reason}`,
    revoke: "Thu hồi",
    revokeOf: (name: string) => `Thu hồi máy ${name}`,
    happens: (name: string, unit: string) =>
      `Từ lúc này “${name}” (${unit}) không gửi và không nhận được gì nữa; gói USB của máy này cũng không được nhận. Những gì máy đã gửi vẫn ở kho tỉnh. Những gì chưa gửi vẫn nằm trên máy đó. Không hoàn tác được: muốn dùng lại phải ghi danh lại. Ghi rõ lý do, ít nhất 5 ký tự; lý do được giữ trong nhật ký.`,
    reason: "Lý do thu hồi",
    confirm: "Thu hồi máy này",
    cancel: "Thôi",
  },
};
