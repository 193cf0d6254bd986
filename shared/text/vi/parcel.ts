/** Sending by USB stick. */
export const parcel = {
  title: "Gửi bằng USB",
  hint: "Khi không có mạng: mọi thứ tỉnh chưa nhận được ghi vào một tệp đã ký và mã hóa cho tỉnh (và cho trung tâm huyện, nếu máy này đã biết). Dữ liệu chỉ tính là đã gửi khi đọc tệp xác nhận của tỉnh.",
  notEnrolled: "Máy này chưa nạp tệp ghi danh nên chưa có khóa của tỉnh để niêm phong gói.",
  waits: "Đang chờ gửi",
  contents: (records: string, objects: string, bytes: string) =>
    `${records} bản ghi, ${objects} tệp (${bytes})`,
  folder: "Thư mục trên USB",
  folderHint: "Ví dụ: E:\\ hoặc /media/usb",
  folderMissing: "Hãy nhập thư mục trên USB.",
  nothing: "Không có gì chờ gửi.",
  write: "Ghi gói",
  writing: (written: string, total: string) => `Đang ghi ${written} / ${total}, rồi đọc lại để kiểm tra…`,
  busy: "Đang ghi gói, xin chờ.",
  written: (path: string) => `Đã ghi và đọc lại đúng: ${path}. Nhãn để in nằm cạnh gói.`,
  writtenMany: (parcels: string, folder: string) =>
    `Đã ghi và đọc lại đúng ${parcels} gói vào ${folder}, vì một gói sẽ quá lớn cho USB. Gửi tất cả các gói; đọc theo thứ tự nào cũng được.`,
  receipt:
    "Kéo tệp xác nhận của tỉnh (.receipt) hoặc của huyện (.huyen), hay thẻ máy của trung tâm (.json) vào đây, hoặc bấm để chọn",
  read: (sequence: string) => `Đã đọc xác nhận của gói số ${sequence}.`,
  cardRead: (name: string) => `Đã nạp thẻ máy: từ nay gói cũng mở được tại ${name}.`,
  centres: "Mở được tại",
  onlyProvince: "Chỉ ở tỉnh. Nạp thẻ máy của trung tâm huyện để huyện cũng mở được.",
  provinceAnd: (names: string) => `Tỉnh; trung tâm huyện: ${names}`,
  atCentre: (records: string, objects: string) =>
    `${records} bản ghi, ${objects} tệp huyện đã nhận và sẽ chuyển lên tỉnh nên không ghi lại.`,
  all: "Ghi cả những gì huyện đã nhận",
  list: "Các gói đã ghi",
  none: "Chưa ghi gói nào.",
  columns: { sequence: "Gói số", at: "Lập lúc", contents: "Nội dung", state: "Tình trạng" },
  waiting: "Chờ xác nhận của tỉnh",
  arrived: (name: string, at: string) => `Đã tới ${name} lúc ${at}; chờ xác nhận của tỉnh`,
  arrivedRefused: (count: string) => `, huyện chưa nhận ${count} bản ghi`,
  answered: (accepted: string, merged: string, refused: string, held: string, confirmed: string) =>
    `Tỉnh nhận ${accepted}, gộp ${merged}, từ chối ${refused}, giữ chờ ${held} bản ghi; ký nhận ${confirmed} tệp`,
};

/** A district's centre takes in the parcels of its communes. */
export const takenParcels = {
  title: "Nhận gói USB của xã",
  hint: "Gói của xã được mở ngay tại huyện: bản ghi gộp vào sổ của máy này theo từng trường, tệp được kiểm theo SHA-256, rồi tự chuyển lên tỉnh khi có mạng. Mang tệp .huyen trở lại xã để xã biết gói đã tới.",
  folder: "Thư mục có gói (.mlgoi)",
  look: "Tìm gói",
  found: "Các gói trong thư mục",
  noneFound: "Không có gói nào trong thư mục này.",
  take: "Nhận vào máy này",
  takeAgain: "Nhận lại",
  taking: (count: string) => `Đang nhận: ${count} bản ghi…`,
  took: (sender: string, sequence: string, path: string) =>
    `Đã nhận gói số ${sequence} của ${sender}. Mang tệp ${path} trở lại xã.`,
  waits: (count: string) =>
    `${count} lần nghiệm thu đợt chưa nhận, vì máy này chưa có đủ bản ghi của đợt để đối chiếu; xã vẫn giữ và gói sau tự mang lại.`,
  unknown: "Không đọc được nhãn",
  columns: {
    file: "Tệp",
    sender: "Nơi gửi",
    sequence: "Gói số",
    at: "Lập lúc",
    outcome: "Kết quả",
    act: "Việc",
  },
  takenList: "Các gói đã nhận",
  outcome: (accepted: string, merged: string, refused: string, objects: string) =>
    `Nhận ${accepted}, gộp ${merged}, không nhận ${refused} bản ghi; ${objects} tệp`,
  times: (count: string) => `đã đọc ${count} lần`,
  late: "đến sau một gói mới hơn",
  card: "Ghi thẻ máy này",
  cardHint: "Cho xã không có mạng: nạp thẻ vào máy của xã để gói của xã mở được tại đây.",
  cardWritten: (path: string) => `Đã ghi thẻ máy: ${path}`,
};
