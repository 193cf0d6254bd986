import type { Words } from "#shared/text/vi.ts";

export const trail: Words["trail"] = {
  title: "Log of changes",
  open: "Log of changes",
  hint: "Who changed what, when, on which machine. The log only grows: nobody can edit or delete it.",
  province: {
    accepted: (at) => `The province took it and has just this state (saved on this machine at ${at}).`,
    merged: (at) =>
      `The province took it and merged it with changes made elsewhere; both have the same state, saved here at ${at}.`,
    theirs: (fields) => `As changed elsewhere: ${fields}.`,
    ours: (fields) => `Kept as on this machine: ${fields}.`,
    held: (parent) =>
      `The province keeps this record and has not filed it yet: it waits for ${parent}. It is safe here and there, and is filed by itself once that comes.`,
    waiting: (at) =>
      `The last change, saved on this machine at ${at}, has not reached the province; it is sent when there is a line.`,
    refused: (reason) => `The province does not take this record: ${reason}. It is safe on this machine.`,
  },
  made: "Made",
  by: (who, at) => `${who} · ${at}`,
  unknownPerson: "No name given",
  origins: {
    screen: "entered on this machine",
    desk: "written by the app",
    province: "received from the province",
    hub: "received from the hub",
    centre: "sent by another computer of the centre",
  },
  device: (id) => `machine ${id}`,
  empty: "empty",
  more: "Only the latest 200 writings are shown.",
  none: "Nothing was written yet.",
  failed: "The log could not be read. The data is safe on this machine.",
  fields: {
    withdrawn: "Withdrawn",
    batchId: "Batch",
    receivedAt: "Counted in",
    held: "Kept back",
    scope: "Unit",
  },
};
