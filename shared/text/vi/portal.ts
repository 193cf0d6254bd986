import { portalAdmin } from "#shared/text/vi/portal-admin.ts";
import { portalCopies } from "#shared/text/vi/portal-copies.ts";
import { portalFind } from "#shared/text/vi/portal-find.ts";
import { portalFonds } from "#shared/text/vi/portal-fonds.ts";
import { portalLinks } from "#shared/text/vi/portal-links.ts";
import { portalProvider, providerFaults } from "#shared/text/vi/portal-provider.ts";
import type { ReaderRole } from "#shared/portal/reader.ts";

const roles: Record<ReaderRole, string> = {
  "commune-reader": "Cán bộ xã, phường",
  archivist: "Lưu trữ viên",
  "portal-administrator": "Quản trị cổng tra cứu",
};

/** What goes wrong in the portal, by its code: what happened and what to do next. */
const faults = {
  "passphrase-wrong": "Tên đăng nhập hoặc mật khẩu không đúng.",
  "code-wrong":
    "Mã không đúng, đã hết hạn hoặc đã dùng. Chờ ứng dụng hiện mã mới rồi nhập lại; kiểm tra giờ trên điện thoại.",
  "factor-on":
    "Tài khoản này đã bật xác thực hai lớp. Tải lại trang; muốn đổi điện thoại, dùng nút “Chuyển sang điện thoại khác”.",
  "factor-none": "Tài khoản này không còn bật xác thực hai lớp. Tải lại trang để xem.",
  "factor-required":
    "Tỉnh yêu cầu quản trị giữ xác thực hai lớp, nên chưa tắt. Vẫn chuyển sang điện thoại khác được.",
  "factor-needed": "Hãy bật xác thực hai lớp trước khi làm việc khác.",
  "try-later": "Đã sai nhiều lần. Đợi ít phút rồi thử lại; nếu quên mật khẩu, nhờ quản trị cấp mật khẩu mới.",
  "too-many-requests": "Có quá nhiều lần thử từ địa chỉ này. Đợi một phút rồi thử lại.",
  "passphrase-short": "Mật khẩu mới cần ít nhất 10 ký tự và khác mật khẩu cũ. Nên dùng một câu dễ nhớ.",
  "passphrase-given": "Hãy đặt mật khẩu riêng trước khi tra cứu.",
  "not-signed-in": "Phiên làm việc đã hết. Đăng nhập lại để tiếp tục; không có gì bị mất.",
  "not-your-role": "Vai trò của bạn không làm việc này.",
  "login-taken": "Tên đăng nhập này đã có người dùng. Chọn tên khác.",
  "machine-out": "Máy này đã được thu hồi trước đó, hoặc không còn trong danh sách. Đã tải lại danh sách.",
  "partner-out": "Đối tác này đã bị thu hồi trước đó, hoặc không còn trong danh sách. Đã tải lại danh sách.",
  "not-your-scope": "Đơn vị này nằm ngoài phạm vi quản trị của bạn. Chưa cấp gì.",
  "rules-changed":
    "Người khác vừa ban hành bộ quy tắc mới trong lúc bạn sửa, nên chưa ban hành gì. Những gì bạn đã sửa vẫn còn và nay so với bộ mới đó: xem lại danh sách thay đổi rồi ban hành.",
  "rules-same": "Không có gì khác với bộ quy tắc đang có hiệu lực, nên chưa ban hành gì.",
  "rules-fault": "Bộ quy tắc có chỗ không hợp lệ nên chưa ban hành gì. Kiểm tra lại các ngày và các khâu.",
  "rules-file-older":
    "Có phần dữ liệu ghi phiên bản không mới hơn phần đang có hiệu lực, nên chưa ban hành gì. Tăng số phiên bản của phần đã sửa trong tệp rồi đưa lên lại.",
  "rules-not-yours": "Chỉ quản trị của cả tỉnh ban hành được quy tắc. Chưa ban hành gì.",
  "not-your-units":
    "Có đơn vị nằm ngoài phạm vi quản trị của bạn. Chưa sửa gì; việc này thuộc quản trị của tỉnh.",
  "units-moved":
    "Danh mục vừa thay đổi (có người sửa, hoặc một sửa đổi đã tới ngày có hiệu lực) nên sửa đổi này chưa được ghi. Danh mục đã tải lại; xem lại tác động rồi ban hành.",
  "plan-ended":
    "Sửa đổi này đã có hiệu lực hoặc đã được rút trước đó, nên lần rút này không thay đổi gì. Đã tải lại danh sách.",
  "units-unfit":
    "Sửa đổi này không còn hợp với danh mục nên chưa ban hành. Bấm “Xem tác động” để biết vì sao.",
  "units-full":
    "Đã đủ số sửa đổi mà các máy nhận được nên chưa ban hành. Báo cho người bảo trì chương trình.",
  "own-entry": "Không thể tự khóa tài khoản của mình. Nhờ một quản trị khác.",
  "not-found": "Không có tài liệu này trong phạm vi bạn được tra cứu.",
  "not-a-step": "Yêu cầu đã ở bước khác nên không làm bước này được. Mở lại yêu cầu để xem.",
  "step-taken": "Người khác vừa xử lý yêu cầu này. Đã tải lại; hãy xem rồi làm tiếp.",
  "not-shareable":
    "Văn bản này không còn chia sẻ được bằng liên kết: chỉ văn bản sử dụng rộng rãi, đã nghiệm thu, có bản PDF/A ở tỉnh. Chưa tạo gì.",
  "link-out": "Liên kết này đã bị thu hồi trước đó. Đã tải lại danh sách.",
  "reason-missing": "Bước này phải ghi lý do.",
  "no-rendition": "Bản PDF/A chưa về tới tỉnh nên chưa lập được bản sao. Yêu cầu vẫn giữ nguyên.",
  "too-long":
    "Văn bản quá dài để lập bản sao trong cổng tra cứu. Yêu cầu vẫn giữ nguyên; lập bản sao từ bản giấy.",
  unreadable: "Không vẽ được trang này. Các trang khác vẫn xem được; báo cho lưu trữ viên.",
  busy: "Máy chủ đang bận. Thử lại sau ít giây.",
  "meaning-off":
    "Máy chủ của tỉnh chưa bật tìm theo nghĩa: chưa cài mô hình, hoặc cơ sở dữ liệu chưa có pgvector. Tìm theo từ vẫn dùng được.",
  "meaning-away":
    "Mô hình tìm theo nghĩa đang không trả lời. Không có gì bị mất và tìm theo từ vẫn dùng được; nếu lâu chưa trở lại, báo cho quản trị.",
  ...providerFaults,
  offline: "Không kết nối được máy chủ của tỉnh. Kiểm tra mạng rồi thử lại.",
  other: "Máy chủ gặp lỗi. Thử lại; nếu vẫn lỗi, báo cho quản trị.",
};

