import type { HelpPage } from "#shared/text/help-page.ts";

export const encryptionPage: HelpPage = {
  title: "Encrypt the data on a computer",
  summary: "Nobody reads the log and the scans of a computer that was lost, or of a disk that was taken out.",
  steps: [
    "Open “Settings”, “Health of the data”, part “Encryption”, and press “Encrypt the data on this computer…”.",
    "Set a passphrase of at least 10 characters, for instance four words that have nothing to do with each other, and enter it again.",
    "Wait until the app has encrypted the log and opens anew. Scans that are here are encrypted while the computer is idle.",
    "Where the system keeps no keys, enter the passphrase each time the app starts.",
  ],
  notes: [
    "Nothing is lost when the computer goes off in between: the next start goes on.",
    "Passphrase forgotten: the province opens an enrolled computer by its file recovery.sealed; nobody opens one that is not enrolled. Enrol it before you turn this on.",
    "Backups go by the passphrase of their own place and are read on other computers. A place without one is not encrypted.",
    "Settings and what the screen keeps at hand are not encrypted by the app: turn on BitLocker too.",
  ],
  picture: "",
};
