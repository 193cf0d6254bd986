import type { update as vi } from "#shared/text/vi/update.ts";

export const update: typeof vi = {
  title: "An update brought on a stick",
  hint: "Before you run an installer, check that it is the file that the province approved. It needs no line; nothing is run or written.",
  folder: "Folder with the installer and its approval sheet",
  folderHint: "For example E:\\ or /media/usb",
  look: "Check",
  looking: "Reading and comparing each file…",
  folderMissing: "Enter the folder to check",
  none: "There is no installer in this folder.",
  notEnrolled:
    "This machine was not enrolled by a file of the province, so it has no key of the province: it cannot check. Enrol it under “Connection to the province” on this page.",
  found: "Installers found",
  columns: { file: "File", version: "Version", standing: "Result" },
  approved: (at: string) => `approved by the province ${at}`,
  standings: {
    newer: "The file that the province approved",
    same: "The version that runs now",
    older: "Older than the version that runs",
    altered: "Not the file that the province approved",
    "not-there": "A sheet, but no file",
    "not-signed": "Not signed by this province",
    "not-a-sheet": "The sheet cannot be read",
    "no-sheet": "No approval sheet",
  },
  next: {
    newer:
      "It can be installed: make a backup first under “Health of the data”, close Mục Lục, then run this file. The data of this machine stays.",
    same: "There is no need to install it again.",
    older: "Do not install it: data that the newer version wrote may not open.",
    altered:
      "Do not run this file. It was not copied whole, is damaged or was altered. Ask the province for the file again.",
    "not-there": "Copy the installer beside its sheet and check again.",
    "not-signed":
      "Do not run this file. Its sheet was altered, or another province signed it. Ask the province.",
    "not-a-sheet":
      "Do not run this file. The sheet is damaged or is another file's (the file was renamed). Ask for the sheet again.",
    "no-sheet":
      "Do not run this file: nobody knows where it comes from. Ask the province for its approval sheet.",
  },
};
