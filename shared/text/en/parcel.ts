import type { parcel as vi } from "#shared/text/vi/parcel.ts";

export const parcel: typeof vi = {
  title: "Send by USB stick",
  hint: "Where there is no network: all that the province has not got goes into one file, signed and encrypted for the province. It counts as sent only once the province's receipt was read.",
  notEnrolled:
    "No enrolment file was loaded on this computer, so it has no key of the province to seal a parcel for.",
  waits: "Waiting to be sent",
  contents: (records: string, objects: string, bytes: string) =>
    `${records} records, ${objects} objects (${bytes})`,
  folder: "Folder on the stick",
  folderHint: "For example: E:\\ or /media/usb",
  folderMissing: "Enter the folder on the stick.",
  nothing: "Nothing waits to be sent.",
  write: "Write the parcel",
  writing: (written: string, total: string) => `Writing ${written} / ${total}, then reading it again…`,
  busy: "A parcel is being written, please wait.",
  written: (path: string) => `Written and read again: ${path}. The label to print lies beside it.`,
  receipt: "Drop the province's receipt (.receipt) here, or press to choose it",
  read: (sequence: string) => `The receipt of parcel ${sequence} was read.`,
  list: "Parcels written",
  none: "No parcel was written yet.",
  columns: { sequence: "Parcel", at: "Made at", contents: "Contents", state: "State" },
  waiting: "Waiting for the province's receipt",
  answered: (accepted: string, merged: string, refused: string, confirmed: string) =>
    `The province took ${accepted}, merged ${merged}, refused ${refused} records; signed for ${confirmed} objects`,
};
