import type { Station } from "#shared/archive/note.ts";
import type { ReworkRefusal, ReworkStand } from "#shared/archive/rework.ts";

const stations: Record<Station, string> = {
  indexing: "Lập danh mục",
  capture: "Quét",
  quality: "Chất lượng ảnh",
  reading: "Nhận dạng, nhập trường",
};

const stands: Record<ReworkStand, string> = {
  open: "Chờ sửa",
  answered: "Chờ kiểm tra lại",
  closed: "Đã xong",
};

const refusals: Record<ReworkRefusal, string> = {
  "not-your-role": "Vai trò của bạn không làm việc này ở khâu đó.",
  "batch-not-open": "Chỉ trả lại khâu trước khi đợt đang số hóa hoặc đang kiểm tra.",
  "not-open": "Yêu cầu này không còn chờ sửa.",
  "not-answered": "Khâu được yêu cầu chưa trả lời.",
  "own-work": "Người đã sửa không tự xác nhận. Nhờ người kiểm tra khác.",
};

export const rework = {
  title: "Yêu cầu sửa",
  subtitle: "Những trang, trường, văn bản mà người kiểm tra trả lại cho khâu trước.",
  stations,
  stands,
  refusals,
  all: "Mọi khâu",
  counted: (name: string, count: string) => `${name} (${count})`,
  filter: "Lọc theo khâu",
  showClosed: "Hiện cả yêu cầu đã xong",
  none: "Không có yêu cầu sửa nào",
  noneHint:
    "Người kiểm tra trả một trang, một trường hoặc một văn bản về khâu trước ở màn hình kiểm tra từng văn bản.",
  list: "Danh sách yêu cầu sửa",
  batch: (number: string) => `Đợt ${number}`,
  whole: "Cả đợt",
  sentBy: (person: string, time: string) => `${person} trả lại lúc ${time}`,
  openAt: (label: string) => `Mở ${label}`,
  gone: "Chưa có trên máy này",
  outcomes: { done: "Đã sửa", cannot: "Không sửa được", again: "Trả lại lần nữa" },
  said: (what: string, person: string, time: string) => `${what} · ${person}, ${time}`,
  closedBy: (person: string, time: string) => `${person} xác nhận xong lúc ${time}`,
  done: "Đã sửa",
  doneHint: "Ghi đã làm gì; người kiểm tra xem lại rồi mới xác nhận xong.",
  doneText: "Đã làm gì",
  cannot: "Không sửa được",
  cannotHint: "Ghi vì sao; người kiểm tra quyết định tiếp.",
  cannotText: "Vì sao",
  again: "Trả lại lần nữa",
  againHint: "Ghi còn phải sửa gì.",
  againText: "Còn phải sửa gì",
  close: "Xác nhận xong",
  closed: "Đã xác nhận xong.",
  answered: "Đã trả lời; người kiểm tra sẽ xem lại.",
  sentAgain: "Đã trả lại lần nữa.",
  send: "Trả về khâu trước",
  sendKey: "Trả về khâu trước (M)",
  sendTitle: (label: string) => `Trả về khâu trước: ${label}`,
  sendHint:
    "Yêu cầu hiện trong danh sách của khâu đó. Đợt chưa nghiệm thu được khi còn yêu cầu chưa xác nhận xong.",
  about: "Sửa chỗ nào",
  item: "Cả văn bản",
  page: (ordinal: number) => `Trang ${ordinal}`,
  station: "Trả về khâu",
  text: "Lý do, cần sửa gì",
  textMissing: "Ghi rõ cần sửa gì.",
  sent: (station: string) => `Đã trả về khâu ${station}.`,
  notice: (open: string, answered: string) => `${open} yêu cầu đang chờ sửa, ${answered} chờ kiểm tra lại`,
  noticeHint: "Đợt chưa nghiệm thu được cho đến khi mọi yêu cầu được xác nhận xong.",
  look: "Xem yêu cầu sửa",
};
