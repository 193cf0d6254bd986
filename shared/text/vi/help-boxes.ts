import type { HelpPage } from "#shared/text/help-page.ts";

export const boxesPage: HelpPage = {
  title: "Hộp và nơi để",
  summary: "Ghi hộp nào ở kho, giá, tầng nào; xem và in những gì nằm trong hộp.",
  steps: [
    "Mở phông, chọn “Khác”, rồi “Hộp và nơi để”. Hộp hiện ra khi có hồ sơ ghi hộp số đó.",
    "Chọn hộp bằng mũi tên, Enter để ghi kho, giá, tầng, tình trạng và mét giá.",
    "Ctrl+Enter lưu và sang hộp sau, giữ kho và giá vừa ghi.",
    "Phím cách để xem nội dung hộp; “Xem trong lưới nhập” để sửa các hồ sơ đó.",
    "“In cho hộp” để in mục lục trong hộp hoặc nhãn hộp.",
    "“Đường đi tài liệu”: quét nhãn của điểm quét, rồi quét nhãn hộp, nhãn hồ sơ đi qua điểm đó; hoặc gõ “hộp 12 đang ở đâu?”.",
  ],
  notes: [
    "Đánh dấu “Chỉ hộp chưa ghi nơi để” để thấy còn phải ghi hộp nào.",
    "“Theo hồ sơ” nghĩa là nơi để lấy từ hồ sơ trong hộp; ghi nơi để của hộp thì lấy theo hộp.",
    "Điểm quét (máy quét số mấy, bàn tháo đóng, kho nào) lập ở “Cài đặt”, in được nhãn. Điều trái thứ tự được báo và ghi cùng lần quét; lần quét không mất.",
    "Ghi nhầm thì Ctrl+Z. Hai máy cùng ghi một hộp khi mất mạng: không mất phần nào, ô cùng sửa lấy lần sửa sau.",
  ],
  picture: "Các hộp của một phông với nơi để và số hồ sơ",
};

export const printPage: HelpPage = {
  title: "In và xuất biểu mẫu",
  summary: "Mục lục, danh mục hồ sơ, bìa, chứng từ kết thúc, mục lục và nhãn hộp, tờ phân cách khi quét.",
  steps: [
    "Mở phông, bấm “In và xuất”; hoặc mở một hồ sơ để chỉ in cho hồ sơ đó.",
    "Chọn biểu mẫu, rồi phạm vi: thời hạn bảo quản, mục lục số, từ hộp đến hộp.",
    "Chọn PDF khổ A4 để in, Word để sửa, hoặc Excel; bấm “Tạo biểu mẫu” và xem trước.",
    "Bấm “Lưu thành tệp”, mở tệp đó và in đúng cỡ (100 %).",
  ],
  notes: [
    "Dòng “Đã ghi đủ … dòng” cho biết không thiếu dòng nào; mã danh sách ở chân trang giống nhau khi nội dung giống nhau.",
    "Tiêu đề bảng lặp lại ở mỗi trang; cuối biểu mẫu có chỗ ký. Mục nào để trống thì được chừa chỗ viết tay.",
    "“Danh mục hồ sơ” xếp theo đề mục của phương án phân loại. Nhập lại bảng Excel đã xuất không làm đổi gì nếu không sửa.",
  ],
  picture: "Màn hình In và xuất với bản xem trước",
};
