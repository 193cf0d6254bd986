import type { Claim } from "#shared/archive/claim.ts";
import type { Note } from "#shared/archive/note.ts";
import { makeRecord } from "#shared/archive/record.ts";
import { stampAt } from "#tests/helpers/sample-records.ts";

/** A batch that a person took on at the capture station on 20 May 2025, for three days. */
export function sampleClaim(
  id: string,
  batchId: string,
  by: string,
  fields: Partial<Note> = {},
  claim: Partial<Claim["claim"]> = {},
): Claim {
  const record = makeRecord<Note>(
    {
      ...{ id, scope: "52.550.21952", subject: "batches", subjectId: batchId, field: "", kind: "claim" },
      ...{ text: "-", answers: "", mentions: [], at: "2025-05-20T02:00:00.000Z", by },
      ...{ solvedAt: "", solvedBy: "" },
    },
    stampAt(1),
  );
  const taken = {
    station: "capturing",
    machine: "MAY-1",
    until: "2025-05-23T02:00:00.000Z",
    knew: [],
  } as const;
  return { ...record, ...fields, claim: { ...taken, knew: [...taken.knew], ...claim } };
}
