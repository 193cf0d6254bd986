import type { CustodyOddity } from "#shared/custody/judge-point.ts";
import type { CustodyPoint } from "#shared/custody/paper-way.ts";

const points: Record<CustodyPoint, string> = {
  "handed-over": "Đã giao đi",
  received: "Đã nhận vào trung tâm",
  "out-of-box": "Ra khỏi hộp",
  unbound: "Đã tháo đóng",
  "at-scanner": "Đang ở máy quét",
  rebound: "Đã đóng lại",
  "back-in-box": "Đã trả vào hộp",
  "on-shelf": "Đã xếp lên giá",
  "to-contractor": "Ở đơn vị thực hiện",
  returned: "Đã trả bên giao",
  "in-repair": "Đang tu bổ",
  "in-safe": "Nơi giữ riêng tài liệu mật",
};

const odd: Record<CustodyOddity, string> = {
  "still-unbound": "Hồ sơ đã tháo mà chưa ghi đóng lại.",
  "not-unbound": "Ghi đóng lại, nhưng hồ sơ chưa ghi tháo.",
  "still-in-box": "Theo sổ, hồ sơ còn trong hộp: chưa ghi ra khỏi hộp.",
  "files-out": "Còn hồ sơ của hộp này đang ở ngoài hộp.",
  "kept-back":
    "Hồ sơ đang tạm dừng (rách, dính, thiếu tờ hoặc khổ đặc biệt): chưa được tháo, quét hay giao đơn vị thực hiện.",
  secret: "Hồ sơ có tài liệu mật đang tạm dừng: phải ở nơi giữ riêng, không đi chặng này.",
  "point-ended": "Điểm quét này đã thôi dùng.",
};

/** Words of the way of paper: where each box and file is. */
export const custody = {
  title: "Đường đi tài liệu",
  subtitle: "Hộp, hồ sơ giấy đang ở đâu, từ lúc nào, ai giữ.",
  points,
  odd,
  oddTold: (name: string) => `${name}: đã ghi, nhưng có điều cần xem`,
  oddNext:
    "Lần ghi được giữ cùng ghi chú này. Nếu quét nhầm, bấm “Ghi nhầm…” ở lịch sử; nếu đúng, xử lý tài liệu rồi quét chặng còn thiếu.",
  ownPoints: "Điểm quét của trung tâm",
  otherPoints: "Chặng khác",
  atPoint: (name: string) => `Đang quét tại: ${name}`,
  pointUnknown:
    "Nhãn điểm quét này không có trên máy. Điểm do đơn vị khác lập, hoặc chưa đồng bộ tới máy này.",
  everywhere: "Mọi nơi",
  listAt: "Ở điểm",
  setUp: "Lập điểm quét",
  ask: "Quét nhãn hoặc hỏi",
  askHint: "Quét mã QR trên nhãn hộp, nhãn hồ sơ, hoặc gõ: hộp 12 đang ở đâu?",
  station: "Khi quét",
  onlyAsk: "Chỉ hỏi",
  record: "Ghi chặng",
  point: "Chặng",
  place: "Nơi, máy số",
  by: "Người giữ",
  box: (number: string) => `Hộp ${number}`,
  file: (code: string) => `Hồ sơ ${code}`,
  inFonds: (code: string, inventory: string) =>
    inventory === "" ? `phông ${code}` : `phông ${code}, mục lục ${inventory}`,
  inBox: (number: string) => `hộp ${number}`,
  never: "Chưa ghi chặng nào.",
  neverAt: (place: string) => `Chưa ghi chặng nào. Theo mục lục: ${place}.`,
  withBox: "cùng hộp",
  since: (at: string, by: string) => (by === "" ? `từ ${at}` : `từ ${at}, ${by}`),
  days: (days: string) => `${days} ngày`,
  none: (typed: string) =>
    `Không tìm thấy hộp hay hồ sơ nào cho “${typed}”. Kiểm tra lại số hộp hoặc mã hồ sơ.`,
  choose: "Có nhiều kết quả. Chọn một:",
  recorded: (name: string, point: string) => `${name}: đã ghi “${point}”.`,
  history: "Lịch sử",
  wrong: "Ghi nhầm…",
  wrongTitle: "Rút lần ghi này",
  wrongHint: "Lần ghi vẫn còn trong sổ cùng lý do, nhưng không tính nữa.",
  reason: "Lý do",
  withdraw: "Rút",
  withdrawn: "Đã rút lần ghi.",
  slip: "In phiếu theo dõi, nhãn",
  list: "Đã ghi",
  listCounts: (seen: string, away: string) => `${seen} hộp, hồ sơ đã ghi; ${away} đang ở ngoài chỗ của mình.`,
  awayOnly: "Chỉ tài liệu đang ở ngoài",
  longer: "Ngoài từ (ngày)",
  empty: "Không có tài liệu nào như vậy.",
  more: (shown: string, total: string) => `Hiện ${shown} trong ${total} dòng.`,
  camera: "Quét bằng camera",
  cameraOff: "Tắt camera",
  cameraView: "Hình từ camera: đưa nhãn vào trước ống kính",
  cameraRefused: "Không mở được camera. Kiểm tra camera đã cắm và được cho phép, hoặc gõ mã.",
  notYours: "Vai trò của bạn chỉ xem, không ghi đường đi của tài liệu.",
};
