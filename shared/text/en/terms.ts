import { plural } from "#shared/text/en/plural.ts";
import type { Words } from "#shared/text/vi.ts";

export const terms: Words["terms"] = {
  waits: "awaits the province",
  province: {
    title: "Names awaiting the province",
    hint: "Issuing bodies and signers that units entered and the province's lists lack. Accept one for all units to use, or merge it into the right name. Records already entered are not changed.",
    none: "No name awaits a decision.",
    progress: (waiting) => `${plural(waiting, "name awaits", "names await")} a decision.`,
    into: "Merge into",
    lists: { issuer: "Issuing body", signer: "Signer", keyword: "Keyword", place: "Place name" },
    units: (count) => `${count} units use this name`,
    intoOf: (label) => `Merge into, in place of: ${label}`,
    accept: "Accept",
    acceptOne: (label) => `Accept: ${label}`,
    merge: "Merge",
    mergeOne: (label) => `Merge: ${label}`,
    intoMissing: "First fill in the right name beside this.",
    intoSame: "The name filled in is the one that waits. Press Accept.",
    intoFilled: "A name to merge into is filled in beside this. Clear it to accept this name.",
    deciding: "Writing, one moment.",
    accepted: (label) => `"${label}" is accepted. The machines get it at their next synchronization.`,
    merged: (label, into) =>
      `"${label}" is merged into "${into}". The machines get it at their next synchronization.`,
    changed: (label) =>
      `Not written: "${label}" was changed or decided on meanwhile. Look at the list again.`,
    more: (count) => `Show ${plural(count, "more name", "more names")}`,
  },
};
