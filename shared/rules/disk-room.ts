/** How much of the disk that holds a desk's folder is left, in bytes. */
export type DiskSpace = { free: number; total: number };

/** `low`: people are warned. `stop`: nothing more is taken in, so that what is here can still be written. */
export type RoomState = "good" | "low" | "stop";

const megabyte = 1_000_000;

/** Size of the reserve that is freed when the disk is full all the same: 64 MB, at most a fiftieth of the disk. */
export function reserveSize(total: number): number {
  return Math.min(64 * megabyte, Math.floor(total / 50));
}

/** People are warned below 2 GB; on a small disk below a tenth of it. */
export function warnBelow(total: number): number {
  return Math.min(2000 * megabyte, Math.floor(total / 10));
}

/**
 * Nothing more is taken in below this: the journal's own log (16 MB) twice, a twentieth of the journal for what is
 * derived from it, and 32 MB for each page in work. At most a twentieth of the disk.
 */
export function stopBelow(total: number, use: { journalBytes: number; pagesAtOnce: number }): number {
  const wanted = 32 * megabyte + use.journalBytes / 20 + use.pagesAtOnce * 32 * megabyte;
  return Math.floor(Math.min(wanted, total / 20));
}

/** How a disk stands once so many bytes more are on it. */
export function roomState({ free, total }: DiskSpace, stop: number, coming = 0): RoomState {
  const left = free - coming;
  if (left < stop) return "stop";
  return left < Math.max(stop, warnBelow(total)) ? "low" : "good";
}

/** True where a freed reserve can be made again: with it the disk is still above the mark at which taking in stops. */
export function mayMakeReserve({ free, total }: DiskSpace, stop: number): boolean {
  return free - reserveSize(total) >= 2 * stop;
}
