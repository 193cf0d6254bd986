/** The day of an Excel serial as `yyyy-mm-dd`, in the 1900 or 1904 system; nothing outside the years 1900 to 2199. */
export function dayOfSerial(serial: number, from1904: boolean): string | undefined {
  if (!Number.isFinite(serial)) return undefined;
  let days = Math.floor(serial) + (from1904 ? 1462 : 0);
  // Excel counts a 29 February 1900 that never was.
  if (days < 60) days += 1;
  if (days < 2 || days > 109_575) return undefined;
  return textOfDays(days - 25_569);
}

/** Days since 1 January 1970 as a civil date (after Howard Hinnant's `civil_from_days`). */
function textOfDays(sinceEpoch: number): string {
  const shifted = sinceEpoch + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** A date as records keep it (`yyyy`, `yyyy-mm`, `yyyy-mm-dd`); empty for an empty text; nothing for what is no date. */
export function readDate(text: string, from1904 = false): string | undefined {
  const plain = text
    .replace(/^ngày\s+/i, "")
    .replace(/\s*(tháng|năm)\s*/gi, "/")
    .replace(/^\/+/, "")
    .replace(/\s*([/.-])\s*/g, "$1")
    .replace(/[.\s]+$/, "");
  if (plain === "" || /^[-/.…_\s]+$/.test(text)) return "";
  const iso = /^(\d{4})-(\d{1,2})(?:-(\d{1,2})(?:[T ].*)?)?$/.exec(plain);
  if (iso) return joinDate(iso[3] ?? "", iso[2] ?? "", iso[1] ?? "");
  const parts = /^(?:(?:(\d{1,2})[/.-])?(\d{1,2})[/.-])?(\d{4})$/.exec(
    plain.replace(/(?<=\d{4})\s+\d{1,2}:\d{2}.*$/, ""),
  );
  // In one cell a zero is no day and no month: `00/00/2016` is shown to the person, not taken for 2016.
  if (parts && [parts[1], parts[2]].some((part) => part !== undefined && /^0+$/.test(part))) return undefined;
  if (parts) return joinDate(parts[1] ?? "", parts[2] ?? "", parts[3] ?? "");
  // From 1927 on a serial has five digits, so it cannot be taken for a year.
  if (/^\d{5}(\.\d+)?$/.test(plain)) return dayOfSerial(Number(plain), from1904);
  return undefined;
}

/** Day, month and year out of three columns; what is blank or zero is not known. Nothing for what is no date. */
export function joinDate(day: string, month: string, year: string): string | undefined {
  const [d, m, y] = [day, month, year].map((part) => (/^0*$|^[-–…._?]+$/.test(part) ? "" : part)) as [
    string,
    string,
    string,
  ];
  if (d === "" && m === "" && y === "") return "";
  if (![d, m, y].every((part) => /^\d*$/.test(part)) || y === "" || (d !== "" && m === "")) return undefined;
  const [dayNumber, monthNumber, yearNumber] = [Number(d), Number(m), Number(y)];
  if (yearNumber < 1000 || yearNumber > 2199) return undefined;
  if (m === "") return y.padStart(4, "0");
  if (monthNumber < 1 || monthNumber > 12) return undefined;
  const start = `${yearNumber}-${String(monthNumber).padStart(2, "0")}`;
  if (d === "") return start;
  if (dayNumber < 1 || dayNumber > daysOf(monthNumber, yearNumber)) return undefined;
  return `${start}-${String(dayNumber).padStart(2, "0")}`;
}

/** Both ends of "Thời gian tài liệu": `01/2015 - 12/2016`, `2015-2016`, `từ 5/1/2015 đến 30/12/2015`, or one date. */
export function readDateSpan(text: string, from1904 = false): { start: string; end: string } | undefined {
  const single = readDate(text, from1904);
  if (single !== undefined) return { start: single, end: single };
  const plain = text.replace(/^từ\s+/i, "");
  const years = /^(\d{4})\s*[-–—]\s*(\d{4})$/.exec(plain);
  const halves = years ? [years[1] ?? "", years[2] ?? ""] : plain.split(/\s+(?:đến|tới|-|–|—)\s+|\s*[–—]\s*/);
  const [from = "", to = ""] = halves.length === 2 ? halves : splitAtMiddleDash(plain);
  const start = from === "" ? undefined : readDate(from, from1904);
  const end = to === "" ? undefined : readDate(to, from1904);
  return start === undefined || end === undefined ? undefined : { start, end };
}

/** `01/2015-12/2015`: the only dash stands between two dates written with slashes or dots. */
function splitAtMiddleDash(text: string): string[] {
  const halves = text.split("-");
  return halves.length === 2 ? halves.map((half) => half.trim()) : [];
}

function daysOf(month: number, year: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
