export const hub = {
  title: "Máy trung tâm",
  subtitle:
    "Các máy cùng một mạng nội bộ của trung tâm làm việc chung khi không có Internet; máy trung tâm gửi tiếp lên tỉnh khi có đường truyền.",
  open: "Máy trung tâm của mạng nội bộ",
  openHint: "Ghép các máy của trung tâm qua một bộ chia mạng, không cần Internet.",
  serving: {
    title: "Máy này làm máy trung tâm",
    hint: "Chỉ một máy của trung tâm làm việc này. Máy phải mở Mục Lục và cắm cùng mạng với các máy kia.",
    turnOn: "Bật máy trung tâm",
    turnOff: "Tắt máy trung tâm",
    on: "Đang làm máy trung tâm",
    off: "Máy này không làm máy trung tâm.",
    offKept: (count: number) => `${count} máy đã ghép; bật lại là các máy ấy tự kết nối.`,
    obstacles: {
      "": "",
      "not-set-up": "Khai báo người dùng và đơn vị trong Cài đặt trước.",
      role: "Chỉ máy của người kiểm tra cấp huyện làm được máy trung tâm, vì máy này thay mặt trung tâm gửi lên tỉnh.",
      joined: "Máy này đang gửi qua một máy trung tâm khác. Ngắt ghép trước.",
    },
    address: "Địa chỉ để nhập ở máy kia",
    noAddress: "Chưa cắm mạng: không có địa chỉ nào",
    mark: "Dấu khóa của máy này",
    firewall: "Lần đầu bật, Windows có thể hỏi: chọn «Cho phép» với mạng riêng.",
  },
  code: {
    title: "Mã ghép",
    make: "Tạo mã ghép",
    again: "Tạo mã khác",
    use: (until: string, tries: number) =>
      `Đọc mã này cho người ở máy kia. Dùng một lần, cho một máy, đến ${until}; còn ${tries} lần nhập.`,
    locked:
      "Mã vừa rồi đã bị khóa vì nhập sai nhiều lần. Nếu không phải người của trung tâm nhập, hãy xem ai đang ở trên mạng.",
    none: "Chưa có mã nào. Tạo mã khi người ở máy kia đã sẵn sàng nhập.",
  },
  machines: {
    title: "Các máy đã ghép",
    none: "Chưa có máy nào.",
    columns: {
      name: "Máy",
      person: "Người dùng",
      unit: "Đơn vị",
      role: "Vai trò",
      seen: "Liên lạc gần nhất",
      act: "Việc",
    },
    never: "Chưa",
    unpair: "Ngắt ghép",
    unpairNamed: (name: string) => `Ngắt ghép ${name}`,
    ask: (name: string) => `Ngắt ghép máy ${name}?`,
    effect:
      "Máy ấy không gửi và nhận qua máy này được nữa. Những gì nó đã gửi vẫn ở đây và vẫn lên tỉnh; những gì chưa gửi vẫn an toàn trên máy ấy.",
  },
  aside: {
    title: "Chưa vào máy trung tâm",
    hint: "Những gì các máy đã gửi mà máy này giữ chờ bản ghi khác, hoặc không nhận. Không có gì bị mất: máy gửi vẫn giữ bản của mình và thấy lý do.",
    none: "Mọi thứ các máy đã gửi đều đã vào máy này.",
    columns: { record: "Bản ghi", from: "Máy gửi", why: "Vì sao", since: "Từ lúc", next: "Việc cần làm" },
    waitsFor: (kind: string) => `Chờ ${kind.toLocaleLowerCase()} chứa nó`,
    waitsForContent: "Chờ phần còn lại của đợt: chưa đủ để đối chiếu với nội dung đã nghiệm thu",
    next: {
      content: "Tự được đối chiếu khi đủ; quá lâu thì hỏi máy giữ phần còn thiếu",
      held: "Tự vào khi bản ghi chứa nó đến; quá lâu thì hỏi người ở máy gửi",
      "not-your-scope": "Xem đơn vị của máy gửi; sai thì ngắt ghép và ghép lại",
      "not-your-role": "Xem vai trò của máy gửi; sai thì ngắt ghép và ghép lại",
      "batch-accepted": "Đợt đã nghiệm thu: cần sửa thì mở lại đợt, máy gửi tự gửi lại",
      "not-a-record": "Cập nhật ứng dụng ở máy này hoặc máy gửi cho cùng phiên bản",
    } as Record<string, string>,
    latest: (shown: string, total: string) => `${shown} bản ghi mới nhất trong ${total}.`,
  },
  joined: {
    title: "Máy này gửi qua máy trung tâm",
    hint: "Bản ghi và tệp của máy này đến máy trung tâm ngay trong mạng nội bộ; máy trung tâm gửi tiếp lên tỉnh.",
    name: "Máy trung tâm",
    address: "Địa chỉ",
    mark: "Dấu khóa đã ghim",
    since: "Ghép từ",
    through: "Đang gửi qua",
    throughHub: "Máy trung tâm",
    throughProvince: "Thẳng lên tỉnh",
    toProvince: "Gửi thẳng lên tỉnh",
    toHub: "Gửi lại qua máy trung tâm",
    toProvinceHint: "Dùng khi máy trung tâm vắng lâu và máy này có Internet. Vẫn giữ việc ghép.",
    leave: "Bỏ ghép",
    leaveAsk: "Bỏ ghép với máy trung tâm?",
    leaveEffect:
      "Mọi thứ trên máy này giữ nguyên và sẽ được gửi thẳng lên tỉnh. Muốn dùng lại máy trung tâm thì phải xin mã mới.",
    otherUnit:
      "Đơn vị hoặc vai trò của máy này đã đổi từ khi ghép: hãy ghép lại. Tạm thời máy gửi thẳng lên tỉnh.",
    safe: "Chỉ xóa được bản quét gốc khi tỉnh đã ký xác nhận; máy trung tâm nhận thì chưa đủ.",
  },
  join: {
    title: "Ghép máy này với máy trung tâm",
    hint: "Người phụ trách bật máy trung tâm ở một máy khác và đọc cho bạn mã ghép.",
    find: "Tìm máy trung tâm",
    finding: "Đang tìm trên mạng…",
    found: "Máy trung tâm tìm thấy",
    none: "Không thấy máy trung tâm nào. Nhập địa chỉ mà máy trung tâm hiện; nhiều mạng không cho máy tự tìm nhau.",
    address: "Địa chỉ máy trung tâm",
    addressHint: "Ví dụ: 192.168.1.10:47420",
    code: "Mã ghép",
    codeHint: "Tám ký tự, ví dụ K7QF-2M9X",
    lacks: { address: "Hãy nhập địa chỉ hoặc chọn một máy tìm thấy.", code: "Mã ghép có tám chữ và số." },
    pair: "Ghép",
    paired: (name: string) => `Đã ghép với ${name}.`,
  },
  /** In the place of the words of the province, where a hub stands in its place. */
  status: {
    sent: (records: string, objects: string) => `Đã gửi máy trung tâm: ${records} bản ghi, ${objects} tệp`,
    sending: (records: string, objects: string) =>
      `Đang gửi máy trung tâm: ${records} bản ghi, ${objects} tệp`,
    waiting: (records: string, objects: string) =>
      `Chờ gửi máy trung tâm: ${records} bản ghi, ${objects} tệp`,
    receiving: (done: string, total: string) =>
      `Đang nhận từ máy trung tâm: ${done}/${total} bản ghi; làm việc được ngay với phần đã về`,
    sentRecords: "Bản ghi máy trung tâm đã nhận",
    sentObjects: "Tệp máy trung tâm đã nhận",
    refusedRecords: "Bản ghi máy trung tâm từ chối",
    equal: "Máy này và máy trung tâm khớp nhau.",
    notEqual: "Máy này và máy trung tâm chưa khớp; ứng dụng tiếp tục đồng bộ.",
  },
  forwarded: {
    unknown: "Ở tỉnh: máy trung tâm chưa báo",
    noProvince: "Chưa lên tỉnh: máy trung tâm chưa kết nối tỉnh",
    all: (records: string, objects: string) =>
      `Đã lên tỉnh qua máy trung tâm: ${records} bản ghi, ${objects} tệp`,
    some: (records: string, objects: string) =>
      `Máy trung tâm chờ gửi tỉnh: ${records} bản ghi, ${objects} tệp`,
  },
  outbox: {
    title: "Chưa gửi máy trung tâm",
    nothing: "Không còn gì chờ gửi máy trung tâm",
    nothingHint:
      "Máy trung tâm đã có mọi bản ghi và tệp của máy này. Phần đã lên tỉnh: xem dòng tình trạng ở dưới.",
  },
  freeing:
    "Máy này đang gửi qua máy trung tâm. Máy trung tâm nhận chưa phải là tỉnh ký xác nhận: muốn giải phóng bản quét gốc, chọn gửi thẳng lên tỉnh.",
  outcome: {
    accepted: (at: string) =>
      `Máy trung tâm đang giữ đúng bản này (bản ghi trên máy này lúc ${at}) và sẽ gửi tiếp lên tỉnh.`,
    merged: (at: string) =>
      `Máy trung tâm đã nhận, và gộp bản này với sửa đổi ở máy khác (lưu trên máy này lúc ${at}).`,
    waiting: (at: string) =>
      `Thay đổi cuối, lưu trên máy này lúc ${at}, chưa đến máy trung tâm; sẽ tự gửi khi thấy máy ấy.`,
    refused: (reason: string) =>
      `Máy trung tâm chưa nhận bản ghi này: ${reason}. Bản ghi vẫn an toàn trên máy này.`,
  },
};
