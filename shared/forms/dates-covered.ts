import type { ArchiveFile } from "#shared/archive/file.ts";
import { writeDate } from "#shared/archive/date-text.ts";

type Dated = Pick<ArchiveFile, "startDate" | "endDate">;

/** "Thời gian tài liệu" of a file: both ends, one where they are equal or one alone is known. */
export function datesOf({ startDate, endDate }: Dated): string {
  const [start, end] = [writeDate(startDate), writeDate(endDate)];
  if (start === end || end === "") return start;
  return start === "" ? end : `${start} - ${end}`;
}

/** The years of some files, `2015-2020` or `2016`; empty where none is known. */
export function yearsOf(files: readonly Dated[]): string {
  let first = "";
  let last = "";
  for (const { startDate, endDate } of files) {
    for (const year of [startDate, endDate].map((date) => date.slice(0, 4)).filter((text) => text !== "")) {
      if (first === "" || year < first) first = year;
      if (last === "" || year > last) last = year;
    }
  }
  return first === last ? first : `${first}-${last}`;
}
