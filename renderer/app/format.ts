import { useMemo } from "react";
import { useWords } from "#renderer/app/words.tsx";

/** How numbers, times, dates of records and sizes are written in the language chosen. */
export type Format = {
  count: (value: number) => string;
  /** As a clock in Vietnam shows it: `22:10:05` today, `22:10:05 24/11/2026` on another day; of ISO 8601 or milliseconds. */
  time: (at: string | number) => string;
  /** `yyyy[-mm[-dd]]` as `dd/mm/yyyy`, `mm/yyyy` or `yyyy`. */
  date: (date: string) => string;
  bytes: (size: number) => string;
};

const wallClock = () => Date.now();

export function useFormat(): Format {
  const { locale } = useWords().common;
  return useMemo(() => makeFormat(locale, wallClock), [locale]);
}

export function makeFormat(locale: string, now: () => number): Format {
  const number = new Intl.NumberFormat(locale);
  const short = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  // As reports count their days: a laptop whose time zone was never set would show hours that no report knows.
  const timeZone = "Asia/Ho_Chi_Minh";
  const clock = new Intl.DateTimeFormat(locale, {
    timeZone,
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hour12: false,
  });
  const day = new Intl.DateTimeFormat(locale, {
    ...{ timeZone, day: "2-digit", month: "2-digit", year: "numeric" },
  });
  return {
    count: (value) => number.format(value),
    time(at) {
      const moment = new Date(at);
      if (Number.isNaN(moment.getTime())) return "";
      const time = clock.format(moment);
      const date = day.format(moment);
      return date === day.format(now()) ? time : `${time} ${date}`;
    },
    date: (date) => date.split("-").reverse().join("/"),
    bytes(size) {
      const units = ["B", "kB", "MB", "GB", "TB"];
      let value = size;
      let at = 0;
      while (value >= 1000 && at < units.length - 1) {
        value /= 1000;
        at += 1;
      }
      return `${short.format(value)} ${units[at] ?? ""}`;
    },
  };
}
