import type { Batch } from "#shared/archive/batch.ts";
import type { Handover } from "#shared/archive/handover.ts";
import { makeRecord, type Stamp } from "#shared/archive/record.ts";
import { writeMoment } from "#shared/base/moment.ts";
import { fail, ok, type Result } from "#shared/base/result.ts";
import { dayInVietnam } from "#shared/base/vietnam-time.ts";
import { type AttachedFile, countOf, digestOfList } from "./attached-list.ts";
import { nextMinutesNumber } from "./minutes-number.ts";

/** What a person states of a handover. */
export type MinutesWords = Pick<
  Handover,
  "occasion" | "from" | "to" | "subject" | "dateSpan" | "condition" | "note"
> & { metres: number };

export type MinutesRefusal = "batch-empty" | "party-missing" | "same-as-before";

/** Minutes of a batch's handover: their counts are those of the attached list. */
export function makeMinutes(
  said: MinutesWords,
  about: {
    id: string;
    batch: Pick<Batch, "id" | "scope">;
    list: readonly AttachedFile[];
    known: readonly Handover[];
    /** Milliseconds since 1970. */
    now: number;
  },
  stamp: Stamp,
): Result<Handover, MinutesRefusal> {
  const { id, batch, list, known, now } = about;
  const { metres, ...words } = said;
  if (list.length === 0) return fail("batch-empty");
  if (words.from.body.trim() === "" || words.to.body.trim() === "") return fail("party-missing");
  const listDigest = digestOfList(list);
  const again = known.some(
    (one) =>
      one.withdrawn === "" &&
      one.batchId === batch.id &&
      one.occasion === words.occasion &&
      one.listDigest === listDigest,
  );
  if (again) return fail("same-as-before");
  return ok(
    makeRecord<Handover>(
      {
        ...words,
        ...{ id, scope: batch.scope, batchId: batch.id, listDigest },
        number: nextMinutesNumber(known, {
          ...{ scope: batch.scope, deviceId: stamp.deviceId },
          year: dayInVietnam(now).slice(0, 4),
        }),
        at: writeMoment(now),
        stated: countOf(list, metres),
        ...{ countedAt: "", countedBy: "", counted: countOf([], 0), differences: [], signedDigest: "" },
      },
      stamp,
    ),
  );
}
