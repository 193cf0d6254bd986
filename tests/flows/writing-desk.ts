import { randomBytes, randomInt } from "node:crypto";
import { writeSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as rest } from "node:timers/promises";
import type { ScreenCollectionName, Records } from "#shared/archive/collections.ts";
import { editRecord } from "#shared/archive/record.ts";
import { openObjectStore } from "#shared/node/object-store.ts";
import { openJournal } from "#electron/journal/open-journal.ts";
import { recordHandlers } from "#electron/journal/record-handlers.ts";
import { openSync } from "#electron/province/open-sync.ts";
import type { Credentials } from "#electron/province/province-wire.ts";
import { keyFolder } from "#electron/sqlite/folder-keys.ts";
import { sampleFile, sampleFonds, sampleItem } from "#tests/helpers/sample-records.ts";

/*
 * Run as a program, which ends only when it is killed: the part of a desk that keeps and sends, as the desk builds it.
 * It writes records as a screen does and objects as capture does, edits what it wrote, and says each with one line
 * once the desk has answered for it; all the while it synchronizes. In the life "last" it writes nothing, and says
 * `equal` when the province has everything. Its databases are encrypted where a key is given.
 */
const [folder = "", credentials = "", life = "", key = ""] = process.argv.slice(2);
if (key !== "") await keyFolder(folder, key);
const now = () => Date.now();
const emit = () => undefined;
const journal = openJournal(folder, { deviceId: "desk-1", now });
const objects = await openObjectStore(join(folder, "objects"));
const timings = { soonMs: 150, idleMs: 60_000, backOffMs: () => 50, uploadIdleMs: 10_000, silenceMs: 10_000 };
const sync = openSync({
  ...{ folder, journal, objects, emit, now, timings },
  credentials: () => JSON.parse(credentials) as Credentials,
  scope: () => "52.550",
});
const calls = recordHandlers({ journal, emit });
const say = (line: string) => writeSync(1, `${line}\n`);

sync.start();
if (life === "last") await sayWhenEqual();
else await writeForEver();

async function writeForEver(): Promise<never> {
  // What the files are of must be at the province before they are: else it keeps them aside.
  await push("fonds", [sampleFonds("fonds-1", { scope: "52.550" })]);
  for (let turn = 0; ; turn += 1) {
    const name = (place: number) => `${life}-${turn}-${place}`;
    await push(
      "files",
      [0, 1, 2, 3, 4].map((place) => sampleFile(name(place))),
    );
    // What was written in this life or an earlier one, and may be on its way to the province just now.
    const known = journal.pull("files", { epoch: "", seq: 0 }, 50).documents;
    const edited = known[randomInt(known.length)];
    if (edited) {
      const title = `Sửa ở lần ${life}, lượt ${turn}`;
      await push("files", [editRecord(edited, { title }, journal.stamp("Nguyễn Văn Mẫu"))]);
    }
    if (turn % 4 === 0) {
      const { digest, size } = await objects.put(randomBytes(20_000 + randomInt(150_000)));
      say(`object ${digest}`);
      await push("items", [
        sampleItem(name(9), { fileId: name(0), renditionDigest: digest, renditionSize: size }),
      ]);
    }
    await rest(randomInt(30));
  }
}

/** Hands records to the desk as its screen does, and says their states once it has answered. */
async function push<Name extends ScreenCollectionName>(
  collection: Name,
  records: Records[Name][],
): Promise<void> {
  const rows = records.map((newDocumentState) => ({ newDocumentState }));
  const { refused } = await calls["records.push"]({ collection, rows });
  if (refused.length > 0) throw new Error("the desk refused its own record");
  for (const record of records) say(`record ${collection} ${JSON.stringify(record)}`);
}

async function sayWhenEqual(): Promise<void> {
  for (;;) {
    const status = await sync.handlers["sync.status"]({});
    const { equal, sentRecords, totalRecords, sentObjects, totalObjects } = status;
    if (equal && sentRecords === totalRecords && sentObjects === totalObjects) break;
    await rest(50);
  }
  // Receipts are written on the records, which go once more.
  say("equal");
  await rest(600_000);
}
