import type { Note } from "#shared/archive/note.ts";
import { makeRecord } from "#shared/archive/record.ts";
import { stampAt } from "#tests/helpers/sample-records.ts";

/** A page of a batch that was sent back to be scanned again. */
export function sampleRework(id: string, batchId: string, fields: Partial<Note> = {}, ms = 1): Note {
  const record = makeRecord<Note>(
    {
      id,
      scope: "52.550.21952",
      subject: "batches",
      subjectId: batchId,
      field: "",
      kind: "correction",
      text: "Mờ, quét lại",
      answers: "",
      mentions: [],
      at: "2025-05-20T02:00:00.000Z",
      by: "Lê Thị Kiểm",
      solvedAt: "",
      solvedBy: "",
      station: "capture",
      pin: { on: "pages", id: "page-1", label: "P1.1" },
    },
    stampAt(ms),
  );
  return { ...record, ...fields };
}
