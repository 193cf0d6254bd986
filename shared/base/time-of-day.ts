/** Minutes from midnight that a person wrote (`18:30`, `18h30`, `18`), or nothing where it is no time of the day. */
export function readTimeOfDay(text: string): number | undefined {
  const [, hours = "", minutes = ""] = /^\s*(\d{1,2})(?:\s*[:hg.]\s*(\d{2})?)?\s*$/i.exec(text) ?? [];
  if (hours === "") return undefined;
  const [hour, minute] = [Number(hours), Number(minutes === "" ? "0" : minutes)];
  return hour > 23 || minute > 59 ? undefined : hour * 60 + minute;
}

/** Minutes from midnight as `18:30`. */
export function writeTimeOfDay(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
