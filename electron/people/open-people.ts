import type { Profile } from "#shared/archive/profile.ts";
import { roles } from "#shared/archive/role.ts";
import type { Unit } from "#shared/archive/unit.ts";
import type { CallInput, DeskHandlers, Emit } from "#shared/contract/desk.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import type { Lock } from "#shared/contract/people.ts";
import { isPin, isWeakPin, mayWorkOn, rolesOn } from "#shared/rules/people.ts";
import { keepSecret } from "#shared/node/kept-secret.ts";
import type { SettingsStore } from "#electron/settings.ts";
import { openPeopleFile } from "./people-file.ts";
import type { Writer } from "./permit-writes.ts";
import { openTries } from "./try-pin.ts";
import { changePerson, headsLeft, keepHeads, lockOf, withFirst } from "./people-list.ts";

type Handlers = Pick<DeskHandlers, Extract<keyof DeskHandlers, `lock.${string}` | `people.${string}`>>;

export type People = {
  handlers: Handlers;
  locked: () => boolean;
  /** Whether whoever is at work may rule the machine; anybody may where nobody is listed. */
  isHead: () => boolean;
  /** As what a person of this name may have written here; of a name not known, as all that the machine may. */
  writersOf: (name: string) => readonly Writer[];
  /** Throws unless whoever is at work may rule the machine; anybody may where nobody is listed. */
  expectHead(): void;
  /** True where people are listed: then each is ruled on the list and not by `session.save`. */
  areListed(): boolean;
  /** What the machine is towards the province, whoever works on it. */
  machine: () => Pick<Profile, "role" | "scope"> | null;
  /** The machine was let in anew: it is what the profile says now, and so is whoever let it in. */
  enrolled(): Promise<void>;
  close(): void;
};

export type PeopleParts = {
  folder: string;
  settings: SettingsStore;
  units: readonly Unit[];
  newId: () => string;
  now: () => number;
  emit: Emit;
  /** How often it is looked whether the screen stands idle, in milliseconds. */
  look?: number;
  /** What hashing a PIN costs (`keepSecret`). */
  pinCost?: number;
};

const minute = 60_000;

