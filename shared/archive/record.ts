import { Type } from "typebox";
import { type Clock, clockAfter, packClocks, unpackClocks } from "#shared/base/clock.ts";
import { Text } from "#shared/base/schema.ts";

/** What every record carries, whatever it describes. */
export const recordFields = {
  id: Type.String({ minLength: 1, maxLength: 40 }),
  /** Path of unit codes that authorises the record: province, district, commune (`52.550.21952`). */
  scope: Type.String({ minLength: 2, maxLength: 24 }),
  updatedBy: Text(200),
  deviceId: Text(40),
  /** When each field was last written: field → clock, `*` for the fields not named. */
  clocks: Type.Record(Type.String(), Type.String()),
  /** Why the record no longer counts; empty while it does. Nothing is deleted. */
  withdrawn: Text(500),
  /** Room for fields of later versions, so that most changes need no migration. */
  ext: Type.Object({}, { additionalProperties: true }),
};

export type ArchiveRecord = {
  id: string;
  scope: string;
  updatedBy: string;
  deviceId: string;
  clocks: Record<string, Clock>;
  withdrawn: string;
  ext: object;
};

/** Who writes, on which device, at what clock. */
export type Stamp = { clock: Clock; by: string; deviceId: string };

type Own<Kind extends ArchiveRecord> = Omit<Kind, "updatedBy" | "deviceId" | "clocks" | "withdrawn" | "ext">;

/** A new record of the given fields; every field carries the clock of its making. */
export function makeRecord<Kind extends ArchiveRecord>(fields: Own<Kind>, stamp: Stamp): Kind {
  return {
    ...fields,
    updatedBy: stamp.by,
    deviceId: stamp.deviceId,
    clocks: { "*": stamp.clock },
    withdrawn: "",
    ext: {},
  } as unknown as Kind;
}

/**
 * The record with some fields changed; only fields whose value differs get the new clock, or with `anew` all of them.
 * Who edits a value has seen it: the edit comes after it also where the value was written by a clock that is ahead.
 */
export function editRecord<Kind extends ArchiveRecord>(
  record: Kind,
  changes: Partial<Omit<Kind, "id" | "clocks">>,
  stamp: Stamp,
  options: { anew?: boolean } = {},
): Kind {
  const before = record as unknown as Record<string, unknown>;
  const changed = Object.entries(changes).filter(
    ([field, value]) =>
      value !== undefined &&
      (options.anew === true || JSON.stringify(before[field]) !== JSON.stringify(value)),
  );
  if (changed.length === 0) return record;
  const after = { ...before, ...Object.fromEntries(changed), updatedBy: stamp.by, deviceId: stamp.deviceId };
  const clocks = unpackClocks(record.clocks, Object.keys(after));
  const written = [...changed.map(([name]) => name), "updatedBy", "deviceId"];
  const clock = clockAfter(
    stamp.clock,
    written.map((field) => clocks.get(field) ?? ""),
  );
  for (const field of written) clocks.set(field, clock);
  return { ...after, clocks: packClocks(clocks) } as unknown as Kind;
}
