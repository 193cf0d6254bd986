import { dayInVietnam } from "#shared/base/vietnam-time.ts";

const wallClock = () => Date.now();

/** The day in Vietnam by this machine's clock, `yyyy-mm-dd`. */
export function useToday(): string {
  return dayInVietnam(wallClock());
}
