import type { FastifyRequest } from "fastify";
import type { Successor } from "#shared/archive/successor.ts";
import type { Unit } from "#shared/archive/unit.ts";
import { Refused } from "#shared/node/typed-routes.ts";
import type { UnfitAmendment } from "#shared/rules/amend-units.ts";
import type { LiveUnits } from "#shared/rules/live-units.ts";
import type { Bell } from "#shared/replication/bell.ts";
import type { Device } from "#province/access/device.ts";
import type { ProvinceKeys } from "#province/access/keys.ts";
import type { Meaning } from "#province/meaning/keep-meanings.ts";
import type { Metrics } from "#province/health/metrics.ts";
import type { ProvinceObjects } from "#province/objects/province-objects.ts";
import type { Database } from "#province/store/database.ts";
import type { WaitingWords } from "#province/store/waiting-words.ts";

export { type App, Refused } from "#shared/node/typed-routes.ts";

/** What the routes work with; everything is handed in. */
export type Province = {
  database: Database;
  objects: ProvinceObjects;
  bell: Bell;
  units: readonly Unit[];
  /** The communes of after 1 July 2025, and what became them. */
  after: readonly Unit[];
  successors: readonly Successor[];
  /** These very lists, beside those that came with the program. */
  tables: Pick<LiveUnits, "base" | "units" | "after" | "successors">;
  /** Puts the amendments of units that are in the store in force; answers those that do not fit the tables. */
  amendUnits: () => Promise<UnfitAmendment[]>;
  keys: ProvinceKeys;
  metrics: Metrics;
  meaning: Meaning;
  now: () => number;
  /** Where faults that are ours go; never into an answer. */
  report: (fault: unknown) => void;
  /** Indexes the words objects that came in. Never throws: what failed is tried again later. */
  indexWords: (only: WaitingWords) => Promise<void>;
};

const devices = new WeakMap<object, Device>();

/** Notes who asks; `raw` is the request of Node's own. */
export function setDevice(raw: object, device: Device): void {
  devices.set(raw, device);
}

/** Who asks. Every route but `hello` has one, or was answered 401 before. */
export function deviceOf(request: Pick<FastifyRequest, "raw"> | { raw: object }): Device {
  const device = devices.get(request.raw);
  if (!device) throw new Refused(401, "unauthorized", "no device token");
  return device;
}
