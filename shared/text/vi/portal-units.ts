import type { UnitFaultCode } from "#shared/rules/judge-unit-change.ts";
import type { unitChangeKinds } from "#shared/rules/unit-amendment.ts";

type Kind = (typeof unitChangeKinds)[number];

const kinds: Record<Kind, string> = {
  rename: "Đính chính tên đơn vị",
  merge: "Nhập vào một xã, phường",
  split: "Chia cho nhiều xã, phường",
  found: "Thêm đơn vị còn thiếu hoặc mới thành lập",
  end: "Chấm dứt, chưa rõ đơn vị kế thừa",
};

const kindHints: Record<Kind, string> = {
  rename: "Vẫn là đơn vị đó, chỉ sửa tên. Hồ sơ không chuyển đi đâu.",
  merge:
    "Dùng khi các đơn vị nhập thành một, hoặc khi bảng của chương trình ghi sai nơi kế thừa. Hồ sơ được tìm thấy ở đơn vị nhận.",
  split: "Từng hồ sơ của đơn vị bị chia được chọn nơi tiếp nhận; hệ thống không tự đoán.",
  found: "Mã chưa từng được dùng ở cấp trên đó. Sau khi thêm mới nhập hoặc chia các đơn vị cũ vào.",
  end: "Hồ sơ vẫn ở đơn vị này cho tới khi có sửa đổi ghi rõ nơi kế thừa.",
};

const shown = (day: string) => day.split("-").reverse().join("/");

/** What of a fault is told: what it is, and what to do. */
const faults: Record<UnitFaultCode, (about: string) => string> = {
  "unit-unknown": (about) => `Không có đơn vị ${about} trong danh mục. Chọn lại, hoặc thêm đơn vị trước.`,
  "not-a-commune": (about) => `${about} không phải xã, phường, thị trấn. Chọn đơn vị cấp xã.`,
  "name-as-before": (about) => `Tên đang dùng đã là “${about}”. Không có gì để sửa.`,
  "code-twice": (about) =>
    `Mã ${about} đã thuộc một đơn vị ở cấp trên này, kể cả đơn vị đã hết hiệu lực. Hồ sơ gắn với mã đó nên mã không dùng lại được; kiểm tra lại mã.`,
  "parent-unfit": (about) => `${about} là cấp xã, không thể là cấp trên. Chọn tỉnh hoặc huyện.`,
  "no-such-day": (about) => `Không có ngày ${shown(about)}. Nhập lại ngày.`,
  "day-to-come": (about) => `Ngày ${shown(about)} chưa tới. Ban hành khi văn bản có hiệu lực.`,
  "end-before-beginning": (about) => `${about} chấm dứt trước ngày bắt đầu. Kiểm tra lại ngày hiệu lực.`,
  "ended-otherwise": (about) =>
    `${about} đã hết hiệu lực vào ngày khác. Ngày hiệu lực phải là ngày ngay sau ngày đó.`,
  "successor-unknown": (about) => `Không có đơn vị nhận ${about}. Thêm đơn vị đó trước.`,
  "successor-not-then": (about) =>
    `${about} không tồn tại vào ngày hiệu lực. Chọn đơn vị nhận khác hoặc sửa ngày.`,
  "named-twice": (about) => `${about} được chọn hai lần. Bỏ bớt một lần.`,
  "split-in-one": () =>
    "Chia thì cần ít nhất hai đơn vị nhận. Chọn thêm, hoặc dùng “Nhập vào một xã, phường”.",
  cycle: (about) => `${about} lại trở về chính đơn vị bị nhập, chia: thành vòng. Chọn đơn vị nhận khác.`,
};

