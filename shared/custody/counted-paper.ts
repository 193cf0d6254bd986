import type { Custody } from "#shared/archive/custody.ts";
import type { Handover, HandoverOccasion } from "#shared/archive/handover.ts";

const points: Record<HandoverOccasion, Custody["point"]> = {
  "commune-to-center": "received",
  "center-to-contractor": "to-contractor",
  return: "returned",
};

/** What a file's way is told by a count that found it: which point it passed, into whose hands, by which minutes. */
export function passedByCount(
  handover: Pick<Handover, "occasion" | "number" | "to" | "batchId">,
): Pick<Custody, "point" | "place" | "by" | "note" | "batchId"> {
  const { occasion, number, to, batchId } = handover;
  return { point: points[occasion], place: to.body.slice(0, 100), by: to.person, note: number, batchId };
}

/** Whether a file's way already says so: a count that is made again tells nothing twice. */
export function isTold(
  events: readonly Custody[],
  passed: Pick<Custody, "point" | "note" | "batchId">,
): boolean {
  return events.some(
    ({ withdrawn, point, note, batchId }) =>
      withdrawn === "" && point === passed.point && note === passed.note && batchId === passed.batchId,
  );
}
