import type { ArchiveRecord } from "#shared/archive/record.ts";
import { canonicalJson } from "#shared/base/canonical.ts";
import { packClocks, unpackClocks } from "#shared/base/clock.ts";

/**
 * One record out of two states of it: each field from the state that wrote it later. Commutative, associative and
 * idempotent, so devices that have seen the same writes agree, in whatever order they saw them.
 */
export function mergeRecords<Kind extends ArchiveRecord>(one: Kind, other: Kind): Kind {
  if (one.id !== other.id) throw new Error("two records cannot be merged into one");
  // A record that no one has edited, merged with itself: its clocks are in their one short form.
  if (one === other && Object.keys(one.clocks).every((field) => field === "*")) return one;
  const left = one as unknown as Record<string, unknown>;
  const right = other as unknown as Record<string, unknown>;
  const leftClocks = unpackClocks(one.clocks, Object.keys(left));
  const rightClocks = unpackClocks(other.clocks, Object.keys(right));
  const merged: Record<string, unknown> = { id: one.id };
  const clocks = new Map<string, string>();
  for (const field of new Set([...leftClocks.keys(), ...rightClocks.keys()])) {
    const leftClock = leftClocks.get(field);
    const rightClock = rightClocks.get(field);
    if (takesRight(left[field], leftClock, right[field], rightClock)) {
      merged[field] = right[field];
      clocks.set(field, rightClock ?? "");
    } else {
      merged[field] = left[field];
      clocks.set(field, leftClock ?? "");
    }
  }
  return { ...merged, clocks: packClocks(clocks) } as unknown as Kind;
}

function takesRight(
  left: unknown,
  leftClock: string | undefined,
  right: unknown,
  rightClock: string | undefined,
) {
  if (rightClock === undefined) return false;
  if (leftClock === undefined) return true;
  if (leftClock !== rightClock) return rightClock > leftClock;
  if (left === right) return false;
  return canonicalJson(right) > canonicalJson(left);
}

/** True where two states of a record hold the same fields, written at the same clocks. */
export function sameRecord(one: ArchiveRecord, other: ArchiveRecord): boolean {
  return canonicalJson(one) === canonicalJson(other);
}
