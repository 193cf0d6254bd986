import type { CollectionName } from "#shared/archive/collections.ts";
import type { ArchiveRecord } from "#shared/archive/record.ts";
import { clockZero, type ClockState, writeClock } from "#shared/base/clock.ts";
import type { WireRecord } from "#shared/replication/messages.ts";
import type { Life } from "#tests/helpers/memory-province.ts";
import { memoryStore } from "#tests/helpers/memory-store.ts";
import type { Chance } from "#tests/helpers/seeded.ts";
import type { VirtualTime } from "./virtual-time.ts";

/*
 * The second version of records has a field more, `later`, and a word more that a box may bear, `shelf`. The first takes
 * records with fields it does not know, and cannot take those with words it does not know.
 */

export function isOfFirstVersion(record: object): boolean {
  const box: unknown = Reflect.get(record, "box");
  return typeof box !== "string" || !box.startsWith("shelf");
}

/** A machine with a disk: the province, a hub, a desk. Its life ends and begins anew where it restarts. */
export type Machine = { name: string; home: Life; life: number; fullUntil: number; version: number };

export type Desk = Machine & {
  scope: string;
  /** The hub it sends to, where it does not reach the province itself. */
  under: Desk | undefined;
  clock: ClockState;
  /** How far its wall clock is off, in milliseconds. */
  skew: number;
  cutUntil: number;
  /** What the machine above answered to hold. */
  acknowledged: { collection: CollectionName; state: WireRecord }[];
  /** What its last round said. */
  equal: boolean;
};

/** A write that its desk called saved: of one field, and the value its author saw there. */
export type Written = {
  collection: CollectionName;
  desk: Desk;
  record: ArchiveRecord;
  field: string;
  value: string;
  saw: unknown;
};

export type Plan = {
  province: Machine;
  desks: Desk[];
  hub: Desk | undefined;
  days: number;
  /** Whether the province may be put back from a copy. */
  restores: boolean;
};

const day = 86_400_000;
const districts = ["52.540", "52.550"] as const;

/** Draws who is in a world. Nobody meets a full disk while it is `calm`. */
export function drawPlan(chance: Chance, time: VirtualTime, calm: () => boolean): Plan {
  const machine = <More extends object>(name: string, more: More): Machine & More => {
    const store = memoryStore({
      full: () => !calm() && time.now() < made.fullUntil,
      knows: (record) => made.version > 1 || isOfFirstVersion(record),
    });
    const made = {
      name,
      life: 0,
      fullUntil: 0,
      version: 1 + chance(2),
      home: { store, epoch: `${name}-1` },
      ...more,
    };
    return made;
  };
  const desk = (name: string, scope: string, under: Desk | undefined): Desk => {
    const skew = chance(3) === 0 ? (chance(2) === 0 ? -day : day) : chance(4000) - 2000;
    const own = { clock: clockZero, skew, cutUntil: 0, acknowledged: [], equal: false };
    return machine(name, { ...own, scope, under });
  };
  const hub = chance(2) === 0 ? desk("hub", districts[1], undefined) : undefined;
  const others = Array.from({ length: 2 + chance(4) }, (_, at) => {
    const district = at < 2 ? districts[1] : (districts[chance(2)] ?? districts[0]);
    const scope = chance(2) === 0 ? district : `${district}.${communes[chance(2)]}`;
    const under = hub && district === hub.scope && chance(3) > 0 ? hub : undefined;
    return desk(`desk-${at}`, scope, under);
  });
  return {
    province: machine("province", {}),
    desks: hub ? [hub, ...others] : others,
    hub,
    days: 1 + chance(3),
    restores: chance(2) === 0,
  };
}

const communes = ["21952", "21976"] as const;

/** A record for a desk to write, of one of the communes it may write for: its id and scope. */
export function drawRecord(chance: Chance, desk: Desk, collection: CollectionName): [string, string] {
  const own = desk.scope.split(".").length > 2;
  const scope = own ? desk.scope : `${desk.scope}.${communes[chance(2)]}`;
  return [`${collection}-${scope}-${chance(3)}`, scope];
}

/** The record as it is at its making, the same wherever it is made. */
export function bornRecord(id: string, scope: string): ArchiveRecord {
  const blank = { title: "", box: "", note: "", keywords: "", withdrawn: "", ext: {} };
  const clocks = { "*": writeClock({ ms: 1, count: 0 }, "birth") };
  return { id, scope, updatedBy: "A", deviceId: "birth", clocks, ...blank };
}
