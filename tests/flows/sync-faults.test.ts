import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { expect, onTestFinished, test } from "vitest";
import { collectionNames } from "#shared/archive/collections.ts";
import { editRecord } from "#shared/archive/record.ts";
import type { Digest } from "#shared/base/digest.ts";
import { openObjectStore } from "#shared/node/object-store.ts";
import { openProvinceWire } from "#electron/province/province-wire.ts";
import { answers, cuts, type Fault, manners, openFaultLine } from "#tests/helpers/fault-line.ts";
import { openLoopbackProvince } from "#tests/helpers/loopback-province.ts";
import { sampleFile, sampleFonds, sampleItem, stampAt } from "#tests/helpers/sample-records.ts";
import { openSyncDesk } from "#tests/helpers/sync-desk.ts";

/** The requests that are met by faults: what of the protocol carries records. */
const requests = {
  push: /^POST \/replication\/files\/push /,
  pull: /^POST \/replication\/files\/pull /,
} as const;

type Request = keyof typeof requests;

const faults: readonly Fault[] = [
  ...(Object.keys(cuts) as (keyof typeof cuts)[]),
  ...(Object.keys(answers) as (keyof typeof answers)[]),
  ...manners,
];
/** After these a desk waits for a person, or for longer than a test does: someone presses "send now". */
const waits: readonly Fault[] = ["401", "413", "500"];
/** The answer came whole: the request is done, and does not come again. */
const harmless: readonly Fault[] = ["after the answer", "slow"];

const district = "52.550";

for (const request of Object.keys(requests) as Request[]) {
  test(`${request}: after each of ${faults.length} faults desk and province are equal, nothing doubled, nothing lost`, async () => {
    const province = await openLoopbackProvince();
    const credentials = await province.enrol(district);
    const line = await openFaultLine(credentials.address);
    onTestFinished(() => line.close());
    const limits = { timeoutMs: 700, answerBytes: 1e7 };
    const desk = await openSyncDesk(undefined, { limits, uploadIdleMs: 700 });
    const other = openProvinceWire(await province.enrol(district), new AbortController().signal);
    const held = await openObjectStore(province.objectsFolder, { sweep: false });
    const objects: Digest[] = [];
    let records = 0;
    desk.journal.write("fonds", [sampleFonds("fonds-1")], "screen");
    desk.journal.write("files", [sampleFile("edited")], "screen");
    desk.connect({ ...credentials, address: line.address });
    records += 2;
    await desk.until(({ equal }) => equal);
    for (const [turn, fault] of faults.entries()) {
      // Each fault comes twice: the second meets what the first left half done, where it left anything.
      const fits = requests[request];
      const before = line.came;
      line.next.push({ fits, fault });
      if (!harmless.includes(fault)) line.next.push({ fits, fault });
      const armed = before + line.next.length;

      const digest = await desk.store(100_000 + turn);
      objects.push(digest);
      const pushed = sampleFile(`other-${turn}`);
      await other.push("files", [{ newDocumentState: { ...pushed, _deleted: false } }]);
      const item = sampleItem(`item-${turn}`, {
        ...{ fileId: "edited", ordinal: turn + 1, renditionDigest: digest, renditionSize: 100_000 + turn },
      });
      desk.journal.write("items", [item], "screen");
      desk.journal.write("files", [sampleFile(`file-${turn}`)], "screen");
      const edited = desk.journal.read("files", "edited") ?? sampleFile("edited");
      const stamp = stampAt(1000 + turn, "screen");
      desk.journal.write("files", [editRecord(edited, { title: fault, note: `${turn}` }, stamp)], "screen");
      records += 3;

      await expect
        .poll(
          async () => {
            if (waits.includes(fault)) await desk.sync.handlers["sync.now"]({});
            return line.came;
          },
          { timeout: 20_000, message: `${request}, ${fault}: the faults came` },
        )
        .toBe(armed);
      if (waits.includes(fault)) await desk.sync.handlers["sync.now"]({});
      const wanted = { equal: true, problem: "", refusedRecords: 0, sentObjects: objects.length };
      const counts = { savedRecords: records, sentRecords: records, totalObjects: objects.length };
      await expect
        .poll(async () => await desk.status(), { timeout: 20_000, message: `${request}, ${fault}` })
        .toMatchObject({ ...wanted, ...counts });
      for (const name of collectionNames) {
        expect(await other.digest(name), `${request}, ${fault}: ${name}`).toEqual(desk.journal.digest(name));
      }
      const bytes = await readFile(held.path(digest));
      expect(createHash("sha256").update(bytes).digest("hex"), `${request}, ${fault}`).toBe(digest);
      expect(await other.receipt(digest)).toMatchObject({ digest, size: 100_000 + turn });
      const [there] = await other.read("files", ["edited"]);
      expect(there).toMatchObject({ title: fault, note: `${turn}` });
    }
    expect(desk.journal.count("conflicts")).toBe(0);
    expect((await desk.journal.verify()).brokenAt).toBeUndefined();
    expect(province.faults).toEqual([]);
  }, 240_000);
}
