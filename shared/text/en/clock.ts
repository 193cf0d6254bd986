import type { Words } from "#shared/text/vi.ts";
import { plural } from "#shared/text/en/plural.ts";

export const clock: Words["clock"] = {
  ahead: (span) => `This machine's clock is ${span} ahead of the province's`,
  behind: (span) => `This machine's clock is ${span} behind the province's`,
  what: "Work and data are not affected: the province keeps the order in which things arrive. Set the machine's date and time, so that the times in its journal are right.",
  days: (count) => plural(count, "day", "days"),
  hours: (count) => plural(count, "hour", "hours"),
  minutes: (count) => plural(count, "minute", "minutes"),
};
