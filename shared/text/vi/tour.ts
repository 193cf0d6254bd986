export const tour = {
  back: "Trước",
  next: "Tiếp",
  end: "Kết thúc",
  hide: "Tạm dừng (Esc)",
  position: (at: string, total: string) => `${at}/${total} · phím ← →`,
  steps: {
    home: {
      title: "Bắt đầu từ đây mỗi ngày",
      text: "Danh sách này cho biết làm gì tiếp, việc gấp ở trên. Bấm vào một dòng để mở đúng nơi làm. Bạn có thể bấm mọi thứ trong lúc xem giới thiệu; Esc để tạm dừng và đi tiếp sau.",
    },
    sample: {
      title: "Dữ liệu mẫu để thử",
      text: "Bấm “Bắt đầu” để nạp một phông, vài hồ sơ và bản quét mẫu. Thử thoải mái, không đụng đến tài liệu thật. Chờ bước đầu ghi “xong” rồi bấm Tiếp.",
    },
    inventory: {
      title: "Phông và mục lục",
      text: "Mỗi cơ quan một phông. Mở phông mẫu để xem các hồ sơ, rồi bấm Tiếp. Khi làm thật, bấm “Tạo phông” trước.",
    },
    entry: {
      title: "Nhập như bảng tính, ít phím hơn",
      text: "Gõ thẳng vào ô: Tab sang phải, Enter xuống dưới, Ctrl+Enter mở dòng mới với giá trị được giữ. Dán được cả khối từ Excel. Chưa thấy lưới thì mở phông mẫu trước.",
    },
    workbook: {
      title: "Đã có sẵn bảng Excel?",
      text: "Trong phông, “Nhập từ Excel” kiểm tra từng dòng trước, chưa ghi gì. Sửa xong mới ghi, và có thể hoàn tác.",
    },
    review: {
      title: "Rà soát trước khi giao",
      text: "Số văn bản thiếu hoặc lặp, tờ số, văn bản trùng được chỉ ra ở đây, để sửa trước khi giao đợt.",
    },
    batches: {
      title: "Đợt tài liệu",
      text: "Hồ sơ đi từ xã đến trung tâm theo đợt: lập đợt, đưa hồ sơ vào, giao; trung tâm nhận và đếm từng hồ sơ. Bị trả lại thì lý do ghi trong đợt.",
    },
    capture: {
      title: "Trạm số hóa",
      text: "Kéo thư mục quét vào. Tệp được gắn với văn bản theo tên; máy đọc chữ và tạo PDF/A, không cần mạng. Trang lỗi chờ bạn xem.",
    },
    check: {
      title: "Kiểm tra, nghiệm thu",
      text: "Đợt được so với mục lục, từng chỗ thiếu được ghi rõ. Kiểm từng văn bản bằng phím A, J, K; rồi nghiệm thu hoặc trả lại kèm lý do.",
    },
    province: {
      title: "Toàn tỉnh",
      text: "Số liệu của từng huyện như máy chủ tỉnh đang giữ. Mở một huyện để xem các đợt.",
    },
    search: {
      title: "Tìm không cần dấu",
      text: "Gõ vài từ, kể cả không dấu, hoặc số như 123/QĐ-UBND. Tìm cả trong chữ của bản quét. Phím Ctrl+K mở từ bất cứ đâu.",
    },
    status: {
      title: "Đã lưu, đã gửi",
      text: "Bên trái: thay đổi đã an toàn trên máy này lúc mấy giờ. Bên phải: bao nhiêu đã gửi tỉnh. Không cần nút Lưu.",
    },
    comfort: {
      title: "Cho dễ nhìn",
      text: "Nút này đổi cỡ chữ 100–175 %, nền sáng hoặc tối, và ngôn ngữ. Phím F1 mở bảng mọi phím tắt.",
    },
    help: {
      title: "Trợ giúp luôn ở đây",
      text: "Nút này (hoặc Shift+F1) mở trang trợ giúp của màn hình đang xem, có cả thẻ một trang để in. Chúc bạn làm việc thuận lợi!",
    },
  },
};
