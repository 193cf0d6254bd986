import { DeskFault } from "#shared/contract/fault.ts";
import { waitAfter } from "#shared/rules/people.ts";
import { isThatSecret } from "#shared/node/kept-secret.ts";
import type { PeopleFile } from "./people-file.ts";
import { changePerson, waitOf } from "./people-list.ts";

/**
 * Tries PINs one after the other. A try counts before it is known to be wrong, so that neither ending the app nor
 * asking many times at once spares a wait.
 */
export function openTries(file: PeopleFile, now: () => number) {
  let work: Promise<void> = Promise.resolve();
  const tryOnce = async (id: string, pin: string) => {
    const person = file.current().people.find((one) => one.id === id);
    if (!person?.pin) throw new DeskFault("pin-missing");
    if (waitOf(person, now()) > 0) throw new DeskFault("pin-wait", { lasting: false });
    const wrong = person.wrong + 1;
    const wait = waitAfter(wrong);
    const waitUntil = wait > 0 ? new Date(now() + wait).toISOString() : "";
    await file.change((people) => changePerson(people, id, { wrong, waitUntil }));
    if (!(await isThatSecret(pin, person.pin))) throw new DeskFault("pin-wrong", { lasting: false });
    await file.change((people) => changePerson(people, id, { wrong: 0, waitUntil: "" }));
  };
  return {
    /** Resolves where it is the person's PIN; rejects with `pin-wrong`, `pin-wait` or `pin-missing`. */
    check(id: string, pin: string): Promise<void> {
      const done = work.then(() => tryOnce(id, pin));
      work = done.catch(() => undefined);
      return done;
    },
  };
}
