import type { Words } from "#shared/text/vi.ts";

export const sealing: Words["keeping"]["sealing"] = {
  title: "Encryption",
  hint: "What others can read when this computer is lost or its disk is taken out.",
  off: "The data on this computer are not encrypted.",
  offMore:
    "Whoever has the disk can look at them. Encryption covers the log, the index, scans and files; it changes no name, digest or receipt. Files that are here already are encrypted little by little while the computer is idle.",
  turnOn: "Encrypt the data on this computer…",
  turnOnTitle: "Encrypt the data on this computer",
  turnOnButton: "Turn on",
  turnOnSystem:
    "The system keeps the key for this user, so the passphrase is normally not asked for. It is needed on another computer or for another user.",
  turnOnAsked:
    "The system keeps no keys for this app here: the passphrase is asked for each time the app starts.",
  turnOnRecover:
    "The province can open it again for an enrolled computer whose passphrase was forgotten. Nobody can for one that is not enrolled; then only backups and what was sent to the province remain.",
  turnOnLasting: "Once on, it cannot be turned off on this computer.",
  turnOnReopens:
    "The app closes its data for a while to encrypt the log, then opens anew by itself; with many records that can take some minutes. Nothing is lost if the computer goes off in between.",
  reopening:
    "The log and the index are being encrypted. The screen opens anew when it is done; do not close the app.",
  encrypted: (done, total) => `${done} of ${total} encrypted.`,
  passphrase: "Passphrase",
  passphraseHint: "At least 10 characters, for instance four words that have nothing to do with each other.",
  again: "The passphrase again",
  shortReason: "The passphrase needs at least 10 characters.",
  differReason: "The two passphrases differ.",
  emptyReason: "Enter the passphrase.",
  on: (sealed) => `Scans and files are encrypted: ${sealed} files.`,
  onWaiting: (plain) =>
    `${plain} older files wait to be encrypted; it goes on while the computer is idle, and again after a stop.`,
  databases: {
    encrypted: "The log, the search index and the lists of this computer are encrypted too.",
    partly:
      "Part of the log or the index could not be encrypted yet (mostly because the disk is nearly full). Everything works as usual; the app tries again at each start.",
    plain:
      "The log and the index are not encrypted; the app tries again at each start. If it stays so, this computer cannot do it yet: encrypt the whole disk.",
  },
  bySystem: "The system keeps the key for this user; the passphrase is not asked for.",
  byPassphrase: "The passphrase is asked for each time the app starts.",
  recoverable: (folder) =>
    `Passphrase forgotten: send the province the file recovery.sealed of ${folder}. It sends back recovery.opened, to be copied there, and tells a code; enter the code instead of the passphrase, then set a new one.`,
  forgotten: (folder) =>
    `Passphrase forgotten: if this computer is enrolled, send the province the file recovery.sealed of ${folder}. It sends back recovery.opened, to be copied there, and tells a code; enter the code instead of the passphrase.`,
  unrecoverable:
    "A lost passphrase opens nothing: this computer is not enrolled at the province. Once it is, the province can open it.",
  change: "Change the passphrase…",
  changeTitle: "Change the passphrase",
  changeButton: "Change",
  locked: "The scans and files are locked.",
  lockedMore:
    "Descriptions can be read and written. Showing pictures, taking scans in, reading them and sending files wait until it is unlocked.",
  passphraseOrCode: "Passphrase, or the province's code",
  open: "Unlock",
  opening: "Opening the data…",
  lockedDesk: "Unlock the data on this computer",
  lockedDeskWhat:
    "The data on this computer are encrypted, and the system keeps no key for this app. Enter the passphrase to begin.",
  notSealed: "What the app does not encrypt",
  notSealedText:
    "Descriptions that the screen keeps at hand, settings, scans that wait in the scanner's queue. To cover these too the whole disk must be encrypted.",
  disk: "The disk with the data",
  disks: {
    encrypted: "The system encrypts the whole disk.",
    plain: "The disk is not encrypted. Turn on BitLocker (Windows), LUKS (Linux) or FileVault (macOS).",
    unknown: "The system does not say. Ask the administrator whether BitLocker (or LUKS) is on.",
  },
};
