import { writeSync } from "node:fs";
import { openJournal } from "#electron/journal/open-journal.ts";
import { keyFolder } from "#electron/sqlite/folder-keys.ts";
import { sampleItem } from "#tests/helpers/sample-records.ts";

/** Run as a process of its own, on a journal that is encrypted where a key is given: writes batches for ever, and says each id when the journal has answered for it. */
const [folder = "", round = "", key = ""] = process.argv.slice(2);
if (key !== "") await keyFolder(folder, key);
const journal = openJournal(folder, { deviceId: "device-1", now: () => Date.now() });
for (let batch = 0; ; batch += 1) {
  const records = Array.from({ length: 7 }, (_, place) => sampleItem(`${round}-${batch}-${place}`));
  journal.write("items", records, "screen");
  writeSync(1, records.map(({ id }) => `${id}\n`).join(""));
}
