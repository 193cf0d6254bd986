import type { CollectionName } from "#shared/archive/collections.ts";
import { type ArchiveRecord, editRecord, type Stamp } from "#shared/archive/record.ts";
import { choiceOf, fieldsOfChoice, valueOfSide } from "#shared/archive/settle-conflict.ts";
import { seeClock, tickClock, writeClock } from "#shared/base/clock.ts";
import { DiskFull } from "#tests/helpers/memory-store.ts";
import type { Chance } from "#tests/helpers/seeded.ts";
import { clockOf } from "./edits.ts";
import {
  bornRecord,
  type Desk,
  drawRecord,
  fieldsOf,
  isOfFirstVersion,
  type Plan,
  worldCollections,
  type Written,
} from "./plan.ts";

/** A person at a desk writes one field of one record; each value there is once in a world. */
export function writeEdit(
  desk: Desk,
  plan: Plan,
  { chance, now, number }: { chance: Chance; now: number; number: number },
): Written[] {
  const { store } = desk.home;
  const collection = chance(3) === 0 ? "items" : "files";
  const [id, scope] = drawRecord(chance, desk, collection);
  const stamp = stampOf(desk, now, chance(4) === 0 ? "B" : "A");
  // A record made on two devices is the same at its making: only its edits differ.
  const before = held(desk, collection, id) ?? bornRecord(plan, collection, id, scope);
  // Most write the same field, so that they meet.
  const field =
    desk.version > 1 && chance(6) === 0
      ? "later"
      : (fieldsOf[collection][chance(chance(3) === 0 ? 4 : 1)] ?? "note");
  const word = desk.version > 1 && field === "box" && chance(2) === 0 ? "shelf" : desk.name;
  const value = `${word} ${number}`;
  const record = ofVersion(desk, editRecord(before, { [field]: value }, stamp));
  store.write(collection, record as never);
  const clock = clockOf(record, field) ?? "";
  return [{ collection, desk, record, field, value, clock, over: [clockOf(before, field) ?? ""] }];
}

/** A person at a desk settles a conflict there, as the screen does: the chosen value is written anew. */
export function writeSettlement(desk: Desk, chance: Chance, now: number): Written[] {
  const { store } = desk.home;
  const open = store
    .ids("conflicts")
    .map((id) => store.read("conflicts", id))
    .filter((one) => one?.standing === "open");
  const conflict = open[chance(open.length)];
  const subject = conflict && held(desk, conflict.subject, conflict.subjectId);
  if (!conflict || !subject || (conflict.subject !== "files" && conflict.subject !== "items")) return [];
  const stamp = stampOf(desk, now, "B");
  const settler = { by: stamp.by, at: new Date(now).toISOString() };
  const value = valueOfSide(conflict, chance(2) === 0 ? 0 : 1);
  const fields = fieldsOfChoice(conflict, value, settler);
  const record = ofVersion(desk, editRecord(subject, fields, stamp, { anew: true }));
  // A value of a later version cannot be chosen here.
  if (desk.version === 1 && !isOfFirstVersion(record)) return [];
  store.write(conflict.subject, record as never);
  const { field, sides } = conflict;
  const over = [clockOf(subject, field) ?? "", ...sides.map(({ clock }) => clock)];
  const edit: Written = {
    ...{ collection: conflict.subject, desk, record, field, value },
    clock: clockOf(record, field) ?? "",
    over,
  };
  const settled = { settledAt: settler.at, settledBy: settler.by, choice: choiceOf(conflict, value) };
  try {
    store.write("conflicts", editRecord(conflict, { standing: "settled", ...settled }, stamp));
  } catch (error) {
    // The disk filled between the two: the conflict stays open.
    if (!(error instanceof DiskFull)) throw error;
  }
  return [edit];
}

function held(desk: Desk, collection: CollectionName, id: string): ArchiveRecord | undefined {
  return desk.home.store.read(collection, id);
}

/** The next stamp of a device that has seen all that it holds. */
function stampOf(desk: Desk, now: number, by: string): Stamp {
  for (const collection of worldCollections) {
    for (const record of desk.home.store.records(collection)) {
      const { clocks } = record as unknown as ArchiveRecord;
      for (const clock of Object.values(clocks)) desk.clock = seeClock(desk.clock, clock);
    }
  }
  desk.clock = tickClock(desk.clock, now + desk.skew);
  return { clock: writeClock(desk.clock, desk.name), by, deviceId: desk.name };
}

/** The screen of an old version lets go of the field that it does not know. */
function ofVersion(desk: Desk, record: ArchiveRecord): ArchiveRecord {
  if (desk.version > 1) return record;
  const known = { ...record };
  Reflect.deleteProperty(known, "later");
  return known;
}
