import type { parcelFaults as vi } from "#shared/text/vi/parcel-faults.ts";

const untouched = "Nothing was taken from this file; everything on this computer is as it was.";

export const parcelFaults: typeof vi = {
  "parcel-not-enrolled": {
    what: "No enrolment file was loaded on this computer, so it has no key of the province to seal a parcel for.",
    safe: "Everything is still on this computer.",
    next: "Load the province's enrolment file in Settings and try again.",
  },
  "parcel-not-ours": {
    what: "This file is not for this computer, or not from its province, or answers another parcel.",
    safe: untouched,
    next: "Check that it is the receipt of a parcel that this computer sent.",
  },
  "parcel-not-known": {
    what: "This file is no parcel or receipt of Mục Lục.",
    safe: untouched,
    next: "Choose a parcel (.mlgoi), or an answer to one (.receipt of the province, .huyen of the district).",
  },
  "parcel-damaged": {
    what: "The file is damaged or not whole: the stick may have been pulled out too early.",
    safe: untouched,
    next: "Copy the file again from where it came and read it again.",
  },
  "parcel-place-full": {
    what: "There is not enough room for the parcel, or files of this size are not taken there.",
    safe: "Everything is safe on this machine; an unfinished parcel (ending in .partial) is of no use.",
    next: "Make room on the stick or take another, then write again. Parcels that were finished before remain good.",
  },
  "parcel-place-gone": {
    what: "The stick is not there any more: it may have been pulled out while it was written.",
    safe: "Everything is safe on this machine; an unfinished parcel (ending in .partial) is of no use.",
    next: "Plug it in again and write again. Parcels that were finished before remain good.",
  },
  "parcel-not-for-us": {
    what: "This parcel is not sealed for this computer and cannot be opened here.",
    safe: untouched,
    next: "Carry it to the province, or load this computer's card at the commune and write the parcel again.",
  },
  "parcel-stranger": {
    what: "The computer that signed this parcel was not enrolled by the province, or was shut out.",
    safe: untouched,
    next: "Connect to the province to hear of its computers and try again; if it stays so, ask the province.",
  },
  "parcel-outside": {
    what: "This parcel is of a unit that this computer does not check for.",
    safe: untouched,
    next: "Carry it to the centre of its own district, or to the province.",
  },
  "card-not-known": {
    what: "This file is no card of a computer signed by this computer's province.",
    safe: "Nothing was changed on this computer.",
    next: "Ask the district's centre for its card again, and load the file mucluc-the-may-….json.",
  },
};