/** Words of the province's portal (cổng tra cứu). */
export const portal = {
  title: "Tra cứu tài liệu lưu trữ",
  watermark: (name: string, day: string) => `BẢN ĐỌC · ${name} · ${day}`,
  province: "Tỉnh Bình Định (cũ)",
  skip: "Tới nội dung",
  menu: "Các phần của cổng tra cứu",
  search: "Tra cứu",
  readers: "Người dùng",
  appearance: "Giao diện",
  leave: "Đăng xuất",
  copies: portalCopies,
  links: portalLinks,
  admin: portalAdmin,
  provider: portalProvider,
  retry: "Thử lại",
  roles,
  faults,
  enter: {
    title: "Đăng nhập",
    hint: "Cổng tra cứu dành cho cán bộ được cấp tài khoản. Mỗi lần xem tài liệu đều được ghi nhật ký.",
    login: "Tên đăng nhập",
    passphrase: "Mật khẩu",
    submit: "Đăng nhập",
    help: "Chưa có tài khoản hoặc quên mật khẩu: liên hệ quản trị cổng tra cứu của Sở Nội vụ.",
  },
  factor: {
    title: "Xác thực hai lớp",
    required: "Tỉnh yêu cầu quản trị bật xác thực hai lớp trước khi làm việc khác.",
    why: "Khi đăng nhập, ngoài mật khẩu còn nhập mã sáu số do điện thoại tạo ra. Người khác biết mật khẩu cũng không vào được.",
    apps: "Dùng ứng dụng tạo mã bất kỳ (Google Authenticator, Microsoft Authenticator, FreeOTP); điện thoại không cần mạng. Nhập mật khẩu để bắt đầu.",
    begin: "Tiếp tục",
    scan: "Mở ứng dụng tạo mã trên điện thoại và quét hình này.",
    picture: "Mã QR của xác thực hai lớp",
    here: "Đang mở trang này trên chính điện thoại đó: thêm thẳng vào ứng dụng tạo mã",
    typed: "Không quét được thì nhập khóa này vào ứng dụng:",
    first: "Mã sáu số ứng dụng đang hiện",
    confirm: "Bật xác thực hai lớp",
    on: "Đã bật xác thực hai lớp cho tài khoản này.",
    recovery:
      "Ghi lại hoặc in mười mã dự phòng này, cất nơi an toàn. Mỗi mã đăng nhập được một lần khi không có điện thoại. Các mã chỉ hiện một lần này.",
    recoveryList: "Mã dự phòng",
    done: "Đã cất mã dự phòng",
    lost: "Mất điện thoại: đăng nhập bằng một mã dự phòng, rồi chuyển sang điện thoại khác bằng một mã dự phòng nữa. Hết mã dự phòng thì nhờ quản trị gỡ bỏ.",
    renew: "Chuyển sang điện thoại khác",
    renewWhy:
      "Điện thoại đang dùng vẫn có hiệu lực cho tới khi nhập đúng một mã của điện thoại mới. Mười mã dự phòng cũ được thay bằng mã mới.",
    turnOff: "Tắt xác thực hai lớp",
    offWhy:
      "Sau khi tắt, chỉ cần mật khẩu là đăng nhập được. Các mã dự phòng cũng hết hiệu lực. Việc tắt được ghi vào nhật ký.",
    offConfirm: "Tắt",
    mustKeep: "Tỉnh yêu cầu quản trị giữ xác thực hai lớp, nên không tắt được.",
    present: "Mã của điện thoại đang dùng, hoặc một mã dự phòng",
    cancel: "Thôi",
    asked: "Nhập mã sáu số trên điện thoại, hoặc một mã dự phòng.",
    code: "Mã xác thực",
  },
  own: {
    title: "Đặt mật khẩu riêng",
    hint: "Mật khẩu vừa dùng do người khác cấp. Đặt mật khẩu của riêng bạn, ít nhất 10 ký tự; một câu ngắn dễ nhớ là tốt nhất.",
    old: "Mật khẩu được cấp",
    next: "Mật khẩu mới",
    again: "Nhập lại mật khẩu mới",
    differ: "Hai lần nhập không giống nhau.",
    submit: "Đặt mật khẩu và tiếp tục",
  },
  find: portalFind,
  fonds: portalFonds,
  item: {
    back: "Kết quả tìm",
    pages: "Các trang",
    page: (at: number, total: number) => `Trang ${at}/${total}`,
    paper: "Bản giấy ở đâu",
    file: "Hồ sơ",
    fonds: "Phông",
    inventory: "Mục lục số",
    box: "Hộp số",
    location: "Kho, giá, tầng",
    from: "Đơn vị cũ",
    to: "Xã, phường mới",
    undecided: (communes: readonly string[]) => `${communes.join(" hoặc ")} (chưa xác định xã nhận)`,
    stays: (keeper: string, others: string) => `${keeper}; có thể thuộc phần đã chuyển cho ${others}`,
    issuer: "Cơ quan ban hành",
    signer: "Người ký",
    notKnown: "chưa ghi",
    "on-request":
      "Tài liệu này được xem theo yêu cầu. Bấm Yêu cầu cấp bản sao để gửi yêu cầu tới lưu trữ viên.",
    "no-rendition": "Bản PDF/A của tài liệu chưa về tới tỉnh. Phần mô tả ở bên đã dùng được.",
    unaccepted:
      "Đợt của tài liệu này chưa được nghiệm thu: mô tả và bản quét còn có thể đổi, cán bộ xã chưa thấy.",
    masked: "Số giấy tờ cá nhân đã được che trong bản đọc.",
    large:
      "Trang khổ lớn: lăn chuột hoặc chụm hai ngón để phóng to, kéo để di chuyển; phím + − 0 và mũi tên.",
    largeComing: "Trang khổ lớn: đang chuẩn bị ảnh chi tiết, xem tạm ảnh thu nhỏ.",
    largeFailed:
      "Chưa lấy được ảnh chi tiết của trang khổ lớn này, xem tạm ảnh thu nhỏ. Mở lại trang sau ít phút.",
  },
  file: {
    items: "Văn bản trong hồ sơ",
    shown: (shown: string, total: string) => `${shown} trên ${total} văn bản xem được`,
    none: "Chưa có văn bản nào của hồ sơ này mà bạn xem được.",
    columns: { ordinal: "STT", notation: "Số, ký hiệu", date: "Ngày", title: "Trích yếu", level: "Sử dụng" },
    dates: "Thời gian tài liệu",
    code: "Số, ký hiệu hồ sơ",
    more: "Xem thêm văn bản",
    open: "Mở hồ sơ",
  },
  people: {
    title: "Người dùng cổng tra cứu",
    subtitle: "Cấp tài khoản, cấp lại mật khẩu, khóa tài khoản. Nhật ký tra cứu của mỗi người được giữ lại.",
    list: "Danh sách người dùng",
    add: "Thêm người dùng",
    login: "Tên đăng nhập",
    loginHint: "Chữ thường không dấu, số, dấu chấm hoặc gạch nối, ví dụ lan.nt",
    name: "Họ và tên",
    office: "Cơ quan",
    role: "Vai trò",
    unit: "Phạm vi",
    unitHint: "Cán bộ xã: xã, phường mới. Lưu trữ viên: cả tỉnh hoặc một huyện cũ.",
    save: "Cấp tài khoản",
    cancel: "Thôi",
    state: "Tình trạng",
    open: "Đang dùng",
    given: "Chưa đổi mật khẩu được cấp",
    closed: "Đã khóa",
    close: "Khóa",
    reopen: "Mở lại",
    renew: "Cấp lại mật khẩu",
    renewHint: (name: string) =>
      `${name} bị đăng xuất ngay; mật khẩu cũ hết hiệu lực, mật khẩu mới phải đổi khi đăng nhập. Chỉ cấp lại khi đã chắc đúng người: gặp trực tiếp hoặc gọi số điện thoại đã biết. Ghi lý do, ít nhất 5 ký tự; lý do được giữ trong nhật ký.`,
    factorOn: "Có xác thực hai lớp",
    factorOff: "Chưa có xác thực hai lớp",
    resetFactor: "Gỡ xác thực hai lớp",
    resetHint: (name: string) =>
      `${name} bị đăng xuất và đăng nhập lại chỉ bằng mật khẩu, cho tới khi bật lại. Chỉ gỡ khi đã chắc đúng người: gặp trực tiếp hoặc gọi số điện thoại đã biết. Ghi lý do, ít nhất 5 ký tự; lý do được giữ trong nhật ký.`,
    of: (action: string, name: string) => `${action}: ${name}`,
    passphraseTitle: "Mật khẩu cấp cho người dùng",
    passphraseHint: (name: string) =>
      `Chuyển cho ${name} bằng cách riêng. Mật khẩu chỉ hiện một lần này và phải đổi khi đăng nhập.`,
    done: "Đã chuyển mật khẩu",
    why: "Lý do cấp",
    whyHint: "Ví dụ: theo công văn số … của UBND xã; được giữ trong nhật ký.",
    reason: "Lý do",
    closeHint: (name: string) =>
      `${name} bị đăng xuất ngay và không vào được nữa. Nhật ký tra cứu và các yêu cầu của người này được giữ nguyên; có thể mở lại sau. Ghi lý do, ít nhất 5 ký tự; lý do được giữ trong nhật ký.`,
    reopenHint: (name: string) =>
      `${name} vào lại được bằng mật khẩu cũ. Ghi lý do, ít nhất 5 ký tự; lý do được giữ trong nhật ký.`,
  },
};
