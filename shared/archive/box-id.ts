import { blankBox } from "#shared/archive/blank.ts";
import type { Box } from "#shared/archive/box.ts";
import { makeRecord, type Stamp } from "#shared/archive/record.ts";
import { canonicalJson } from "#shared/base/canonical.ts";
import { clockZero, writeClock } from "#shared/base/clock.ts";
import { digestOfText } from "#shared/base/digest.ts";

/** Which box: of a fonds, by the numbers that its files carry. */
export type BoxName = Pick<Box, "fondsId" | "inventory" | "number">;

/**
 * The id of a box's record, the same on every device: 40 hexadecimal digits of the SHA-256 of its fonds and numbers.
 * Two devices that write of one box without hearing of each other write of one record.
 */
export function idOfBox({ fondsId, inventory, number }: BoxName): string {
  const name = ["box", fondsId, inventory, number].map((text) => text.normalize("NFC"));
  return digestOfText(canonicalJson(name)).slice(0, 40);
}

/**
 * The record of a box of which nothing is said yet. Its fields are older than anything that is ever written, so that
 * where two devices begin the same box, what one of them says is not lost to the blanks of the other.
 */
export function beginBox(name: BoxName, scope: string, stamp: Stamp): Box {
  const { fondsId, inventory, number } = name;
  const fields = { ...blankBox, id: idOfBox(name), scope, fondsId, inventory, number };
  return makeRecord<Box>(fields, { ...stamp, clock: writeClock(clockZero, stamp.deviceId) });
}
