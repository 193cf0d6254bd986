import type { Profile } from "#shared/archive/profile.ts";
import type { Role } from "#shared/archive/role.ts";
import { covers } from "#shared/archive/unit.ts";

/** Digits of a PIN. */
export const pinLength = 6;

/** Minutes without a key or a click after which the screen locks; 0 never does. */
export const usualLockAfter = 10;
export const longestLockAfter = 240;

/** Wrong PINs in a row that cost nothing; from then on each doubles the wait. */
const freeTries = 2;
const firstWait = 30_000;
const longestWait = 3_600_000;

/** How long a person waits after so many wrong PINs in a row, in milliseconds: 30 s after the third, then doubled, at most an hour. */
export function waitAfter(wrong: number): number {
  if (wrong <= freeTries) return 0;
  return Math.min(firstWait * 2 ** Math.min(wrong - freeTries - 1, 20), longestWait);
}

export function isPin(text: string): boolean {
  return /^\d{6}$/u.test(text);
}

/** PINs that are guessed first: one digit, two digits by turns, or digits that count up or down. */
export function isWeakPin(pin: string): boolean {
  const digits = Array.from(pin, Number);
  const steps = new Set(digits.slice(1).map((digit, at) => digit - (digits[at] ?? 0)));
  const [step = 0] = steps;
  return (steps.size === 1 && Math.abs(step) <= 1) || /^(\d\d\d?)\1+$/u.test(pin);
}

/** What a machine of each role may be used as: the province rules what it sends by the machine's own role. */
const rolesBeside: Record<Role, readonly Role[]> = {
  "commune-preparer": ["commune-preparer"],
  sorter: ["sorter"],
  "capture-operator": ["capture-operator"],
  checker: ["checker"],
  approver: ["approver"],
  "district-checker": [
    "district-checker",
    "sorter",
    "capture-operator",
    "checker",
    "approver",
    "administrator",
  ],
  "province-officer": ["province-officer"],
  administrator: ["administrator"],
};

/** The roles of people who may work on a machine of a role. */
export function rolesOn(machine: Pick<Profile, "role">): readonly Role[] {
  return rolesBeside[machine.role];
}

/** Whether a person's role and unit lie within those of the machine. */
export function mayWorkOn(
  machine: Pick<Profile, "role" | "scope">,
  person: Pick<Profile, "role" | "scope">,
): boolean {
  return rolesOn(machine).includes(person.role) && covers(machine.scope, person.scope);
}
