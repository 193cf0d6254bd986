import type { holds as vietnamese } from "#shared/text/vi/holds.ts";

export const holds: typeof vietnamese = {
  reasons: {
    torn: "Torn or brittle",
    stuck: "Stuck together",
    "missing-leaves": "Leaves missing",
    secret: "Marked secret",
    "special-format": "Special format",
    other: "Another reason",
  },
  refusals: {
    "not-your-role": "Your role does not keep back or let go on.",
    "why-missing": "Say why.",
    "why-too-long": "The reason is longer than 500 characters.",
    "held-already": "It is kept back for this reason already.",
    "not-held": "It is not kept back.",
  },
  hold: "Keep back",
  holdOf: (label) => `Keep back ${label}`,
  lift: "Let go on",
  liftOf: (label) => `Let go on: ${label}`,
  held: (reason) => `Kept back: ${reason}`,
  by: (by, time) => `${by}, ${time}`,
  reason: "Why it is kept back",
  why: "In words",
  whyOptional: "In words (optional)",
  liftWhy: "Why it may go on",
  hint: "The file stays in its batch. The batch goes on to its check and acceptance once the file is let go on, or a checker gives a reason.",
  itemHint:
    "An item kept back stays in its file and does not count as captured; the batch does not go on to its check or acceptance until it may go on or a checker gives a reason.",
  batchHint: "The whole batch stays at its step until it is let go on; it may only be returned, or go back.",
  secretHint:
    "Marked secret: do not scan, photograph or send it. Put the paper aside and tell whoever is in charge.",
  done: (label) => `${label} is kept back.`,
  lifted: (label) => `${label} may go on.`,
  batch: (number) => `batch ${number}`,
  file: (code) => `file ${code}`,
  item: (code) => `item ${code}`,
  itemStopped: (reason) =>
    `This item is kept back (${reason}). Nothing more is scanned of it; pages already scanned are safe. Let it go on here to continue.`,
  inBatch: (counts) => `Files kept back in the batch: ${counts}.`,
  counted: (reason, count) => `${reason} ${count}`,
  captureStopped: (reason) =>
    `This file is kept back (${reason}). Nothing more is scanned into it; what was scanned is safe. Let it go on at the page of the batch.`,
};
