import type { parcel as vi, takenParcels as viTaken } from "#shared/text/vi/parcel.ts";

export const parcel: typeof vi = {
  title: "Send by USB stick",
  hint: "Where there is no network: all that the province has not got goes into one file, signed and encrypted for the province (and for the district's centre, where this computer knows it). It counts as sent only once the province's receipt was read.",
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
  writtenMany: (parcels: string, folder: string) =>
    `${parcels} parcels were written to ${folder} and read again, as one would be too large for a stick. Send all of them; they may be read in any order.`,
  receipt:
    "Drop the province's receipt (.receipt), the district's word of arrival (.huyen) or a centre's card (.json) here, or press to choose it",
  cardRead: (name: string) => `The card was read: from now on parcels can be opened at ${name} too.`,
  centres: "Can be opened at",
  onlyProvince: "The province alone. Load the card of the district's centre so that it can open them too.",
  provinceAnd: (names: string) => `The province; the district's centre: ${names}`,
  atCentre: (records: string, objects: string) =>
    `${records} records, ${objects} objects are left out: the district has them and sends them on.`,
  all: "Write also what the district has",
  read: (sequence: string) => `The receipt of parcel ${sequence} was read.`,
  list: "Parcels written",
  none: "No parcel was written yet.",
  columns: { sequence: "Parcel", at: "Made at", contents: "Contents", state: "State" },
  waiting: "Waiting for the province's receipt",
  arrived: (name: string, at: string) => `Arrived at ${name} on ${at}; waiting for the province's receipt`,
  arrivedRefused: (count: string) => `, ${count} records not taken there`,
  answered: (accepted: string, merged: string, refused: string, held: string, confirmed: string) =>
    `The province took ${accepted}, merged ${merged}, refused ${refused}, keeps ${held} waiting records; signed for ${confirmed} objects`,
};

export const takenParcels: typeof viTaken = {
  title: "Take in parcels of communes",
  hint: "A commune's parcel is opened here at the district: its records are merged field by field, its objects checked by SHA-256, and both go on to the province by themselves. Carry the .huyen file back to the commune so that it knows.",
  folder: "Folder with parcels (.mlgoi)",
  look: "Find parcels",
  found: "Parcels in the folder",
  noneFound: "There is no parcel in this folder.",
  take: "Take in",
  takeAgain: "Take in again",
  taking: (count: string) => `Taking in: ${count} records…`,
  took: (sender: string, sequence: string, path: string) =>
    `Parcel ${sequence} of ${sender} was taken in. Carry the file ${path} back to the commune.`,
  waits: (count) =>
    `Acceptances not taken yet: ${count}. Not all records of the batch are here to compare; the commune keeps them, and its next parcel brings them again.`,
  unknown: "The label cannot be read",
  columns: {
    file: "File",
    sender: "From",
    sequence: "Parcel",
    at: "Made at",
    outcome: "Outcome",
    act: "Action",
  },
  takenList: "Parcels taken in",
  outcome: (accepted: string, merged: string, refused: string, objects: string) =>
    `Took ${accepted}, merged ${merged}, refused ${refused} records; ${objects} objects`,
  times: (count: string) => `read ${count} times`,
  late: "came after a later parcel",
  card: "Write this computer's card",
  cardHint: "For communes without a network: loaded on their computer, it lets their parcels be opened here.",
  cardWritten: (path: string) => `The card was written: ${path}`,
};
