import type { hubFaults as vietnamese } from "#shared/text/vi/hub-faults.ts";

const here = "Everything is safe on this computer.";
const notPaired = "Nothing was sent or taken; all data here are untouched.";

export const hubFaults: typeof vietnamese = {
  "hub-unreachable": {
    what: "The centre’s hub is not seen on the local network.",
    safe: here,
    next: "See that the hub has Mục Lục open and that both are on one network. Sending goes on by itself.",
  },
  "hub-refused": {
    what: "The hub no longer takes this computer: it was unpaired, or the units no longer fit.",
    safe: here,
    next: "Ask for a new code at the hub and pair again, or send straight to the province.",
  },
  "hub-stranger": {
    what: "Who answers is not the hub that was paired: its key is another.",
    safe: "Nothing was sent to it.",
    next: "Ask whoever keeps the hub. If it was set up anew, pair again with a new code.",
  },
  "hub-failed": {
    what: "The hub answers wrongly or is in trouble.",
    safe: here,
    next: "See whether the hub reports an error or a full disk. This computer tries again by itself.",
  },
  "hub-code-wrong": {
    what: "The pairing code is not right.",
    safe: notPaired,
    next: "Read the code at the hub again: eight characters, capitals do not matter. Five wrong tries lock it.",
  },
  "hub-code-locked": {
    what: "The pairing code was locked after too many wrong tries.",
    safe: notPaired,
    next: "Press «Make a code» at the hub for a new one.",
  },
  "hub-code-none": {
    what: "The hub has no pairing code, or it was used or is past its time.",
    safe: notPaired,
    next: "Press «Make a code» at the hub and type the new one within ten minutes.",
  },
  "hub-other-unit": {
    what: "This computer’s unit or role is not within the hub’s.",
    safe: notPaired,
    next: "Check the unit in the Settings of both.",
  },
  "hub-address": {
    what: "That is not the address of a hub.",
    safe: notPaired,
    next: "Type it as the hub shows it, for example 192.168.1.10:47420.",
  },
  "hub-port": {
    what: "This computer could not open a port for the others.",
    safe: here,
    next: "If Windows asks, allow Mục Lục on private networks; then turn the hub off and on.",
  },
  "hub-itself": {
    what: "That is this very computer, or a copy of its data.",
    safe: notPaired,
    next: "Type the address of the hub, not of this computer.",
  },
};
