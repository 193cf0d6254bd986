/**
 * Where a writing came from: this machine's screen, the desk's own work, the province; the hub of the centre that this
 * machine is paired with, or another machine of the centre for which this one is the hub.
 */
export const trailOrigins = ["screen", "desk", "province", "hub", "centre"] as const;

export type TrailOrigin = (typeof trailOrigins)[number];

/** One writing of a record: when it reached this machine's journal, by whom, on which device, and what it changed. */
export type TrailEntry = {
  /** When the journal took it (ISO 8601). */
  at: string;
  /** The person at work, as they named themselves. */
  by: string;
  deviceId: string;
  origin: TrailOrigin;
  /** The fields that differ from the state before, as JSON values; none in the first entry, which made the record. */
  changes: { field: string; before: unknown; after: unknown }[];
  first: boolean;
};

/** What the journal keeps of one writing. */
export type KeptState = { at: string; device: string; origin: TrailOrigin; state: Record<string, unknown> };

const bookkeeping = new Set(["id", "clocks", "updatedBy", "deviceId"]);

/**
 * The trail of one record, latest first, from its states in the order of writing. A writing that changed no field but
 * its bookkeeping is left out.
 */
export function trailOf(states: readonly KeptState[]): TrailEntry[] {
  const entries: TrailEntry[] = [];
  let before: Record<string, unknown> | undefined;
  for (const { at, device, origin, state } of states) {
    const changes = before ? changesBetween(before, state) : [];
    if (!before || changes.length > 0) {
      const by = typeof state["updatedBy"] === "string" ? state["updatedBy"] : "";
      const deviceId = typeof state["deviceId"] === "string" ? state["deviceId"] : device;
      entries.push({ at, by, deviceId, origin, changes, first: !before });
    }
    before = state;
  }
  return entries.reverse();
}

function changesBetween(before: Record<string, unknown>, after: Record<string, unknown>) {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...fields]
    .filter(
      (field) => !bookkeeping.has(field) && JSON.stringify(before[field]) !== JSON.stringify(after[field]),
    )
    .sort()
    .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }));
}
