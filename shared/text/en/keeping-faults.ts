const untouched = "The data on this computer is not touched.";

export const keepingFaults = {
  "journal-damaged": {
    what: "The log on this computer is damaged and cannot be opened.",
    safe: "Nothing was deleted or overwritten. What is backed up and what was sent to the province is intact.",
    next: "Open «Health of the data» to restore a backup or to repair the log. Delete nothing in the data folder.",
  },
  "journal-closed": {
    what: "The log on this computer does not agree with itself, so nothing more is written to it for now.",
    safe: "Nothing was deleted. What is here can be read, found, exported and sent to the province. What was just typed is not saved.",
    next: "Open «Health of the data», repair the log or restore a backup, then go on.",
  },
  "keeping-busy": {
    what: "Another check or backup is running.",
    safe: untouched,
    next: "Wait until it is done, or press Stop and try again.",
  },
  "keeping-stopped": {
    what: "It was stopped halfway.",
    safe: `${untouched} Earlier backups can be used as before.`,
    next: "Run it again when it suits you; what was copied is not copied again.",
  },
  "backup-missing": {
    what: "The disk or folder of the backups is not there.",
    safe: `${untouched} Nothing was written elsewhere instead.`,
    next: "Connect the disk that the backups are on, or check the path, and try again.",
  },
  "backup-damaged": {
    what: "This backup is damaged and cannot be read.",
    safe: untouched,
    next: "Choose another backup. If it happens again, replace the backup disk.",
  },
  "backup-inside": {
    what: "This folder lies within the app's own data folder.",
    safe: untouched,
    next: "Choose a folder on another disk, best a USB disk or the office's network disk.",
  },
  "objects-locked": {
    what: "The scans and files on this computer are encrypted and locked.",
    safe: "Nothing is lost. Descriptions can still be read and written.",
    next: "Open «Health of the data», part «Encryption», and enter the passphrase.",
  },
  "desk-locked": {
    what: "The data on this computer are encrypted and locked.",
    safe: "Nothing is lost or overwritten.",
    next: "Enter the passphrase that was set when encryption was turned on. Where it is forgotten, ask the province for a code, if this computer is enrolled.",
  },
  "object-damaged": {
    what: "This encrypted file is damaged or cut short on the disk.",
    safe: "Nothing of the damaged part is used. Descriptions and other files are whole.",
    next: "Open «Health of the data» and press «Read all again»: the file is brought back from a backup or the province where they have it.",
  },
  "object-other-key": {
    what: "This file is encrypted with the key of another computer, or of an earlier setting.",
    safe: "Nothing was changed. The file is still on the disk.",
    next: "Open «Health of the data» and press «Read all again»: the file is brought back from a backup or the province where they have it.",
  },
  "object-key-damaged": {
    what: "The file with the key of the encrypted data on this computer is missing or damaged.",
    safe: "The encrypted data are still whole on the disk; nothing is overwritten.",
    next: "Send the province the file recovery.sealed of the key's folder, copy the file recovery.opened that comes back into it, and enter the province's code.",
  },
  "passphrase-needed": {
    what: "This backup is sealed with a passphrase.",
    safe: untouched,
    next: "Enter the passphrase that was set when the place of backups was made.",
  },
  "passphrase-wrong": {
    what: "The passphrase is wrong.",
    safe: untouched,
    next: "Check the keyboard and capitals and enter it again. If it is forgotten, the province can open it where its recovery key was known.",
  },
  "passphrase-short": {
    what: "The passphrase is too short.",
    safe: untouched,
    next: "Use at least 10 characters, for instance four words that have nothing to do with each other.",
  },
};