/** The people of a shared machine, and the lock that parts them. A machine where nobody is listed never locks. */
export async function openPeople(parts: PeopleParts): Promise<People> {
  const { settings, now, emit } = parts;
  const file = await openPeopleFile(parts.folder);
  const tries = openTries(file, now);
  const list = () => file.current();
  let locked = file.damaged || list().asksPins;
  let wanted = false;
  let aliveAt = now();

  const state = (): Lock => lockOf(list(), { locked, wanted, damaged: file.damaged, now: now() });
  const changed = () => {
    emit("lock.changed", {});
    return state();
  };
  const lock = (byPerson: boolean) => {
    if (locked || list().people.length === 0) return;
    locked = true;
    wanted = byPerson;
    changed();
  };
  const personOf = (id: string) => {
    const found = list().people.find((person) => person.id === id && person.left === "");
    if (!found) throw new DeskFault("not-found", { detail: id });
    return found;
  };
  const isListed = () => list().people.length > 0;
  const isHead = () =>
    !isListed() || list().people.some(({ id, head, left }) => id === list().person && head && left === "");
  const expectHead = () => {
    if (!isHead()) throw new DeskFault("people-head");
  };
  const takeUp = async ({ name, role, scope }: Profile) => {
    await settings.change({ profile: { name, role, scope } });
    emit("session.changed", {});
  };
  /** Whoever is at work is the first on the list, and its head. */
  const beginList = async () => {
    const { profile } = settings.current();
    if (!profile) throw new DeskFault("not-set-up");
    await file.change((people) => withFirst(people, profile, parts.newId()));
  };
  const expectPin = (pin: string) => {
    if (!isPin(pin) || isWeakPin(pin)) throw new DeskFault("pin-weak");
  };
  const timer = setInterval(() => {
    const { asksPins, lockAfter } = list();
    const idle = now() - aliveAt;
    // A clock that was set back says nothing of how long nobody was here.
    if (asksPins && lockAfter > 0 && (idle < 0 || idle >= lockAfter * minute)) lock(false);
  }, parts.look ?? 5_000);
  timer.unref();
  const atWork = list().people.find(({ id }) => id === list().person);
  if (!locked && atWork) await takeUp(atWork);

  return {
    locked: () => locked,
    expectHead,
    isHead,
    writersOf(name) {
      const { profile } = settings.current();
      const { people, machine } = list();
      const known = [...people, ...(profile ? [profile] : [])].filter((person) => person.name === name);
      if (known.length > 0) return known.map(({ role, scope }) => ({ role, scope }));
      const own = machine ?? profile;
      return (own ? rolesOn(own) : roles).map((role) => ({ role, scope: own?.scope ?? "" }));
    },
    areListed: isListed,
    machine: () => list().machine,
    async enrolled() {
      const { profile } = settings.current();
      if (!profile || !isListed()) return;
      const { role, scope } = profile;
      const at = personOf(list().person);
      await file.change((people) => ({
        ...changePerson(people, at.id, { name: profile.name, role, scope }),
        machine: { role, scope },
      }));
      changed();
    },
    close: () => clearInterval(timer),
    handlers: {
      "lock.read": state,
      "lock.lock"() {
        lock(true);
        return state();
      },
      "lock.alive"() {
        aliveAt = now();
        return {};
      },
      async "lock.unlock"({ person: id, pin }) {
        if (file.damaged) throw new DeskFault("people-damaged");
        const person = personOf(id);
        const { machine, asksPins } = list();
        if (machine && !mayWorkOn(machine, person)) throw new DeskFault("people-outside");
        if (asksPins) await tries.check(person.id, pin);
        await file.change((people) =>
          people.person === id ? people : { ...people, person: id, before: people.person },
        );
        await takeUp(personOf(id));
        aliveAt = now();
        locked = false;
        return changed();
      },
      async "lock.setAfter"({ minutes }) {
        expectHead();
        await file.change((people) => ({ ...people, lockAfter: minutes }));
        aliveAt = now();
        return changed();
      },
      async "people.askPins"({ pin }) {
        expectPin(pin);
        if (!isListed()) await beginList();
        expectHead();
        const kept = await keepSecret(pin, parts.pinCost);
        await file.change((people) => ({
          ...changePerson(people, people.person, { pin: kept, wrong: 0, waitUntil: "" }),
          asksPins: true,
        }));
        aliveAt = now();
        return changed();
      },
      async "people.askNone"({ pin }) {
        expectHead();
        await tries.check(list().person, pin);
        await file.change((people) => ({ ...people, asksPins: false }));
        return changed();
      },
      async "people.save"(input) {
        if (!isListed()) await beginList();
        expectHead();
        const wanted = { ...input, name: input.name.normalize("NFC").trim() };
        expectFitting(wanted);
        const { id, ...facts } = wanted;
        if (id !== "") personOf(id);
        await file.change((people) => {
          const next =
            id === ""
              ? {
                  ...people,
                  people: [
                    ...people.people,
                    { id: parts.newId(), ...facts, pin: null, wrong: 0, waitUntil: "", left: "" },
                  ],
                }
              : changePerson(people, id, facts);
          return keepHeads(next);
        });
        if (id !== "" && id === list().person) await takeUp(wanted);
        return changed();
      },
      async "people.setPin"({ person: id, pin, own }) {
        const person = personOf(id);
        const { person: at, asksPins } = list();
        if (id !== at) expectHead();
        expectPin(pin);
        if (asksPins) await tries.check(at, own);
        const kept = await keepSecret(pin, parts.pinCost);
        await file.change((people) =>
          changePerson(people, person.id, { pin: kept, wrong: 0, waitUntil: "" }),
        );
        return changed();
      },
      async "people.leave"({ person: id }) {
        expectHead();
        if (personOf(id).id === list().person) throw new DeskFault("people-last-head");
        const left = new Date(now()).toISOString();
        await file.change((people) => keepHeads(changePerson(people, id, { left, pin: null })));
        return changed();
      },
    },
  };

  function expectFitting(wanted: CallInput<"people.save">): void {
    const { machine, people } = list();
    const isUnit = parts.units.some(({ scope }) => scope === wanted.scope);
    if (!isUnit || (machine && !mayWorkOn(machine, wanted))) throw new DeskFault("people-outside");
    if (wanted.name === "") throw new DeskFault("bad-call", { detail: "no name" });
    const same = people.some(
      ({ id, name, left }) =>
        left === "" && id !== wanted.id && name.toLowerCase() === wanted.name.toLowerCase(),
    );
    if (same) throw new DeskFault("people-same-name");
    if (wanted.id !== "" && !wanted.head && headsLeft(list(), wanted.id) === 0)
      throw new DeskFault("people-last-head");
  }
}
