import type { refused as vietnamese } from "#shared/text/vi/refused.ts";

export const refused: typeof vietnamese = {
  title: "Not taken by the province yet",
  explain:
    "These records are whole on this machine, and all others are sent. Mend them by the reason given, or tell the province; once mended they are sent again by themselves.",
  retry: (time) => `Sent again at ${time}`,
  since: (time) => `Since ${time}`,
  more: (count) => `and ${count} more`,
  collections: {
    fonds: "Fonds",
    batches: "Batch",
    files: "File",
    items: "Item",
    pages: "Page",
    exclusions: "Exclusion",
    groups: "Group",
    boxes: "Box",
    terms: "Term",
    conflicts: "Two values",
    handovers: "Handover minutes",
    custody: "Ways of the paper",
    notes: "Notes",
    reports: "Daily reports",
  },
  codes: {
    "not-your-scope": "Outside of this unit's scope",
    "not-your-role": "The machine's role does not write this kind",
    "not-a-record": "Holds a value that the version at the province does not know; sent again each day",
    secret: "Bears a mark of secrecy and may not be sent",
    "too-large": "Larger than the province takes",
    "province-fails": "The province's server fails on just this record; tell the province's administrator",
  },
};
