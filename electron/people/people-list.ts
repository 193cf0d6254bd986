import type { Profile } from "#shared/archive/profile.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import type { Lock } from "#shared/contract/people.ts";
import { mayWorkOn, waitAfter } from "#shared/rules/people.ts";
import type { KeptPeople, KeptPerson } from "./people-file.ts";

/** Begins the list with whoever is at work, as its head; the machine stays what this person made it. */
export function withFirst(people: KeptPeople, profile: Profile, id: string): KeptPeople {
  const { name, role, scope } = profile;
  const first = { id, name, role, scope, head: true, pin: null, wrong: 0, waitUntil: "", left: "" };
  return { ...people, machine: { role, scope }, person: id, people: [first] };
}

export function changePerson(people: KeptPeople, id: string, changes: Partial<KeptPerson>): KeptPeople {
  return {
    ...people,
    people: people.people.map((person) => (person.id === id ? { ...person, ...changes } : person)),
  };
}

/** How many heads can come in without this person. */
export function headsLeft(people: KeptPeople, without: string): number {
  return people.people.filter(
    ({ id, head, left, pin }) => id !== without && head && left === "" && (pin !== null || !people.asksPins),
  ).length;
}

/** The list as it is, unless nobody on it could rule the machine any more. */
export function keepHeads(people: KeptPeople): KeptPeople {
  if (headsLeft(people, "") === 0) throw new DeskFault("people-last-head");
  return people;
}

/** How long the person waits until a PIN of theirs is tried, in milliseconds. A clock set back lengthens no wait. */
export function waitOf({ waitUntil, wrong }: Pick<KeptPerson, "waitUntil" | "wrong">, now: number): number {
  const left = (Date.parse(waitUntil) || 0) - now;
  return Math.max(0, Math.min(left, waitAfter(wrong)));
}

/** What the screen is told of the list: no hash, and nobody who left. */
export function lockOf(
  list: KeptPeople,
  { locked, wanted, damaged, now }: { locked: boolean; wanted: boolean; damaged: boolean; now: number },
): Lock {
  const { machine } = list;
  return {
    ...{
      locked,
      wanted,
      damaged,
      machine,
      asksPins: list.asksPins,
      person: list.person,
      before: list.before,
    },
    lockAfter: list.lockAfter,
    people: list.people.flatMap((person) => {
      if (person.left !== "") return [];
      const { id, name, role, scope, head } = person;
      const wait = waitOf(person, now);
      return [
        {
          ...{ id, name, role, scope, head },
          hasPin: person.pin !== null,
          waitUntil: wait > 0 ? new Date(now + wait).toISOString() : "",
          fits: !machine || mayWorkOn(machine, person),
        },
      ];
    }),
  };
}
