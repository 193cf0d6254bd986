import type { Records } from "#shared/archive/collections.ts";
import { type ArchiveRecord, makeRecord } from "#shared/archive/record.ts";
import { stampAt } from "#tests/helpers/sample-records.ts";

type Own<Kind> = Omit<Kind, "updatedBy" | "deviceId" | "clocks" | "withdrawn" | "ext">;

const scope = "52.550.21952";
const at = "2025-05-20T09:00:00.000Z";
const none = { boxes: 0, files: 0, items: 0, leaves: 0, metres: 0, objects: 0 };

function sample<Kind extends ArchiveRecord>(record: Own<Kind>, fields: Partial<Kind>, ms: number): Kind {
  return { ...makeRecord<Kind>(record, stampAt(ms)), ...fields };
}

/** Minutes of a commune's handover of two boxes, not yet counted. */
export function sampleHandover(id: string, fields: Partial<Records["handovers"]> = {}, ms = 1) {
  const record: Own<Records["handovers"]> = {
    ...{ id, scope, at, batchId: "", occasion: "commune-to-center", number: "2025-001" },
    from: { body: "UBND xã Phước Lộc", person: "Trần Thị B", position: "Công chức Văn phòng - Thống kê" },
    to: { body: "Trung tâm số hóa huyện Tuy Phước", person: "Lê Văn C", position: "Chuyên viên" },
    subject: "Tài liệu UBND xã Phước Lộc",
    dateSpan: "2015-2020",
    stated: { ...none, boxes: 2, files: 12, leaves: 900, metres: 0.3 },
    condition: "Bình thường",
    ...{ listDigest: "", countedAt: "", countedBy: "", counted: none, differences: [] },
    ...{ signedDigest: "", note: "" },
  };
  return sample<Records["handovers"]>({ ...record, batchId: "batch-1" }, fields, ms);
}

/** A box taken out of its shelf. */
export function sampleCustody(id: string, fields: Partial<Records["custody"]> = {}, ms = 1) {
  const record: Own<Records["custody"]> = {
    ...{ id, scope, at, subject: "box", subjectId: "box-1", batchId: "" },
    ...{ point: "out-of-box", place: "", by: "Nguyễn Văn A", note: "" },
  };
  return sample<Records["custody"]>(record, fields, ms);
}

/** A scanner of a center. */
export function samplePoint(id: string, fields: Partial<Records["points"]> = {}, ms = 1) {
  const record: Own<Records["points"]> = {
    ...{ id, scope, kind: "at-scanner", name: "Máy quét", number: "3" },
    ...{ endedAt: "", endedBy: "", endedReason: "" },
  };
  return sample<Records["points"]>(record, fields, ms);
}

/** A question about a file. */
export function sampleNote(id: string, fields: Partial<Records["notes"]> = {}, ms = 1) {
  const record: Own<Records["notes"]> = {
    ...{ id, scope, at, subject: "files", subjectId: "file-1", field: "", kind: "question" },
    ...{
      text: "Hồ sơ này còn tập 2 không?",
      by: "Lê Văn C",
      answers: "",
      mentions: [],
      solvedAt: "",
      solvedBy: "",
    },
  };
  return sample<Records["notes"]>(record, fields, ms);
}

/** A day's report with no row. */
export function sampleReport(id: string, fields: Partial<Records["reports"]> = {}, ms = 1) {
  const record: Own<Records["reports"]> = {
    ...{ id, scope: "52.550", day: "2025-05-20", version: 1, number: "2025-001", asOf: at, madeAt: at },
    ...{ atSeq: 100, heardAt: at },
    ...{ madeBy: "Lê Văn C", rows: [], scanners: 3, people: 9, difficulties: [], remark: "" },
    ...{ reason: "", digest: "" },
  };
  return sample<Records["reports"]>(record, fields, ms);
}
