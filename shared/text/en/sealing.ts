import type { Words } from "#shared/text/vi.ts";

export const sealing: Words["keeping"]["sealing"] = {
  title: "Encryption",
  hint: "What others can read when this computer is lost or its disk is taken out.",
  off: "The scans and files on this computer are not encrypted.",
  offMore:
    "Whoever has the disk can look at them. Encryption changes no name, digest or receipt; files that are here already are encrypted little by little while the computer is idle.",
  turnOn: "Encrypt the scans on this computer…",
  turnOnTitle: "Encrypt the scans on this computer",
  turnOnButton: "Turn on",
  turnOnSystem:
    "The system keeps the key for this user, so the passphrase is normally not asked for. It is needed on another computer or for another user.",
  turnOnAsked:
    "The system keeps no keys for this app here: the passphrase is asked for each time the app starts.",
  turnOnRecover:
    "The province can open it again for an enrolled computer whose passphrase was forgotten. Nobody can for one that is not enrolled; then only backups and what was sent to the province remain.",
  turnOnLasting: "Once on, it cannot be turned off on this computer.",
  passphrase: "Passphrase",
  passphraseHint: "At least 10 characters, for instance four words that have nothing to do with each other.",
  again: "The passphrase again",
  shortReason: "The passphrase needs at least 10 characters.",
  differReason: "The two passphrases differ.",
  emptyReason: "Enter the passphrase.",
  on: (sealed) => `Scans and files are encrypted: ${sealed} files.`,
  onWaiting: (plain) =>
    `${plain} older files wait to be encrypted; it goes on while the computer is idle, and again after a stop.`,
  bySystem: "The system keeps the key for this user; the passphrase is not asked for.",
  byPassphrase: "The passphrase is asked for each time the app starts.",
  recoverable: (folder) =>
    `Passphrase forgotten: send the province the file recovery.sealed of ${folder}. It sends back recovery.opened, to be copied there, and tells a code; enter the code instead of the passphrase, then set a new one.`,
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
  notSealed: "What the app does not encrypt",
  notSealedText:
    "The log and the search index (descriptions, recognised text), settings, scans that wait in the scanner's queue. To cover these too the whole disk must be encrypted.",
  disk: "The disk with the data",
  disks: {
    encrypted: "The system encrypts the whole disk.",
    plain: "The disk is not encrypted. Turn on BitLocker (Windows), LUKS (Linux) or FileVault (macOS).",
    unknown: "The system does not say. Ask the administrator whether BitLocker (or LUKS) is on.",
  },
};
