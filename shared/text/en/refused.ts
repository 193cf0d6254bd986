import type { refused as vietnamese } from "#shared/text/vi/refused.ts";

export const refused: typeof vietnamese = {
  title: "Not taken by the province yet",
  explain:
    "These records are whole on this machine, and all others are sent. Mend them by the reason given, or tell the province; once mended they are sent again by themselves.",
  heldTitle: "Kept by the province, waiting for others",
  heldExplain:
    "The province keeps these records safely, but has not filed them, because the record that contains them has not come. It may come from any machine; then they are filed by themselves.",
  waitsFor: (kind, label) => `${kind} “${label}”`,
  unknownParent: (kind) => `a ${kind} that this machine does not have`,
  waits: (parent) => `Waits for ${parent}`,
  parentRefused: (reason) =>
    `The province does not take the record waited for: ${reason}. Mend that one first.`,
  restOfBatch: "the rest of the batch, to compare it with what was accepted",
  contentComes:
    "Nothing to do: once every record of the batch is there it is compared, and the batch becomes accepted by itself.",
  contentSent:
    "This machine has sent every record of the batch. What lacks comes from another machine: wait, or ask the receiver which records lack.",
  lacking: {
    count: (records) => `Records that lack: at least ${records}.`,
    own: (records) => `Records of the batch that are not sent from this machine: ${records}.`,
    why: {
      absent: "has not come",
      partial: "has come; what lies in it is not all there, or not as it was accepted",
      unsent: "not sent from this machine yet",
    },
  },
  parentComes: "Nothing to do: it is filed when the record waited for reaches the province.",
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
    points: "Points of the paper's way",
    notes: "Notes",
    reports: "Daily reports",
  },
  codes: {
    "not-your-scope": "Outside of this unit's scope",
    "not-your-role": "The machine's role does not write this kind",
    "not-a-record": "Holds a value that the version at the province does not know; sent again each day",
    secret: "Bears a mark of secrecy and may not be sent",
    "batch-accepted": "The batch it lies in is accepted; its content stays as it is",
    "too-large": "Larger than the province takes",
    "province-fails": "The province's server fails on just this record; tell the province's administrator",
    held: "Kept by the province until the record that contains it comes",
  },
  next: {
    "not-your-scope": "Check the record's unit, or ask the province to change this machine's scope.",
    "not-a-record": "Ask the province to update its server. Nothing to do on this machine.",
    secret: "Do not send this document; handle it by the rules on state secrets.",
    "batch-accepted":
      "Your edit stays on this machine. Where it is needed, ask who accepted the batch to reopen it (with a reason): it is then sent by itself.",
    "too-large": "Shorten the long fields of the record, such as notes; once saved it is sent again.",
    "province-fails": "Tell the province's administrator the name of the record and this reason.",
  },
};
