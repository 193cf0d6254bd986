import type { Words } from "#shared/text/vi.ts";

export const diagnosis: Words["diagnosis"] = {
  title: "Diagnostic bundle",
  hint: "For whoever helps: one .zip file that says how this machine is. No names of people, no titles, no content of documents.",
  save: "Save diagnostic bundle",
  ask: "Save diagnostic bundle…",
  inside: "The bundle holds the files below and nothing else. Open each to see exactly what will be saved.",
  without:
    "Left out: names of people, titles, content of documents, scans, folder paths, connection codes, passwords, PINs.",
  where: "The browser or the app asks where to save, or puts it into Downloads. Nothing is sent anywhere.",
  saved: (name) => `Handed out as ${name}. Give this file to whoever helps you.`,
  gathering: "Gathering…",
  none: "No fault noted yet.",
  files: {
    "machine.json": "Version of the app, operating system, memory, room on the disk",
    "data.json": "Numbers of records, sizes and versions of the databases, work that is held",
    "keeping.json": "Whether the journal is whole, checks of files, backups",
    "sync.json": "Synchronization: its state and the last rounds",
    "settings.json": "Settings, without connection codes or keys",
    "errors.jsonl": "Recent faults: time, code, call",
  },
};
