import { packageCarrying as vi, type placeFaults as viFaults } from "#shared/text/vi/package-carrying.ts";

export const packageCarrying: typeof vi = {
  folder: "Write to a folder, disk or stick",
  folderHint: "For example: E:\\ or /media/usb",
  second: "A second copy elsewhere (recommended)",
  missing: "Name a folder, disk or stick.",
  same: "The two copies must be in two places.",
  start: "Pack and write to disk",
  writing: (done, total) => `Writing and reading again: ${done} / ${total}`,
  stop: "Stop",
  written: (paths) =>
    `Written, and read again to the last byte: ${paths}. A receipt and a label to print lie beside it.`,
  paper: vi.paper,
};

const kept = "Everything is still safe on this machine; what was half written does not count as done.";

export const placeFaults: typeof viFaults = {
  "packages-stopped": {
    what: "Writing was stopped as you asked.",
    safe: kept,
    next: "Write again when you are ready.",
  },
  "place-full": {
    what: "There is not enough room, or files of this size are not taken (FAT32: below 4 GB).",
    safe: kept,
    next: "Make room or use another disk (exFAT or NTFS), then write again.",
  },
  "place-gone": {
    what: "The disk or stick is gone: it may have been pulled out while it was written to.",
    safe: "Everything is still safe on this machine; what was half written there (.partial) is of no use yet.",
    next: "Plug it in and write again: a tree of folders goes on where it was, packages begin anew.",
  },
  "place-locked": {
    what: "Nothing may be written there: it is read-only, or you lack the right.",
    safe: kept,
    next: "Unlock the card or choose another folder, then write again.",
  },
  "place-lies": {
    what: "What was read again is not what was written: the disk or stick is broken.",
    safe: kept,
    next: "Use it no more; write to another.",
  },
};
