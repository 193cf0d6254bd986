import type { FaultWords } from "#shared/text/vi/faults.ts";

const saved = "Every page that was said to be saved is safe on this machine.";

export const scanFaults = {
  "scanner-empty": {
    what: "There is no paper in the feeder.",
    safe: saved,
    next: "Put paper into the feeder, then press “Scan on”.",
  },
  "scanner-jam": {
    what: "Paper is jammed in the scanner.",
    safe: saved,
    next: "Take it out, put that sheet and those after it back into the feeder, then press “Scan on”.",
  },
  "scanner-cover": {
    what: "The scanner's cover is open.",
    safe: saved,
    next: "Close it, put the sheets not yet scanned back, then press “Scan on”.",
  },
  "scanner-busy": {
    what: "The scanner is busy with other work.",
    safe: saved,
    next: "Wait, or close other scanning programs, then press “Scan on”.",
  },
  "scanner-gone": {
    what: "The scanner cannot be reached.",
    safe: saved,
    next: "Look at its power, cable or network, put the sheets not yet saved back, then press “Scan on”.",
  },
  "scanner-io": {
    what: "The scanner failed while it scanned.",
    safe: saved,
    next: "Turn it off and on, put the sheets not yet saved back, then press “Scan on”.",
  },
  "scanner-refused": {
    what: "The scanner does not allow this machine to use it.",
    safe: saved,
    next: "Ask the administrator to allow it.",
  },
  "scanner-settings": {
    what: "The scanner does not take these settings.",
    safe: saved,
    next: "Choose another resolution, colour or paper, then scan again.",
  },
  "scan-locked": {
    what: "The scan settings are locked by the administrator.",
    safe: saved,
    next: "Use the settings as they are, or ask a checker of the center to unlock them.",
  },
  "scan-below-profile": {
    what: "The scan settings are below what is prescribed for this class of documents.",
    safe: saved,
    next: "Raise the resolution or choose colour, then scan.",
  },
  "scan-running": {
    what: "Pages are being taken from this device already.",
    safe: saved,
    next: "Press “Stop” there before you start anew.",
  },
  "folder-missing": {
    what: "This folder is not to be found.",
    safe: "The files taken from it are safe on this machine.",
    next: "Look at the path, the drive or the network, then try again.",
  },
} satisfies Record<string, FaultWords>;
