import type { HelpPage } from "#shared/text/help-page.ts";

export const notesPage: HelpPage = {
  title: "Trao đổi",
  summary: "Ghi chú, câu hỏi và đề nghị sửa trên đợt, hồ sơ, văn bản, từng trang; xem tất cả ở một chỗ.",
  steps: [
    "Ở cuối trang của đợt, hay mục “Ghi chú và trao đổi” của hồ sơ: chọn loại, viết nội dung rồi bấm “Ghi”.",
    "Khi sửa một văn bản, hay khi kiểm tra văn bản và xét trang: bấm “Trao đổi”, chọn cả văn bản hay một trang.",
    "Muốn một người trả lời thì chọn họ tên ở “Nhắn tới”: trên máy của họ, mục “Trao đổi” hiện số đang chờ.",
    "Mở “Trao đổi”, lọc theo người, loại, tình trạng; mũi tên lên, xuống để đi, Enter để mở.",
    "Bấm “Trả lời”, hoặc “Đã giải quyết” khi xong.",
  ],
  notes: [
    "Ghi một lần, không sửa được; viết nhầm thì “Rút lại” và ghi lý do. Không có gì bị xóa.",
    "Mất mạng vẫn viết được: ghi chú đi cùng hồ sơ khi có mạng, hoặc theo gói USB.",
    "Số đang chờ chỉ hết khi người được nhắn trả lời, hoặc khi ghi chú được giải quyết.",
  ],
  picture: "",
};

export const waitingPage: HelpPage = {
  title: "Vì sao đợt chưa đi tiếp được",
  summary: "Đợt chờ hồ sơ của mình, chờ các đợt cùng phông, hay bị nơi nhận từ chối: xem ở đâu và làm gì.",
  steps: [
    "Mở đợt. Khung “Chưa … được” nêu từng chỗ vướng; bấm vào tên để mở đúng hồ sơ, đợt đó.",
    "“Đợt cùng phông chưa theo kịp”: theo danh sách khâu của tỉnh, các đợt có hồ sơ cùng phông phải cùng đến bước này. Làm tiếp các đợt được nêu.",
    "Không chờ được thì cán bộ kiểm tra ghi lý do, ít nhất 10 ký tự. Khi nghiệm thu, lý do đi trước các đợt cùng phông được ghi riêng, lý do của phần còn thiếu không thay được.",
    "Nơi nhận không chấp nhận bước thì đợt trở lại như nơi nhận đang giữ: đọc lý do ở đợt, sửa rồi làm lại bước đó.",
  ],
  notes: [
    "Hồ sơ cùng phông chưa nằm trong đợt nào được nêu số lượng, nhưng không giữ đợt lại.",
    "Làm việc khi mất mạng không bị thiệt: nơi nhận không xét lại những đợt mà máy này đã thấy khi làm bước đó, chỉ từ chối vì đợt còn ở sau mà máy này chưa biết.",
    "Chuyển nhiều đợt một lúc thì đợt nào vướng ở lại và được nêu tên; các đợt kia vẫn chuyển.",
  ],
  picture: "",
};
