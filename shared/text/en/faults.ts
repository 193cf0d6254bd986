import type { faults as vietnamese } from "#shared/text/vi/faults.ts";
import { hubFaults } from "./hub-faults.ts";
import { keepingFaults } from "./keeping-faults.ts";
import { placeFaults } from "./package-carrying.ts";
import { parcelFaults } from "./parcel-faults.ts";
import { peopleFaults } from "./people-faults.ts";
import { scanFaults } from "./scan-faults.ts";

const kept = "What is saved is not affected.";
const original = "The original on your computer is untouched.";
const sendLater = "Everything is saved on this computer and will be sent later.";
const again = "Try again. If it happens again, restart the app and tell support.";

export const faults: typeof vietnamese = {
  "bad-call": { what: "The request to the store was malformed.", safe: kept, next: again },
  internal: { what: "The app met an error it did not expect.", safe: kept, next: again },
  "not-entered": {
    what: "This window may not enter the app any more.",
    safe: kept,
    next: "Close this window and open Mục Lục again. Each address that opens the app works once.",
  },
  "not-set-up": {
    what: "This computer does not know its user and unit yet.",
    safe: kept,
    next: "Open Settings and fill them in.",
  },
  "not-found": { what: "It could not be found.", safe: kept, next: "Open the list again and choose again." },
  "package-unsound": {
    what: "The package did not pass when it was read again, and was not given out.",
    safe: kept,
    next: "Try again; if it happens again, send the diagnostic bundle to whoever helps.",
  },
  "disk-full": {
    what: "The disk is full; the last change is not saved.",
    safe: "Everything saved before is intact.",
    next: "Free some space and try again.",
  },
  "disk-low": {
    what: "The disk is nearly full: no more scans and files are taken in for now.",
    safe: "All that was taken in is saved. The inventory can still be edited: the room left is kept for that.",
    next: "Free some space and go on; «Health of the data» shows how much there is.",
  },
  "too-large": { what: "It is larger than allowed.", safe: original, next: "Split it and import the parts." },
  "not-your-scope": {
    what: "This belongs to another unit.",
    safe: kept,
    next: "Ask the unit that holds it.",
  },
  "not-your-role": {
    what: "Your role does not do this.",
    safe: kept,
    next: "Ask a person of a fitting role; «Who may do what» in Settings lists them.",
  },
  "object-missing": {
    what: "The picture or PDF is not on this computer.",
    safe: "Its description is still here.",
    next: "Wait for the sync, or import the scan again.",
  },
  "workbook-unreadable": {
    what: "This workbook cannot be read.",
    safe: original,
    next: "Open it in Excel, save it as .xlsx (or .xls) and import it again.",
  },
  "workbook-encrypted": {
    what: "The workbook has a password.",
    safe: original,
    next: "Remove the password in Excel, save, and import it again.",
  },
  "workbook-empty": {
    what: "The workbook has no rows of data.",
    safe: original,
    next: "Check that it is the right one.",
  },
  "workbook-too-large": {
    what: "The workbook is too large.",
    safe: original,
    next: "Split it into smaller ones and import them in turn.",
  },
  "workbook-no-headings": {
    what: "No row of column headings was recognised.",
    safe: original,
    next: "Use the file inventory, the item inventory or the 46-column layout.",
  },
  "workbook-forgotten": {
    what: "The result of the dry run is gone.",
    safe: "Nothing has been written.",
    next: "Choose the workbook again.",
  },
  "workbook-not-confirmed": {
    what: "The workbook has text in an old font (TCVN3, VNI) that nobody has confirmed.",
    safe: "Nothing has been written.",
    next: "Look at “Text in old fonts” and agree to the conversion, or keep the text as it is.",
  },
  counting: {
    what: "The files are still being counted; the figures are not complete yet.",
    safe: kept,
    next: "Wait a moment and try again.",
  },
  "form-empty": {
    what: "No file, document or box lies in what was chosen.",
    safe: kept,
    next: "Choose another form, retention period, inventory or range of boxes, and make it again.",
  },
  "media-not-known": {
    what: "This is no JPEG, PNG, TIFF or PDF.",
    safe: original,
    next: "Convert it to one of these and import it again.",
  },
  "media-foreign": {
    what: "This is a phone's HEIC or AVIF picture, or JPEG 2000, which the app cannot read.",
    safe: original,
    next: "Save it as JPEG or TIFF and import it again; on an iPhone, set the camera's format to “Most Compatible” beforehand.",
  },
  "media-corrupt": {
    what: "It is damaged and cannot be read.",
    safe: original,
    next: "Scan the page again.",
  },
  "media-truncated": {
    what: "Its end is missing.",
    safe: original,
    next: "Copy it from the scanner again, or scan the page again.",
  },
  "media-empty": { what: "It is empty.", safe: original, next: "Copy it from the scanner again, or rescan." },
  "media-encrypted": {
    what: "The PDF has a password.",
    safe: original,
    next: "Remove the password and import it again.",
  },
  "media-too-large": {
    what: "The picture is too large (over 120 megapixels), or what is packed in the file unpacks to too much.",
    safe: original,
    next: "Scan it again at a lower resolution.",
  },
  "media-too-many-pages": {
    what: "It has too many pages.",
    safe: original,
    next: "Split it and import the parts.",
  },
  ...scanFaults,
  ...keepingFaults,
  ...peopleFaults,
  ...parcelFaults,
  ...placeFaults,
  ...hubFaults,
  "media-too-slow": {
    what: "The file is too heavy or damaged: reading it took too long and was stopped.",
    safe: original,
    next: "Scan it again, or split it into smaller files and import those.",
  },
  "province-unreachable": {
    what: "The province cannot be reached yet.",
    safe: sendLater,
    next: "Go on working; the app tries again by itself.",
  },
  "province-refused-credentials": {
    what: "The province does not accept this computer.",
    safe: sendLater,
    next: "Ask the province for a new connection code and enter it in Settings.",
  },
  "province-stranger": {
    what: "The server that answers at the province's address does not hold the province's key.",
    safe: "Nothing was sent. " + sendLater,
    next: "Check the address in Settings and telephone the province: this network may redirect, or the province has a new server and must give a new enrolment file.",
  },
  "enrolment-refused": {
    what: "The province does not take this enrolment file: it let in another computer, has expired or no longer holds.",
    safe: "This computer is as it was; nothing has changed.",
    next: "Ask the province for a new enrolment file for this computer.",
  },
  "province-too-large": {
    what: "The province refused an object because of its size.",
    safe: "It is still on this computer.",
    next: "Ask the province to raise its limit, or send it on a USB stick.",
  },
  "province-failed": {
    what: "The province's server has a problem.",
    safe: sendLater,
    next: "Go on working; the app tries again by itself.",
  },
  "province-older": {
    what: "The province's server is of an older version and does not take one new kind of data.",
    safe: "Data of that kind are saved on this computer and wait; everything else is sent and received as usual.",
    next: "Go on working. Ask the province to upgrade its server; what waits is sent by itself then.",
  },
  "hub-older": {
    what: "The centre's hub is of an older version and does not take one new kind of data.",
    safe: "Data of that kind are saved on this computer and wait; everything else is sent and received as usual.",
    next: "Go on working. Upgrade the app on the hub; what waits is sent by itself then.",
  },
  "province-garbled": {
    what: "The province's answer could not be understood.",
    safe: sendLater,
    next: "Check its address in Settings; the network may ask for a login.",
  },
};
