/** A record's date (`yyyy`, `yyyy-mm`, `yyyy-mm-dd`) as people write it: `yyyy`, `mm/yyyy`, `dd/mm/yyyy`. */
export function writeDate(date: string): string {
  return date.split("-").reverse().join("/");
}

/** True where nothing of `start` lies before the end of `end`: both known, and in the wrong order. */
export function datesReversed(start: string, end: string): boolean {
  if (start === "" || end === "") return false;
  // A year or month alone lasts to its end: "~" sorts after every digit and dash.
  return start > `${end}~`;
}