/** Words of the tables of units in the administration of the portal. */
export const portalUnits = {
  place: "Đơn vị",
  title: "Đơn vị hành chính",
  subtitle:
    "Đơn vị trước và từ 01/7/2025, và xã cũ nay thuộc xã, phường nào. Sửa đổi của tỉnh được ký số và tới mọi máy ở lần liên lạc tiếp theo.",
  add: "Sửa đổi danh mục",
  list: "Danh mục đơn vị",
  find: "Tìm theo tên, mã hoặc đơn vị kế thừa",
  which: "Loại",
  all: "Tất cả",
  groups: {
    before: "Xã, phường, thị trấn trước 01/7/2025",
    today: "Xã, phường hiện nay",
    ended: "Đã hết hiệu lực sau 01/7/2025",
    split: "Bị chia",
    above: "Tỉnh và huyện cũ",
  },
  nothing: "Không có đơn vị nào khớp.",
  shown: (shown: string, total: string) => `${shown} trong ${total} đơn vị.`,
  showMore: "Xem thêm",
  until: (day: string) => `đến ${day}`,
  since: (day: string) => `từ ${day}`,
  becomes: (names: string) => `Nay thuộc: ${names}`,
  comesFrom: (names: string) => `Gồm: ${names}`,
  part: (name: string) => `${name} (một phần)`,
  change: "Sửa đổi",
  changeOf: (name: string) => `Sửa đổi ${name}`,
  kind: "Việc cần ghi",
  kinds,
  kindHints,
  faults,
  unit: "Đơn vị",
  from: "Các đơn vị được nhập",
  splitUnit: "Đơn vị bị chia",
  to: "Đơn vị nhận",
  toSeveral: "Các đơn vị nhận",
  parent: "Cấp trên",
  code: "Mã đơn vị (5 chữ số)",
  name: "Tên đúng",
  newName: "Tên đầy đủ",
  nameHint: "Gồm cả loại đơn vị: “Xã Tuy Phước Đông”.",
  on: "Ngày hiệu lực",
  dayHint: "ngày/tháng/năm",
  lastDay: "Ngày cuối cùng còn hiệu lực",
  act: "Căn cứ pháp lý",
  actHint: "Số, ký hiệu, ngày của văn bản: Nghị quyết số …/NQ-UBTVQH15 ngày …",
  reason: "Lý do sửa đổi",
  reasonHint: "Được giữ cùng sửa đổi và trong nhật ký; ít nhất 5 ký tự.",
  chooseNone: "Không có đơn vị khớp",
  try: "Xem tác động",
  publish: "Ký và ban hành",
  cancel: "Thôi",
  wrong: "Chưa ban hành được",
  effect: "Tác động nếu ban hành",
  effectNone: "Không hồ sơ nào trong mục lục đổi nơi được tìm thấy.",
  moved: (files: string, items: string) => `${files} hồ sơ, ${items} văn bản`,
  movedFrom: (unit: string, from: string, to: string) => `${unit}: ${from} → ${to}`,
  nowhere: "chưa có xã nào",
  renamed: (count: string) => `${count} hồ sơ, văn bản sẽ hiện với tên mới.`,
  readers: (count: string) =>
    `${count} người dùng cổng thuộc đơn vị sẽ hết hiệu lực: họ không còn thấy hồ sơ nào. Cấp tài khoản ở đơn vị mới cho họ.`,
  stays: "Phạm vi của máy, người dùng và đối tác không đổi: dữ liệu vẫn thuộc đơn vị đã lập ra nó.",
  published: (number: string) => `Đã ký và ban hành sửa đổi số ${number}.`,
  amendments: "Các lần sửa đổi",
  amendmentsHint:
    "Không xóa được. Ban hành nhầm thì ban hành thêm một sửa đổi để sửa lại; các máy áp dụng lần lượt theo số.",
  amendmentsNone: "Chưa có sửa đổi nào: mọi máy dùng danh mục có sẵn của chương trình.",
  number: (number: string) => `Số ${number}`,
  by: (who: string, at: string) => `${who}, ${at}`,
  actOf: (act: string) => `Căn cứ: ${act}`,
  reasonOf: (reason: string) => `Lý do: ${reason}`,
  unfit: "Không áp dụng với danh mục của phiên bản này:",
  said: {
    rename: (unit: string, name: string) => `${unit}: tên đúng là ${name}`,
    merge: (from: string, to: string, on: string) => `${from} nhập vào ${to} từ ${on}`,
    split: (from: string, to: string, on: string) => `${from} chia cho ${to} từ ${on}`,
    found: (name: string, code: string, parent: string, on: string) =>
      `Thêm ${name} (mã ${code}), ${parent}, từ ${on}`,
    end: (unit: string, on: string) => `${unit} hết hiệu lực sau ngày ${on}`,
  },
};
