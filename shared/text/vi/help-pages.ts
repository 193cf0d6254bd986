import type { HelpPage, HelpPageName } from "#shared/text/help-page.ts";
import { boxesPage, printPage } from "#shared/text/vi/help-boxes.ts";
import { encryptionPage } from "#shared/text/vi/help-encryption.ts";
import { namesPage } from "#shared/text/vi/help-names.ts";
import { notesPage, waitingPage } from "#shared/text/vi/help-notes.ts";
import { schemePage } from "#shared/text/vi/help-scheme.ts";

export const helpPages: Record<HelpPageName, HelpPage> = {
  start: {
    title: "Bắt đầu",
    summary: "Mở ứng dụng lần đầu, chọn vai trò và làm việc đầu tiên.",
    steps: [
      "Nhập họ tên, chọn vai trò và đơn vị của bạn. Gõ tên đơn vị không cần dấu cũng tìm thấy.",
      "Bấm “Bắt đầu làm việc”. Màn hình “Việc cần làm” cho biết nên làm gì tiếp.",
      "Bấm vào một dòng việc để mở đúng nơi làm việc đó. Việc nào xong thì dòng đó được đánh dấu.",
    ],
    notes: [
      "Không cần mạng. Mọi thay đổi được lưu ngay trên máy này, giờ lưu hiện ở góc dưới màn hình.",
      "Chưa có tài liệu thì vào “Dữ liệu mẫu” để thử cả hành trình, không ảnh hưởng tài liệu thật.",
      "Đổi vai trò hoặc đơn vị trong “Cài đặt”.",
    ],
    picture: "Màn hình “Việc cần làm” với danh sách việc và các mốc thời gian",
  },
  inventory: {
    title: "Phông, mục lục, hộp, hồ sơ",
    summary: "Cách tài liệu được xếp trong ứng dụng.",
    steps: [
      "Mở “Mục lục hồ sơ” và bấm “Tạo phông”. Phông là toàn bộ tài liệu của một cơ quan đã hình thành tài liệu đó.",
      "Trong phông, hồ sơ được xếp theo mục lục số, rồi theo hộp số. Chọn ở cây bên trái để chỉ xem một hộp.",
      "Mở một hồ sơ để xem và nhập các văn bản trong hồ sơ.",
    ],
    notes: [
      "Phông thuộc cơ quan cũ và không chuyển sang xã mới, kể cả sau ngày 01/7/2025.",
      "Không có gì bị xóa: hồ sơ, văn bản chỉ được “rút khỏi mục lục” kèm lý do và có thể khôi phục.",
    ],
    picture: "Danh sách phông trong Mục lục hồ sơ",
  },
  scheme: schemePage,
  boxes: boxesPage,
  entry: {
    title: "Nhập nhanh trong lưới",
    summary: "Nhập hàng loạt văn bản bằng bàn phím, ít phím hơn bảng tính.",
    steps: [
      "Chọn ô rồi gõ ngay; Tab sang ô gõ được bên phải, Enter xuống dòng dưới, F2 sửa nội dung đang có, Esc bỏ sửa.",
      "Bấm tên cột để giữ giá trị cho dòng sau: loại, ký hiệu, cơ quan ban hành, người ký thường giống nhau.",
      "Ctrl+Enter lưu dòng và mở dòng mới với các giá trị được giữ, số tiếp theo được điền sẵn.",
      "Ctrl+D chép ô trên xuống vùng đang chọn; chép một khối từ Excel rồi dán thẳng vào lưới.",
    ],
    notes: [
      "Ngày gõ 05/03/2016, 03/2016 hoặc 2016; ứng dụng không sửa chữ trong lúc bạn đang gõ.",
      "Unikey, EVKey và bộ gõ của Windows dùng bình thường trong mọi ô.",
      "Bấm F1 để xem mọi phím.",
    ],
    picture: "Lưới nhập hồ sơ của một phông",
  },
  names: namesPage,
  workbook: {
    title: "Nhập từ Excel",
    summary: "Đưa mục lục đã có trong Excel vào ứng dụng, kiểm tra trước khi ghi.",
    steps: [
      "Mở phông, bấm “Nhập từ Excel” và chọn tệp .xlsx, .xls hoặc .csv.",
      "Xem kết quả kiểm tra: từng vấn đề ghi rõ dòng, ô và lý do. Lúc này chưa ghi gì vào mục lục.",
      "Sửa trong Excel rồi chọn lại tệp, hoặc bấm nút ghi để ghi những dòng đạt.",
    ],
    notes: [
      "Nhập lại đúng tệp cũ không tạo dòng trùng.",
      "Cột “Nhóm”, “Khung phân loại” hoặc “Đề mục” đưa hồ sơ vào nhóm của phương án phân loại, theo ký hiệu hoặc tên nhóm.",
      "Số dạng chữ như “01” được giữ nguyên; ngày chỉ có tháng hoặc năm cũng được giữ nguyên.",
      "Chữ phông cũ (TCVN3, VNI) được nhận ra; hãy xem trước rồi đồng ý chuyển mã.",
    ],
    picture: "Màn hình nhập mục lục từ Excel",
  },
  rules: {
    title: "Thời hạn bảo quản, phạm vi, nhóm ưu tiên",
    summary: "Những điều cần có của mỗi hồ sơ theo công văn của tỉnh.",
    steps: [
      "Chọn thời hạn bảo quản. Ứng dụng gợi ý kèm căn cứ; bạn là người quyết định.",
      "Ghi tình trạng chỉnh lý và thời gian tài liệu. Trước mắt số hóa tài liệu bảo quản vĩnh viễn, đã chỉnh lý hoàn chỉnh, giai đoạn 2015–2020.",
      "Tài liệu thường xuyên sử dụng thì đánh dấu; ngoài phạm vi mà vẫn đưa vào thì ghi lý do.",
    ],
    notes: [
      "Nhóm ưu tiên: quyết định (cấp xã: quyết định cá biệt), kế hoạch, báo cáo, tài liệu thường xuyên sử dụng.",
      "Màn hình “Việc cần làm” đếm những hồ sơ còn thiếu các điều này.",
    ],
    picture: "",
  },
  secret: {
    title: "Tài liệu bí mật nhà nước",
    summary: "Tài liệu Mật, Tối mật, Tuyệt mật không được đưa vào hệ thống này.",
    steps: [
      "Nếu văn bản có dấu chỉ độ mật, dừng lại và không quét.",
      "Ứng dụng từ chối nội dung có dấu chỉ độ mật và ghi lại quyết định không nhập.",
      "Để tài liệu giấy riêng và báo người phụ trách bảo vệ bí mật nhà nước của đơn vị.",
    ],
    notes: ["Không ghi nội dung của tài liệu mật vào ô ghi chú hay bất kỳ ô nào khác."],
    picture: "",
  },
  numbers: {
    title: "Số văn bản, tờ số, văn bản trùng",
    summary: "Ứng dụng cho thấy số bị thiếu, bị lặp và văn bản có thể trùng.",
    steps: [
      "Mở “Rà soát” và chọn phông: mỗi loại văn bản của mỗi năm được đánh số từ 1 đến hết.",
      "Số thiếu: tìm văn bản giấy hoặc ghi chú là không có. Số lặp: mở hai văn bản và sửa một.",
      "Văn bản trùng: giữ một, hoặc ghi lý do giữ cả hai (ví dụ khác nơi nhận).",
    ],
    notes: ["Tờ số của hồ sơ chạy liên tục từ 1; tờ thiếu hoặc chồng nhau được chỉ ra theo hồ sơ."],
    picture: "",
  },
  undo: {
    title: "Lưu và hoàn tác",
    summary: "Không có nút Lưu phải nhớ, và việc đã làm có thể làm lại.",
    steps: [
      "Nhìn góc dưới màn hình: “Đã lưu trên máy này” nghĩa là thay đổi đã nằm an toàn trên ổ đĩa.",
      "Ctrl+Z để hoàn tác, Ctrl+Y để làm lại, nhiều bước, kể cả một lần sửa hàng nghìn dòng.",
    ],
    notes: [
      "Mất điện không làm mất những gì đã báo “Đã lưu”.",
      "Nếu người khác đã sửa cùng chỗ sau bạn, hoàn tác không ghi đè lên phần của họ.",
      "Hai người cùng sửa một ô khi chưa thấy bản của nhau: cả hai giá trị được giữ trong “Hai giá trị”; phím 1 hoặc 2 chọn một, phím 3 ghi giá trị khác, và mọi máy cùng theo.",
      "Hồ sơ, văn bản đã rút nằm trong “Mục đã rút” cùng lý do, khôi phục được bất cứ lúc nào.",
    ],
    picture: "",
  },
  batches: {
    title: "Lập và giao đợt tài liệu",
    summary: "Đợt là đơn vị để giao hồ sơ từ xã đến trung tâm.",
    steps: [
      "Mở “Đợt tài liệu”, bấm “Lập đợt” và đặt tên.",
      "Bấm “Đưa hồ sơ vào đợt”, chọn hồ sơ của phông.",
      "Bấm “Giao cho trung tâm” khi giấy đã sẵn sàng. Trung tâm nhận đợt, rồi đếm từng hồ sơ.",
    ],
    notes: [
      "Đợt đã giao không thêm, bớt hồ sơ được; trước khi trung tâm nhận có thể lấy lại để sửa.",
      "Đợt bị trả lại có ghi lý do: sửa rồi giao lại.",
    ],
    picture: "Một đợt tài liệu với tiến trình và các hồ sơ",
  },
  waiting: waitingPage,
  notes: notesPage,
  capture: {
    title: "Đưa bản quét vào",
    summary: "Gắn bản quét với văn bản, máy đọc chữ và tạo PDF/A.",
    steps: [
      "Mở “Số hóa”, chọn đợt đã nhận, bấm “Bắt đầu số hóa”.",
      "Ở “Lấy trang”, chọn máy quét, tệp có sẵn, thư mục theo dõi hay máy chụp. Tệp tên <mã hồ sơ>.<STT> được gắn tự động.",
      "Trang chưa rõ nằm ở “Khay chờ gắn”, số trên thẻ là số đang chờ: chọn văn bản rồi bấm “Gắn”.",
      "Ở “Văn bản”, xem số tờ bên cạnh mỗi văn bản; khi đủ thì chuyển sang kiểm tra.",
    ],
    notes: [
      "Bản quét gốc không bao giờ bị sửa; mỗi tệp có dấu vân SHA-256.",
      "Trang hỏng dừng lại chờ người xem, phần còn lại của đợt vẫn chạy.",
    ],
    picture: "Trạm số hóa của một đợt",
  },
  check: {
    title: "Kiểm tra, nghiệm thu, trả lại",
    summary: "So từng đợt với mục lục, kiểm từng văn bản, rồi quyết định.",
    steps: [
      "Mở “Kiểm tra, nghiệm thu” và chọn đợt. Phần “Còn thiếu” ghi rõ từng chỗ.",
      "Bấm “Kiểm từng văn bản”: A là đạt, J và K sang văn bản sau và trước.",
      "Bấm “Nghiệm thu”, hoặc “Trả lại” kèm lý do.",
    ],
    notes: [
      "Còn thiếu mà vẫn nghiệm thu thì phải ghi lý do; lý do đi cùng đợt.",
      "Nên để người khác với người quét kiểm tra.",
    ],
    picture: "Màn hình độ đầy đủ của một đợt",
  },
  send: {
    title: "Gửi tỉnh",
    summary: "Ứng dụng tự gửi khi có mạng; không có mạng vẫn làm việc bình thường.",
    steps: [
      "Khai báo máy chủ của tỉnh một lần trong “Cài đặt”, bằng mã kết nối do tỉnh cấp.",
      "Xem dòng “Đã gửi tỉnh” ở góc dưới; bấm vào đó để biết chi tiết và đồng bộ ngay.",
      "Trung tâm không có Internet: ở một máy mở “Cài đặt”, “Máy trung tâm”, bật lên và tạo mã ghép; ở các máy kia tìm máy trung tâm và nhập mã.",
    ],
    notes: [
      "Tỉnh tự tính lại SHA-256 của mỗi tệp; chỉ khi khớp mới là “Tỉnh đã nhận”.",
      "“Tỉnh thử nghiệm” chạy trên máy này để học, không giữ tài liệu thật.",
    ],
    picture: "",
  },
  search: {
    title: "Tìm kiếm",
    summary: "Tìm trong mục lục và trong chữ của bản quét, không cần gõ dấu.",
    steps: [
      "Bấm Ctrl+K hoặc mở “Tìm kiếm”, gõ vài từ. Kết quả hiện ngay khi gõ.",
      "Gõ số và ký hiệu như 123/QĐ-UBND để tìm đúng văn bản.",
      "Bấm “Mở PDF” để xem văn bản, “Mở hồ sơ” để xem trong mục lục.",
    ],
    notes: ["Gõ có dấu thì kết quả đúng dấu đứng trước. “hòa” và “hoà” tìm như nhau."],
    picture: "Kết quả tìm kiếm không dấu",
  },
  print: printPage,
  comfort: {
    title: "Cỡ chữ, nền tối, bàn phím",
    summary: "Chỉnh cho dễ nhìn và làm mọi việc bằng bàn phím.",
    steps: [
      "Bấm nút hiển thị ở góc trên bên phải để chọn cỡ chữ 100–175 %, nền sáng hoặc tối, ngôn ngữ.",
      "Bấm F1 để xem mọi phím tắt; Shift+F1 để mở trợ giúp của màn hình đang xem.",
      "Alt+1 đến Alt+9 mở các mục bên trái; Tab đi đến mọi nút.",
    ],
    notes: ["Nút mờ vẫn bấm hoặc trỏ vào được để biết vì sao chưa dùng được."],
    picture: "Màn hình nền tối, cỡ chữ lớn",
  },
  encryption: encryptionPage,
  problems: {
    title: "Khi có trục trặc",
    summary: "Mỗi thông báo cho biết: chuyện gì xảy ra, cái gì vẫn an toàn, làm gì tiếp.",
    steps: [
      "Đọc dòng cuối của thông báo: đó là việc cần làm tiếp.",
      "Ổ đĩa đầy: giải phóng dung lượng rồi thử lại. Mọi thứ lưu trước đó vẫn nguyên vẹn.",
      "Không kết nối được tỉnh: cứ làm tiếp, ứng dụng tự thử lại.",
      "Không đọc được bảng tính: mở bằng Excel, bỏ mật khẩu, lưu lại dạng .xlsx.",
      "Lặp lại nhiều lần: đóng và mở lại ứng dụng, rồi báo bộ phận hỗ trợ kèm phiên bản trong “Cài đặt”.",
    ],
    notes: ["Đóng và mở lại ứng dụng không làm mất dữ liệu đã lưu."],
    picture: "",
  },
  card: {
    title: "Thẻ một trang",
    summary: "In ra giấy A4 và để cạnh máy.",
    steps: [
      "Việc cần làm: mở ứng dụng, làm dòng trên cùng.",
      "Nhập văn bản: gõ vào lưới; Tab sang ô, Enter xuống dòng, Ctrl+Enter dòng mới.",
      "Nhập từ Excel: mở phông → Nhập từ Excel → xem vấn đề → ghi.",
      "Giao đợt: Đợt tài liệu → Lập đợt → Đưa hồ sơ vào đợt → Giao cho trung tâm.",
      "Số hóa: Nhận đợt → Bắt đầu số hóa → kéo thư mục quét vào → Chuyển kiểm tra.",
      "Kiểm tra: Kiểm từng văn bản (A đạt, J/K sau/trước) → Nghiệm thu hoặc Trả lại.",
      "Tìm: Ctrl+K, gõ không cần dấu.",
    ],
    notes: [
      "F1: phím tắt · Shift+F1: trợ giúp · Ctrl+Z: hoàn tác · Ctrl+K: tìm kiếm",
      "Tài liệu có dấu Mật, Tối mật, Tuyệt mật: không nhập, không quét, báo người phụ trách.",
      "“Đã lưu trên máy này”: an toàn. “Đã gửi tỉnh”: tỉnh đã nhận.",
    ],
    picture: "",
  },
};
