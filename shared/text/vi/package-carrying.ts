/** Writing packages to a disk or stick, and the papers that go with it, which are in Vietnamese whatever the screen is. */
export const packageCarrying = {
  folder: "Ghi vào thư mục, ổ đĩa hoặc USB",
  folderHint: "Ví dụ: E:\\ hoặc /media/usb",
  second: "Bản thứ hai ở nơi khác (nên có)",
  missing: "Hãy nhập thư mục, ổ đĩa hoặc USB.",
  same: "Hai bản phải ở hai nơi khác nhau.",
  start: "Đóng gói và ghi ra đĩa",
  goOn: "Ghi tiếp từ chỗ dở",
  anew: "Ghi lại từ đầu",
  unfinished: (at: string) =>
    `Lần ghi bắt đầu lúc ${at} chưa xong. Cắm lại đúng ổ đĩa hoặc USB đó (tên ổ có thể khác trước) rồi bấm ghi tiếp: tệp đã ghi đủ được đọc lại và giữ nguyên, tệp ghi dở được ghi lại.`,
  unfinishedPlace: (place: string, whole: string, files: string) =>
    `${place}: đã ghi ${whole} / ${files} tệp`,
  finishedPlace: (place: string) => `${place}: đã ghi xong, sẽ được đọc lại`,
  writing: (done: string, total: string) => `Đang ghi và đọc lại để kiểm tra: ${done} / ${total}`,
  goingOn: (kept: string) =>
    `Ghi tiếp từ chỗ dở: ${kept} đã có sẵn và đọc lại đúng từng byte, không ghi lại.`,
  stop: "Dừng",
  written: (paths: string) => `Đã ghi và đọc lại đúng từng byte: ${paths}. Biên nhận và nhãn để in nằm cạnh.`,
  resumed: (place: string, kept: string) => `${place}: ghi tiếp từ chỗ dở, giữ nguyên ${kept} tệp đã có sẵn.`,
  altered: (place: string, count: string, paths: string) =>
    `${place}: ${count} tệp không còn như lần ghi trước để lại; tệp của gói đã được ghi lại, tệp lạ được chuyển sang thư mục có đuôi .khac bên cạnh: ${paths}`,
  changed: "Hồ sơ đã thay đổi sau lần ghi dở: phần cũ không được dùng tiếp, mọi thứ được ghi lại từ đầu.",
  paper: {
    mark: (name: string, mark: string) => [
      `Đang ghi dở: ${name}`,
      "Thư mục có đuôi .partial bên cạnh chưa dùng được. Cắm vào máy đã ghi, mở lại mục đóng gói và bấm ghi tiếp.",
      "Đừng sửa hay xóa tệp này: máy nhận ra ổ đĩa hoặc USB nhờ mã dưới đây.",
      mark,
    ],
    ofPackages: {
      heading: "GÓI LƯU TRỮ HỒ SƠ",
      receipt: "BIÊN NHẬN GHI GÓI LƯU TRỮ",
      contents: (count: string, documents: string) => `${count} gói, ${documents} văn bản`,
      counted: (count: string) => `Số gói: ${count}`,
      note: "Các gói không mã hóa, nằm trong túi BagIt 1.0 kèm danh sách SHA-256. Nơi nhận kiểm tra trước khi nhập; hãy giữ hai bản trên hai vật mang tin độc lập.",
    },
    ofTree: {
      heading: "HỒ SƠ SỐ HÓA THEO CÂY THƯ MỤC",
      receipt: "BIÊN NHẬN GHI CÂY THƯ MỤC HỒ SƠ SỐ HÓA",
      contents: (count: string, documents: string) => `${count} hồ sơ, ${documents} văn bản`,
      counted: (count: string) => `Số hồ sơ: ${count}`,
      note: "Cây thư mục không mã hóa, nằm trong thư mục data của túi BagIt 1.0 kèm danh sách SHA-256. Nơi nhận kiểm tra trước khi nhập; hãy giữ hai bản trên hai vật mang tin độc lập.",
    },
    receipt: (of: {
      heading: string;
      name: string;
      at: string;
      by: string;
      digest: string;
      counted: string;
    }) => [
      of.heading,
      `Túi: ${of.name}`,
      `Ghi lúc: ${of.at}`,
      `Người ghi: ${of.by}`,
      of.counted,
      `SHA-256 của danh sách: ${of.digest}`,
      "Mọi tệp đã được đọc lại từ đĩa sau khi ghi và khớp mã băm.",
      "",
    ],
    treeLine: (code: string, documents: string) => `${code}\t${documents} văn bản`,
    line: (file: string, code: string, documents: string, size: string, digest: string) =>
      `${file}\t${code}\t${documents} văn bản\t${size} byte\t${digest.toUpperCase()}`,
  },
};

const kept =
  "Mọi thứ vẫn lưu an toàn trên máy này; phần ghi dở không được tính là xong và được giữ để ghi tiếp.";

export const placeFaults = {
  "packages-stopped": {
    what: "Đã dừng ghi gói theo yêu cầu.",
    safe: kept,
    next: "Bấm ghi tiếp khi sẵn sàng.",
  },
  "place-full": {
    what: "Nơi ghi không đủ chỗ, hoặc không nhận tệp lớn như vậy (ổ FAT32 chỉ nhận tệp dưới 4 GB).",
    safe: kept,
    next: "Dọn chỗ rồi bấm ghi tiếp, hoặc chọn ổ khác (định dạng exFAT hoặc NTFS) và ghi lại từ đầu.",
  },
  "place-gone": {
    what: "Không còn thấy ổ đĩa hoặc USB: có thể đã bị rút ra khi đang ghi.",
    safe: "Mọi thứ vẫn lưu an toàn trên máy này; phần ghi dở trên USB (tên có đuôi .partial) chưa dùng được.",
    next: "Cắm lại đúng ổ hoặc USB đó rồi bấm ghi tiếp: những gì đã ghi đủ không phải ghi lại.",
  },
  "place-locked": {
    what: "Không được phép ghi vào nơi này: ổ chỉ đọc hoặc thiếu quyền.",
    safe: kept,
    next: "Gạt khóa chống ghi của thẻ nhớ, chọn thư mục khác, rồi ghi lại.",
  },
  "place-lies": {
    what: "Đọc lại thấy khác với những gì đã ghi: ổ đĩa hoặc USB bị hỏng.",
    safe: kept,
    next: "Không dùng ổ này nữa; chọn ổ khác và ghi lại từ đầu.",
  },
  "place-other": {
    what: "Đây không phải ổ đĩa hoặc USB đang ghi dở, hoặc dấu ghi dở trên đó đã bị xóa.",
    safe: "Chưa có gì được ghi vào đây; mọi thứ vẫn lưu an toàn trên máy này.",
    next: "Cắm lại đúng ổ đang ghi dở rồi bấm ghi tiếp; nếu không còn ổ đó, bấm ghi lại từ đầu.",
  },
};
