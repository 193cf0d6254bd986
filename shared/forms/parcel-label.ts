import { breakLines } from "#shared/forms/break-lines.ts";
import { a4, type Face, type Mark, type Measure, mm, type Sheet } from "#shared/forms/sheet.ts";

/** What stands on the label that travels with a USB stick. */
export type ParcelLabel = {
  id: string;
  sequence: number;
  from: string;
  to: string;
  /** As it is to be read: `28/11/2026 17:05`. */
  at: string;
  fileName: string;
  records: string;
  objects: string;
  bytes: string;
  digest: string;
};

/** What a label says otherwise of a bag of packages than of a parcel. */
export type LabelWords = { heading: string; contents: string; note: string; code: string };

/** The label of a parcel: the upper half of an A4 sheet, to be cut off and put with the stick. */
export function drawParcelLabel(label: ParcelLabel, measure: Measure, words = wordsOf(label)): Sheet {
  const marks: Mark[] = [];
  const left = mm(25);
  const width = a4.width - 2 * left;
  const side = mm(32);
  let y = mm(25);
  const put = (text: string, size: number, face: Face, room = width - side - mm(4)) => {
    for (const line of breakLines(text, room, { size, face }, measure)) {
      y += size * 1.3;
      marks.push({ kind: "text", text: line, x: left, y, size, face });
    }
  };
  put(words.heading, 20, "bold");
  put(`Mã gói: ${label.id}`, 12, "regular");
  y += 6;
  put(`Nơi gửi: ${label.from}`, 13, "bold");
  if (label.to !== "") put(`Nơi nhận: ${label.to}`, 13, "bold");
  put(`Lập lúc: ${label.at}`, 12, "regular");
  put(`Tệp: ${label.fileName}`, 12, "regular");
  put(`Nội dung: ${words.contents} (${label.bytes})`, 12, "regular", width);
  put(`SHA-256: ${label.digest.match(/.{8}/gu)?.join(" ") ?? ""}`, 9, "regular", width);
  y += 6;
  put(words.note, 11, "italic", width);
  marks.push({ kind: "code", text: words.code, x: left + width - side, y: mm(25), side });
  marks.push({ kind: "line", x1: 0, x2: a4.width, y1: y + mm(8), y2: y + mm(8), width: 0.25 });
  return { ...a4, marks };
}

function wordsOf(label: ParcelLabel): LabelWords {
  return {
    heading: `GÓI DỮ LIỆU SỐ ${label.sequence}`,
    contents: `${label.records} bản ghi, ${label.objects} tệp`,
    note: "Gói đã mã hóa cho nơi nhận và ký bởi máy gửi. Nơi nhận đọc xong lập tệp xác nhận; hãy mang tệp đó về đọc trên máy gửi. Giữ dữ liệu trên máy gửi cho đến khi đọc xác nhận.",
    code: `mucluc:parcel:${label.id}`,
  };
}
