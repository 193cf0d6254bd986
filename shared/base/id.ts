const digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A source of chance: whole numbers in [0, below). Handed in, so that a seed repeats a world. */
export type Chance = (below: number) => number;

/**
 * An identifier made on a device without asking anyone: 10 digits of time (milliseconds since 1970) and 16 of
 * chance, Crockford base 32, so that ids sort by the time of making (as a ULID).
 */
export function newId(now: number, chance: Chance): string {
  let time = "";
  for (let rest = now, place = 0; place < 10; place += 1, rest = Math.floor(rest / 32)) {
    time = digits.charAt(rest % 32) + time;
  }
  let random = "";
  for (let place = 0; place < 16; place += 1) random += digits.charAt(chance(32));
  return time + random;
}

/** Whether a text has the form of such an identifier. */
export function isId(text: string): boolean {
  return /^[0-9A-HJKMNP-TV-Z]{26}$/.test(text);
}
