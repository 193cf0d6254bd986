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
    next: "Choose the .receipt file that the province gave back.",
  },
  "parcel-damaged": {
    what: "The file is damaged or not whole: the stick may have been pulled out too early.",
    safe: untouched,
    next: "Copy the file again from where it came and read it again.",
  },
};
