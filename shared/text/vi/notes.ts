import type { Note } from "#shared/archive/note.ts";

const kinds: Record<Note["kind"], string> = {
  note: "Ghi chú",
  question: "Câu hỏi",
  correction: "Đề nghị sửa",
  answer: "Trả lời",
  claim: "Nhận việc",
};

export const notes = {
  title: "Ghi chú và trao đổi",
  kinds,
  kind: "Loại",
  text: "Nội dung",
  hint: "Ghi một lần, không sửa được; viết nhầm thì rút lại. Gửi tỉnh cùng hồ sơ.",
  write: "Ghi",
  empty: "Hãy viết nội dung.",
  none: "Chưa có ghi chú nào.",
  by: (person: string, time: string) => `${person}, ${time}`,
  answer: "Trả lời",
  answerTo: (person: string) => `Trả lời ${person}`,
  solve: "Đã giải quyết",
  reopen: "Mở lại",
  solved: (person: string, time: string) => `${person} giải quyết lúc ${time}`,
  withdraw: "Rút lại",
  withdrawTitle: "Rút lại ghi chú",
  reason: "Lý do rút lại",
};
