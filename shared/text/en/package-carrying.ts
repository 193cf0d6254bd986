import { packageCarrying as vi, type placeFaults as viFaults } from "#shared/text/vi/package-carrying.ts";

export const packageCarrying: typeof vi = {
  folder: "Write to a folder, disk or stick",
  folderHint: "For example: E:\\ or /media/usb",
  second: "A second copy elsewhere (recommended)",
  missing: "Name a folder, disk or stick.",
  same: "The two copies must be in two places.",
  start: "Pack and write to disk",
  goOn: "Go on writing",
  anew: "Begin anew",
  unfinished: (at) =>
    `Writing that began at ${at} is not finished. Plug in that same disk or stick (its name may be another now) and go on: files that were written whole are read again and kept, half-written ones are written again.`,
  unfinishedPlace: (place, whole, files) => `${place}: ${whole} of ${files} files written`,
  finishedPlace: (place) => `${place}: finished, will be read again`,
  writing: (done, total) => `Writing and reading again: ${done} / ${total}`,
  goingOn: (kept) =>
    `Going on where it was: ${kept} were there, read again to the last byte, and are not written again.`,
  stop: "Stop",
  written: (paths) =>
    `Written, and read again to the last byte: ${paths}. A receipt and a label to print lie beside it.`,
  resumed: (place, kept) => `${place}: went on where it was; files kept as they were: ${kept}.`,
  altered: (place, count, paths) =>
    `${place}: files that were not as the earlier try had left them: ${count}. Those of the packages were written again, others moved to the folder ending in .khac beside it: ${paths}`,
  changed:
    "The records have changed since the earlier try: nothing of it was gone on with, all was written anew.",
  paper: vi.paper,
};

const kept =
  "Everything is still safe on this machine; what was half written does not count as done, and is kept to go on with.";

export const placeFaults: typeof viFaults = {
  "packages-stopped": {
    what: "Writing was stopped as you asked.",
    safe: kept,
    next: "Go on when you are ready.",
  },
  "place-full": {
    what: "There is not enough room, or files of this size are not taken (FAT32: below 4 GB).",
    safe: kept,
    next: "Make room and go on, or choose another disk (exFAT or NTFS) and begin anew.",
  },
  "place-gone": {
    what: "The disk or stick is gone: it may have been pulled out while it was written to.",
    safe: "Everything is still safe on this machine; what was half written there (.partial) is of no use yet.",
    next: "Plug in that same disk or stick and go on: what was written whole is not written again.",
  },
  "place-locked": {
    what: "Nothing may be written there: it is read-only, or you lack the right.",
    safe: kept,
    next: "Unlock the card or choose another folder, then write again.",
  },
  "place-lies": {
    what: "What was read again is not what was written: the disk or stick is broken.",
    safe: kept,
    next: "Use it no more; choose another and begin anew.",
  },
  "place-other": {
    what: "This is not the disk or stick that is half written, or the mark of it there was removed.",
    safe: "Nothing was written here; everything is still safe on this machine.",
    next: "Plug in the one that is half written and go on; where it is gone, begin anew.",
  },
};
