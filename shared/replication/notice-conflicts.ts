import { type Static, Type } from "typebox";
import { Check } from "typebox/value";
import type { CollectionName } from "#shared/archive/collections.ts";
import type { Conflict, ConflictSide } from "#shared/archive/conflict.ts";
import { contestedFields, isContested } from "#shared/archive/contested-fields.ts";
import { type ArchiveRecord, makeRecord } from "#shared/archive/record.ts";
import { canonicalJson } from "#shared/base/canonical.ts";
import { type Clock, deviceOfClock } from "#shared/base/clock.ts";
import { digestOfText } from "#shared/base/digest.ts";
import type { PushRow } from "#shared/replication/messages.ts";

/** The clocks of the last state that both sides are known to have had (see `ArchiveRecord.clocks`). */
const baseClocksSchema = Type.Record(Type.String(), Type.String());

export type BaseClocks = Readonly<Static<typeof baseClocksSchema>>;

/**
 * The conflicts in merging a state that was `brought` into the state `held`: fields that people write, that both
 * changed since `base`, and that differ. The merge itself is not asked: it lets the later win, and both values are
 * kept here. The id follows from record, field and clocks, so whoever notices a conflict makes the same one. Two
 * edits on one device by one person are none; edits of different fields are none, but to withdraw a record that
 * the other side worked on is.
 */
export function noticeConflicts(
  collection: CollectionName,
  base: BaseClocks,
  held: ArchiveRecord,
  brought: ArchiveRecord,
): Conflict[] {
  if (!isContested(collection)) return [];
  const fields = contestedFields(collection);
  const found: Conflict[] = [];
  for (const field of fields) {
    const sides = [sideOf(held, field, base, fields), sideOf(brought, field, base, fields)] as const;
    const [first, second] = sides;
    if (!first || !second || first.value === second.value || isOneHand(first, second)) continue;
    const clocks = [first.clock, second.clock].sort();
    const id = digestOfText(canonicalJson([collection, held.id, field, ...clocks])).slice(0, 32);
    const own = {
      id: `cf-${id}`,
      scope: held.scope,
      subject: collection,
      subjectId: held.id,
      field,
      sides: [first, second],
      standing: "open",
      choice: "",
      settledAt: "",
      settledBy: "",
      reason: "",
    } as const;
    const later = first.clock > second.clock ? first : second;
    found.push(
      makeRecord<Conflict>(
        { ...own, sides: [first, second] },
        { clock: later.clock, by: later.by, deviceId: later.deviceId },
      ),
    );
  }
  return found;
}

/** The clocks of the state that the sender of a row knew its receiver to hold, where it says so. */
export function baseOfRow({ assumedMasterState }: PushRow): BaseClocks | undefined {
  return assumedMasterState ? readBase(Reflect.get(assumedMasterState, "clocks")) : undefined;
}

/** The clocks of a base in a value that was stored or sent. */
export function readBase(clocks: unknown): BaseClocks | undefined {
  return Check(baseClocksSchema, clocks) ? clocks : undefined;
}

/** Of two states that both sides had, the later clock of each field: what is not after it is known to both. */
export function laterClocks(one: BaseClocks, other: BaseClocks = {}): BaseClocks {
  const later: Record<string, Clock> = {};
  for (const field of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const [first, second] = [clockIn(one, field), clockIn(other, field)];
    later[field] = first > second ? first : second;
  }
  return later;
}

/** What one side wrote of a field since the base; nothing where it did not. */
function sideOf(
  record: ArchiveRecord,
  field: string,
  base: BaseClocks,
  fields: readonly string[],
): ConflictSide | undefined {
  const value: unknown = Reflect.get(record, field);
  // Who works on a record says with it that it stands.
  const read = field === "withdrawn" && value === "" ? fields : [field];
  let clock = "";
  for (const name of read) {
    const written = clockIn(record.clocks, name);
    if (written > clockIn(base, name) && written > clock) clock = written;
  }
  if (value === undefined || clock === "") return undefined;
  const deviceId = deviceOfClock(clock);
  return { value: canonicalJson(value), clock, by: writerOf(record, clock, deviceId), deviceId };
}

/** A record names only who wrote it last: who wrote a field before is known where it was on the same device. */
function writerOf(record: ArchiveRecord, clock: Clock, deviceId: string): string {
  const last = clockIn(record.clocks, "updatedBy");
  return last === clock || deviceOfClock(last) === deviceId ? record.updatedBy : "";
}

function isOneHand(one: ConflictSide, other: ConflictSide): boolean {
  return one.deviceId === other.deviceId && (one.by === other.by || one.by === "" || other.by === "");
}

function clockIn(clocks: BaseClocks, field: string): Clock {
  return clocks[field] ?? clocks["*"] ?? "";
}
