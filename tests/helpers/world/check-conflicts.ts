import type { Clock } from "#shared/base/clock.ts";
import { canonicalJson } from "#shared/base/canonical.ts";
import { editsByField } from "./edits.ts";
import { type Broken, isTwin, type Machine, type Written } from "./plan.ts";

/**
 * Of edits of one field that were made unknown to each other every value is kept: the record has it, or a conflict.
 * `needless` counts conflicts between a value and one that was written over it: a few are noticed where the answer to
 * a push was lost and others wrote on before it came again. `unnoticed` are values that no conflict has, and that so
 * are in the trail alone. Who wrote on one device saw what stood there.
 */
export function checkConflicts(world: {
  province: Machine;
  written: readonly Written[];
  restored: boolean;
}): { broken: Broken[]; unnoticed: Broken[]; needless: number } {
  const { province, written, restored } = world;
  let needless = 0;
  const broken: Broken[] = [];
  const unnoticed: Broken[] = [];
  const where = "province";
  const kept = [...province.home.store.rows("conflicts")].map(({ record }) => record as unknown as Kept);
  for (const [key, edits] of editsByField(written)) {
    const [first] = edits;
    if (!first) continue;
    const { collection, field } = first;
    const { id } = first.record;
    const own = kept.filter(
      (conflict) => conflict.subject === collection && conflict.subjectId === id && conflict.field === field,
    );
    const byClock = new Map(edits.map((edit) => [edit.clock, edit]));
    for (const { sides } of own) {
      const [one, other] = sides;
      if (one.deviceId === other.deviceId) continue;
      if (seenBy(byClock, one.clock).has(other.clock) || seenBy(byClock, other.clock).has(one.clock))
        needless += 1;
      if (!byClock.has(one.clock) || !byClock.has(other.clock))
        broken.push({ what: `a conflict of ${key} has a value that nobody wrote`, where });
    }
    // What a copy of the province had forgotten it cannot tell from what it never knew.
    if (restored || isTwin(id) || field === "later") continue;
    const record = province.home.store.read(collection, id);
    const held = record && canonicalJson(Reflect.get(record, field));
    const over = new Set(edits.flatMap((edit) => edit.over));
    for (const { clock, value, desk } of edits) {
      const text = canonicalJson(value);
      if (over.has(clock) || text === held) continue;
      if (!own.some(({ sides }) => sides.some((side) => side.value === text)))
        unnoticed.push({
          what: `${text} of ${key}, written apart from the others, is kept nowhere`,
          where: desk.name,
        });
    }
  }
  return { broken, unnoticed, needless };
}

type Side = { value: string; clock: Clock; deviceId: string };
type Kept = { subject: string; subjectId: string; field: string; sides: [Side, Side] };

/** The clocks of all that the author of an edit had seen, in what it was written over and in what that was. */
function seenBy(edits: ReadonlyMap<Clock, Written>, clock: Clock): ReadonlySet<Clock> {
  const seen = new Set<Clock>();
  const look = (at: Clock) => {
    for (const before of edits.get(at)?.over ?? []) {
      if (seen.has(before)) continue;
      seen.add(before);
      look(before);
    }
  };
  look(clock);
  return seen;
}
