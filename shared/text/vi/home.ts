/** The lines of the list of things to do; `batch` is the number of a batch, "" where the line is about several. */
const tasks = {
  startInventory: {
    title: () => "Lập mục lục hồ sơ đầu tiên",
    hint: "Tạo phông, rồi nhập từng hồ sơ hoặc nhập cả bảng tính Excel.",
    action: "Mở mục lục",
    done: "Đã bắt đầu lập mục lục",
  },
  outOfScope: {
    title: (count: string) => `${count} hồ sơ ngoài hoặc chưa rõ phạm vi công văn`,
    hint: "Ghi thời hạn, tình trạng chỉnh lý và năm; nếu vẫn đưa vào số hóa thì ghi lý do.",
    action: "Xem hồ sơ",
    done: "Mọi hồ sơ đều trong phạm vi hoặc có lý do",
  },
  noRetention: {
    title: (count: string) => `${count} hồ sơ thiếu thời hạn bảo quản`,
    hint: "Chọn thời hạn cho từng hồ sơ; ứng dụng gợi ý kèm căn cứ, không tự điền.",
    action: "Điền thời hạn",
    done: "Mọi hồ sơ đã có thời hạn bảo quản",
  },
  noFileDate: {
    title: (count: string) => `${count} hồ sơ chưa có thời gian tài liệu`,
    hint: "Điền ngày bắt đầu và kết thúc; chỉ biết năm thì ghi năm.",
    action: "Điền thời gian",
    done: "Mọi hồ sơ đã có thời gian tài liệu",
  },
  noItemType: {
    title: (count: string) => `${count} văn bản chưa có loại văn bản`,
    hint: "Quyết định, kế hoạch, báo cáo…: loại văn bản quyết định thứ tự ưu tiên.",
    action: "Điền loại",
    done: "Mọi văn bản đã có loại",
  },
  noItemDate: {
    title: (count: string) => `${count} văn bản chưa có ngày`,
    hint: "Nhập dd/mm/yyyy; không rõ ngày thì nhập mm/yyyy hoặc yyyy.",
    action: "Điền ngày",
    done: "Mọi văn bản đã có ngày",
  },
  makeBatch: {
    title: (count: string) => `${count} hồ sơ chưa vào đợt nào`,
    hint: "Lập đợt, đưa hồ sơ vào, rồi giao trung tâm số hóa.",
    action: "Lập đợt",
    done: "",
  },
  handOver: {
    title: (count: string, batch: string) =>
      batch === "" ? `${count} đợt đang lập, chưa giao` : `Đợt ${batch} chưa giao`,
    hint: "Kiểm tra hồ sơ trong đợt rồi giao cho trung tâm.",
    action: "Mở đợt",
    done: "",
  },
  fixReturned: {
    title: (count: string, batch: string) =>
      batch === "" ? `${count} đợt bị trả lại` : `Đợt ${batch} bị trả lại`,
    hint: "Xem lý do, sửa hồ sơ, rồi giao lại.",
    action: "Xem lý do",
    done: "",
  },
  receive: {
    title: (count: string, batch: string) =>
      batch === "" ? `${count} đợt đã giao, chờ nhận` : `Đợt ${batch} chờ nhận`,
    hint: "Nhận đợt, rồi đếm từng hồ sơ giấy.",
    action: "Nhận đợt",
    done: "",
  },
  capture: {
    title: (count: string, batch: string) =>
      batch === "" ? `${count} đợt chờ số hóa` : `Đợt ${batch} chờ số hóa`,
    hint: "Đưa bản quét vào; tệp được gắn với văn bản theo tên.",
    action: "Mở trạm số hóa",
    done: "",
  },
  held: {
    title: (count: string) => `${count} trang chờ người xem`,
    hint: "Trang hỏng, mờ hoặc không đọc được; phần còn lại của đợt vẫn chạy.",
    action: "Xem trang",
    done: "",
  },
  check: {
    title: (count: string, batch: string) =>
      batch === "" ? `${count} đợt chờ kiểm tra` : `Đợt ${batch} chờ kiểm tra`,
    hint: "So với mục lục, kiểm từng văn bản, rồi nghiệm thu hoặc trả lại.",
    action: "Kiểm tra",
    done: "",
  },
  watch: {
    title: () => "Theo dõi các huyện",
    hint: "Xem số liệu từng huyện, các đợt đã nhận và tìm tài liệu.",
    action: "Xem toàn tỉnh",
    done: "",
  },
  rest: {
    title: () => "Không còn việc gấp",
    hint: "Mọi việc của bạn trên máy này đã xong.",
    action: "Xem các đợt",
    done: "",
  },
  sample: {
    title: () => "Thử với dữ liệu mẫu",
    hint: "Đi hết hành trình với một mục lục và vài bản quét mẫu.",
    action: "Thử ngay",
    done: "",
  },
};

export const home = {
  next: "Làm gì tiếp",
  nextHint: "Việc gấp ở trên. Bấm vào một dòng để mở đúng nơi làm việc đó.",
  left: (count: string) => `Còn ${count} việc`,
  doneList: (count: string) => `Đã xong ${count} việc`,
  doneWord: "Đã xong",
  tasks,
  milestones: "Mốc thời gian của tỉnh",
  milestonesHint: (source: string) => `Theo: ${source}.`,
  milestoneNames: {
    inventory: "Lập xong mục lục",
    districtDocuments: "Số hóa xong tài liệu của huyện",
    communeDocuments: "Số hóa xong tài liệu của xã",
    sharedStore: "Đưa vào kho dữ liệu dùng chung của tỉnh",
  },
  before: (date: string) => `trước ${date}`,
  daysLeft: (count: string) => `còn ${count} ngày`,
  dueToday: "hết hạn hôm nay",
  daysLate: (count: string) => `quá hạn ${count} ngày`,
  learn: "Học cách dùng",
  tour: "Đi một vòng (10 phút)",
  tourOn: "Đi tiếp vòng giới thiệu",
  tourHint: "Từng bước trên dữ liệu mẫu, dừng và đi tiếp lúc nào cũng được.",
  help: "Mở Trợ giúp",
  card: "Thẻ một trang để in",
};
