import type { DeskHandlers } from "#shared/contract/desk.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import type { People } from "./open-people.ts";

/** Answered while the screen is locked. */
const always = new Set(["lock.read", "lock.lock", "lock.unlock"]);
/** What changes the machine itself, and with it everybody's work. */
const ofHeads = new Set(["province.enrol", "enrolment.use", "keeping.sealObjects"]);

/**
 * The desk's calls behind its lock: while it is locked all others are refused here, whatever the screen shows. The
 * desk's own work does not come this way and goes on.
 */
export function whileLocked(handlers: DeskHandlers, people: People): DeskHandlers {
  const guarded = Object.entries(handlers).map(([name, handler]) => {
    const call = handler as (input: unknown) => unknown;
    const guard = async (input: unknown) => {
      if (people.locked() && !always.has(name)) throw new DeskFault("locked", { lasting: false });
      if (ofHeads.has(name)) people.expectHead();
      if (name === "session.save" && people.areListed()) throw new DeskFault("people-head");
      const answer = await call(input);
      if (name === "enrolment.use") await people.enrolled();
      return answer;
    };
    return [name, guard];
  });
  return Object.fromEntries(guarded) as DeskHandlers;
}
