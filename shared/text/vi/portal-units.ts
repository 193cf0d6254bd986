import type { UnitFaultCode } from "#shared/rules/judge-unit-change.ts";
import type { unitChangeKinds } from "#shared/rules/unit-amendment.ts";

type Kind = (typeof unitChangeKinds)[number];

const kinds: Record<Kind, string> = {
  rename: "Đính chính hoặc đổi tên đơn vị",
  merge: "Nhập vào một xã, phường",
  split: "Chia cho nhiều xã, phường",
  cede: "Chuyển một phần cho xã, phường khác (điều chỉnh địa giới)",
  found: "Thêm đơn vị còn thiếu hoặc mới thành lập",
  end: "Chấm dứt, chưa rõ đơn vị kế thừa",
};

const kindHints: Record<Kind, string> = {
  rename: "Vẫn là đơn vị đó, chỉ khác tên. Hồ sơ không chuyển đi đâu.",
  merge:
    "Dùng khi các đơn vị nhập thành một, hoặc khi bảng của chương trình ghi sai nơi kế thừa. Hồ sơ được tìm thấy ở đơn vị nhận.",
  split: "Từng hồ sơ của đơn vị bị chia được chọn nơi tiếp nhận; hệ thống không tự đoán.",
  cede: "Đơn vị vẫn còn và giữ hồ sơ của mình. Hồ sơ chưa chọn nơi tiếp nhận được tìm thấy ở cả đơn vị nhận; từng hồ sơ thuộc phần chuyển đi do người có thẩm quyền chọn.",
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
  "end-before-beginning": (about) => `${about} chấm dứt trước ngày bắt đầu. Kiểm tra lại ngày hiệu lực.`,
  "ended-otherwise": (about) =>
    `${about} đã hết hiệu lực vào ngày khác. Ngày hiệu lực phải là ngày ngay sau ngày đó.`,
  "successor-unknown": (about) => `Không có đơn vị nhận ${about}. Thêm đơn vị đó trước.`,
  "successor-not-then": (about) =>
    `${about} không tồn tại vào ngày hiệu lực. Chọn đơn vị nhận khác hoặc sửa ngày.`,
  "giver-not-then": (about) =>
    `${about} không tồn tại cả trước và trong ngày hiệu lực nên không thể chuyển một phần và ở lại. Kiểm tra lại ngày.`,
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
  gaveTo: (names: string) => `Đã chuyển một phần cho: ${names}`,
  mayBeIn: (names: string) => `Có thể một phần thuộc: ${names}`,
  gotFrom: (names: string) => `Nhận một phần của: ${names}`,
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
  giver: "Đơn vị chuyển đi một phần",
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
  due: (day: string) => `Có hiệu lực từ ${day}`,
  dueHint: (day: string) =>
    `Ngày ${day} chưa tới: sửa đổi được ghi nhận và tự có hiệu lực vào ngày đó. Tới ngày đó tỉnh mới ký và chuyển tới các máy; trước đó có thể rút lại.`,
  effectOn: (day: string) => `Tác động khi có hiệu lực từ ${day}, tính theo hồ sơ hiện có`,
  plan: "Ghi nhận, chờ ngày có hiệu lực",
  planned: (day: string) => `Đã ghi nhận sửa đổi, có hiệu lực từ ${day}. Trước ngày đó có thể rút lại.`,
  nameDay: "Ngày đổi tên",
  nameDayHint: "Bỏ trống nếu chỉ đính chính tên: tên mới được dùng ngay.",
  plans: "Chờ ngày có hiệu lực",
  plansHint:
    "Chưa áp dụng ở đâu. Tới ngày, tỉnh tự ký và chuyển tới các máy; máy chưa liên lạc vào ngày đó dùng danh mục cũ cho tới lần liên lạc tiếp theo.",
  plannedBy: (who: string, at: string) => `${who} quyết định, ${at}`,
  stuck: (day: string) => `Đã tới ngày ${day} nhưng chưa áp dụng được`,
  stuckHint:
    "Danh mục chưa đổi gì. Sửa cho hợp thì sửa đổi này tự có hiệu lực trong vòng một phút; không cần nữa thì rút lại.",
  unfitThen: "Cứ như hiện nay thì tới ngày đó không áp dụng được:",
  withdraw: "Rút lại",
  withdrawOf: (day: string) => `Rút lại sửa đổi có hiệu lực từ ${day}`,
  withdrawHint:
    "Sửa đổi sẽ không có hiệu lực; nó vẫn hiện trong danh sách cùng lý do rút. Lý do ít nhất 5 ký tự, được ghi vào nhật ký.",
  withdrawReason: "Lý do rút lại",
  isWithdrawn: "Đã rút lại",
  withdrawn: (who: string, at: string) => `${who} rút lại, ${at}`,
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
    renameOn: (unit: string, name: string, on: string) => `${unit} đổi tên thành ${name} từ ${on}`,
    merge: (from: string, to: string, on: string) => `${from} nhập vào ${to} từ ${on}`,
    split: (from: string, to: string, on: string) => `${from} chia cho ${to} từ ${on}`,
    cede: (from: string, to: string, on: string) => `${from} chuyển một phần cho ${to} từ ${on}`,
    found: (name: string, code: string, parent: string, on: string) =>
      `Thêm ${name} (mã ${code}), ${parent}, từ ${on}`,
    end: (unit: string, on: string) => `${unit} hết hiệu lực sau ngày ${on}`,
  },
};
