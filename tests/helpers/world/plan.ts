import type { CollectionName } from "#shared/archive/collections.ts";
import type { ArchiveRecord } from "#shared/archive/record.ts";
import { type Clock, clockZero, type ClockState, writeClock } from "#shared/base/clock.ts";
import type { WireRecord } from "#shared/replication/messages.ts";
import type { Life } from "#tests/helpers/memory-province.ts";
import { memoryStore, type MemoryStore, type WorldStore } from "#tests/helpers/memory-store.ts";
import { sampleFile, sampleItem } from "#tests/helpers/sample-records.ts";
import type { Chance } from "#tests/helpers/seeded.ts";
import { openJournalMachine } from "./journal-machine.ts";
import type { VirtualTime } from "./virtual-time.ts";

/*
 * The second version of records has a field more, `later`, and a word more that a box may bear, `shelf`. A desk of the
 * first takes records with fields it does not know, a province does not; neither takes words it does not know.
 */

export function isOfFirstVersion(record: object): boolean {
  const box: unknown = Reflect.get(record, "box");
  return typeof box !== "string" || !box.startsWith("shelf");
}

/** A machine with a disk: the province, a hub, a desk. Its life ends and begins anew where it restarts. */
export type Machine<Store extends WorldStore = WorldStore> = {
  name: string;
  home: Life<Store>;
  life: number;
  fullUntil: number;
  version: number;
};

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

/** A write that its desk called saved: of one field, and the clocks of the values that its author saw there. */
export type Written = {
  collection: CollectionName;
  desk: Desk;
  record: ArchiveRecord;
  field: string;
  value: unknown;
  clock: Clock;
  over: readonly Clock[];
};

/** What the desks write; asking for the other collections would only take time. */
export const worldCollections = ["files", "items", "conflicts"] as const;

/** What does not hold in a world, and where. */
export type Broken = { what: string; where: string };

export type Plan = {
  province: Machine<MemoryStore>;
  desks: Desk[];
  hub: Desk | undefined;
  days: number;
  /** Whether the province may be put back from a copy. */
  restores: boolean;
  /** Whether the desks' stores are real journals, or stores in memory that follow the same rules. */
  journals: boolean;
  /** Lets go of what the machines hold. */
  close(): void;
};

const day = 86_400_000;
const districts = ["52.540", "52.550"] as const;

/** Draws who is in a world. Nobody meets a full disk while it is `calm`. */
export function drawPlan(chance: Chance, time: VirtualTime, calm: () => boolean, journals: boolean): Plan {
  const open: { close(): void }[] = [];
  const circumstances = (made: () => Pick<Machine, "fullUntil" | "version">) => ({
    full: () => !calm() && time.now() < made().fullUntil,
    knows: (record: object) => made().version > 1 || isOfFirstVersion(record),
  });
  const machine = <Store extends WorldStore>(name: string, store: Store): Machine<Store> => {
    return { name, life: 0, fullUntil: 0, version: 1 + chance(2), home: { store, epoch: `${name}-1` } };
  };
  const desk = (name: string, scope: string, under: Desk | undefined): Desk => {
    const skew = chance(3) === 0 ? (chance(2) === 0 ? -day : day) : chance(4000) - 2000;
    const own = { clock: clockZero, skew, cutUntil: 0, acknowledged: [], equal: false };
    const around = circumstances(() => made);
    const journal = () => {
      const now = () => time.now() + made.skew;
      const opened = openJournalMachine({ name, chance, now, ...around });
      open.push(opened);
      return opened;
    };
    // The store may ask at once what the time is.
    const made: Desk = { ...machine<WorldStore>(name, memoryStore(around)), ...own, scope, under };
    if (journals) made.home = { ...made.home, store: journal() };
    return made;
  };
  const hub = chance(2) === 0 ? desk("hub", districts[1], undefined) : undefined;
  const others = Array.from({ length: 2 + chance(4) }, (_, at) => {
    const district = at < 2 ? districts[1] : (districts[chance(2)] ?? districts[0]);
    const scope = chance(2) === 0 ? district : `${district}.${communes[chance(3) === 0 ? 1 : 0]}`;
    const under = hub && district === hub.scope && chance(3) > 0 ? hub : undefined;
    return desk(`desk-${at}`, scope, under);
  });
  const province: Machine<MemoryStore> = machine("province", memoryStore(circumstances(() => province)));
  const plan: Plan = {
    province,
    desks: hub ? [hub, ...others] : others,
    hub,
    days: 1 + chance(3),
    restores: chance(2) === 0,
    journals,
    close: () => open.forEach((store) => store.close()),
  };
  for (const scope of districts.flatMap((district) => communes.map((commune) => `${district}.${commune}`))) {
    for (const collection of ["files", "items"] as const) {
      for (const at of [0, 1]) {
        const record = bornRecord(plan, collection, `${collection}-${scope}-${at}`, scope);
        province.home.store.write(collection, record as never);
      }
    }
  }
  return plan;
}

const communes = ["21952", "21976"] as const;

/**
 * A record for a desk to write, of one of the communes it may write for: its id and scope. Most came from the
 * province; some the desk makes itself, or another did; and some (the twins) any desk makes, the same wherever it is made.
 */
export function drawRecord(chance: Chance, desk: Desk, collection: "files" | "items"): [string, string] {
  const own = desk.scope.split(".").length > 2;
  const scope = own ? desk.scope : `${desk.scope}.${communes[chance(4) === 0 ? 1 : 0]}`;
  const kind = chance(8);
  const id = `${collection}-${scope}-${kind === 0 ? "twin" : kind === 3 ? 1 : 0}`;
  if (kind === 0 || (kind > 2 && desk.home.store.read(collection, id))) return [id, scope];
  const others = `${collection}-${scope}-desk-${chance(4)}`;
  if (chance(2) === 0 && desk.home.store.read(collection, others)) return [others, scope];
  return [`${collection}-${scope}-${desk.name}`, scope];
}

/** True for a record that several desks may have made, each for itself. */
export function isTwin(id: string): boolean {
  return id.endsWith("-twin");
}

/** The fields of a collection that people write in a world. */
export const fieldsOf = {
  files: ["title", "box", "note", "keywords"],
  items: ["subject", "signer", "note", "keywords"],
} as const;

/** The record as it is at its making, the same wherever it is made; whole where it must pass as one. */
export function bornRecord(
  { journals }: Pick<Plan, "journals">,
  collection: "files" | "items",
  id: string,
  scope: string,
): ArchiveRecord {
  const blank = Object.fromEntries(fieldsOf[collection].map((field) => [field, ""]));
  const own = { id, scope, updatedBy: "A", deviceId: "birth", withdrawn: "", ext: {}, ...blank };
  const clocks = { "*": writeClock({ ms: 1, count: 0 }, "birth") };
  const whole = journals ? (collection === "files" ? sampleFile(id) : sampleItem(id)) : {};
  return { ...whole, ...own, clocks };
}
