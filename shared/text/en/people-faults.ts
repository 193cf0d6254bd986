import type { Words } from "#shared/text/vi.ts";

const kept = "What was saved is not affected.";
const typed = "What was being typed is kept.";

export const peopleFaults: Pick<
  Words["faults"],
  | "locked"
  | "pin-wrong"
  | "pin-wait"
  | "pin-missing"
  | "pin-weak"
  | "people-head"
  | "people-last-head"
  | "people-outside"
  | "people-same-name"
  | "people-damaged"
> = {
  locked: { what: "The screen is locked.", safe: typed, next: "Choose your name and enter your PIN." },
  "pin-wrong": {
    what: "The PIN is wrong.",
    safe: typed,
    next: "Check that it is your name, then enter it again. If you forgot it, have a manager of this machine set another.",
  },
  "pin-wait": {
    what: "Too many wrong PINs: the next one has to wait.",
    safe: typed,
    next: "Wait as long as it says below the name. If you forgot it, have a manager of this machine set another.",
  },
  "pin-missing": {
    what: "This person has no PIN yet.",
    safe: kept,
    next: "Have a manager of this machine set one under Settings, “People of this machine”.",
  },
  "pin-weak": {
    what: "A PIN has 6 digits and is not easy to guess.",
    safe: kept,
    next: "Use no series such as 000000, 123456 or 121212.",
  },
  "people-head": {
    what: "Only a manager of this machine can do this.",
    safe: kept,
    next: "Have a manager sign in and do it.",
  },
  "people-last-head": {
    what: "At least one manager must be able to come in.",
    safe: kept,
    next: "Make somebody else a manager of this machine first.",
  },
  "people-outside": {
    what: "The role or unit of this person lies outside of this machine's.",
    safe: kept,
    next: "Choose a role and a unit that the province lets this machine work for.",
  },
  "people-same-name": {
    what: "Somebody of this name is listed already.",
    safe: kept,
    next: "Add a middle name or a position, so that the trail tells the two apart.",
  },
  "people-damaged": {
    what: "The list of this machine's people cannot be read, so nobody is let in.",
    safe: kept,
    next: "Have the administrator of the machine move people.json out of the data folder, start the app again and list the people anew.",
  },
};
