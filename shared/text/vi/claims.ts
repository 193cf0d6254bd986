import type { ClaimRefusal, ClaimStation } from "#shared/archive/claim.ts";

const stations: Record<ClaimStation, string> = {
  preparing: "Chuẩn bị",
  capturing: "Số hóa",
  checking: "Kiểm tra",
};

const refusals: Record<ClaimRefusal, string> = {
  "not-your-role": "Vai trò của bạn không làm việc ở khâu này.",
  "not-at-station": "Đợt không còn ở khâu này. Mở lại đợt để xem khâu hiện tại.",
  claimed: "Người khác đã nhận việc này. Muốn nhận thay thì ghi lý do.",
  "own-already": "Bạn đã nhận việc này rồi.",
};

export const claims = {
  stations,
  refusals,
  batch: (number: string) => `đợt ${number}`,
  file: (code: string) => `hồ sơ ${code}`,
  take: "Nhận việc",
  takeOf: (label: string) => `Nhận việc: ${label}`,
  taken: (label: string) => `Bạn đã nhận việc: ${label}.`,
  release: "Trả việc",
  releaseOf: (label: string) => `Trả việc: ${label}`,
  released: (label: string) => `Bạn đã trả việc: ${label}. Những gì đã làm vẫn giữ nguyên.`,
  takeOver: "Nhận thay",
  takeOverOf: (label: string) => `Nhận thay: ${label}`,
  takeOverHint: (names: string) =>
    `${names} đang nhận việc này và sẽ được báo là bạn nhận thay. Ghi lý do; những gì đã làm vẫn giữ nguyên.`,
  mine: "Việc của bạn",
  by: (name: string) => `${name} đang làm`,
  since: (machine: string, time: string) => `Máy ${machine}, từ ${time}`,
  until: (from: string, until: string) => `Nhận lúc ${from}, giữ đến ${until}`,
  lost: (by: string, machine: string, time: string) =>
    `${by} (máy ${machine}) đã nhận việc này trước, lúc ${time}; việc thuộc về người đó. Những gì bạn đã làm vẫn còn nguyên, không phải làm lại.`,
  takenOver: (by: string, machine: string, time: string) =>
    `${by} (máy ${machine}) đã nhận thay lúc ${time}. Những gì bạn đã làm vẫn còn nguyên.`,
  expired: (time: string) => `Hết thời gian giữ việc lúc ${time}. Còn làm thì nhận lại.`,
  understood: "Đã rõ",
  setAside: "Đã cất thông báo.",
  myWork: (count: string) => `Việc của tôi (${count})`,
  myWorkHint: "Những đợt, hồ sơ bạn đã nhận. Người khác thấy tên bạn, máy và giờ nhận.",
};
