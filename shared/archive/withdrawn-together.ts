import type { ArchiveRecord } from "#shared/archive/record.ts";
import { deviceOfClock, readClock } from "#shared/base/clock.ts";

/** Nobody withdraws one record, goes to another and types the reason again within so many milliseconds. */
const oneAct = 5000;

/**
 * Whether two records were withdrawn in one act: for one reason, on one device, at one moment. What was withdrawn
 * before that on its own has another moment, or another reason.
 */
export function withdrawnTogether(one: Withdrawn, other: Withdrawn): boolean {
  if (one.withdrawn === "" || one.withdrawn !== other.withdrawn) return false;
  const [first, second] = [clockOf(one), clockOf(other)];
  if (deviceOfClock(first) !== deviceOfClock(second)) return false;
  const [from, to] = [readClock(first), readClock(second)];
  return from !== undefined && to !== undefined && Math.abs(from.ms - to.ms) <= oneAct;
}

type Withdrawn = Pick<ArchiveRecord, "withdrawn" | "clocks">;

function clockOf({ clocks }: Withdrawn): string {
  const own: Partial<Record<string, string>> = clocks;
  return own["withdrawn"] ?? own["*"] ?? "";
}
