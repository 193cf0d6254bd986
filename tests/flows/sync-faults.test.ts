import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { expect, onTestFinished, test } from "vitest";
import { collectionNames } from "#shared/archive/collections.ts";
import { editRecord } from "#shared/archive/record.ts";
import type { Digest } from "#shared/base/digest.ts";
import { openObjectStore } from "#shared/node/object-store.ts";
import { WireFault } from "#shared/replication/sync-wire.ts";
import { openProvinceWire } from "#electron/province/province-wire.ts";
import { openProvinceKeys, publicKeysOf } from "#province/access/keys.ts";
import { answers, cuts, type Fault, manners, openFaultLine } from "#tests/helpers/fault-line.ts";
import { openLoopbackProvince } from "#tests/helpers/loopback-province.ts";
import { sampleFile, sampleFonds, sampleItem, stampAt } from "#tests/helpers/sample-records.ts";
import { openSyncDesk } from "#tests/helpers/sync-desk.ts";

/** Of the protocol: what carries records, what compares them, what carries objects, and what asks who answers. */
const requests = {
  push: /^POST \/replication\/files\/push /,
  pull: /^POST \/replication\/files\/pull /,
  digest: /^GET \/replication\/files\/digest /,
  create: /^POST \/objects /,
  patch: /^PATCH \/objects\//,
  head: /^HEAD \/objects\//,
  receipt: /^GET \/receipts\//,
  hello: /^GET \/hello\?/,
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

/** What meets the requests of one turn, in the order of their coming. */
type Arming = (fault: Fault) => (readonly [Request, Fault])[];

const isOfBody = (fault: Fault) => fault in cuts && fault.includes("request's") && !fault.includes("headers");

const armings: Readonly<Record<string, Arming>> = {
  // Each fault comes twice: the second meets what the first left half done, where it left anything.
  push: (fault) =>
    harmless.includes(fault)
      ? [["push", fault]]
      : [
          ["push", fault],
          ["push", fault],
        ],
  pull: (fault) =>
    harmless.includes(fault)
      ? [["pull", fault]]
      : [
          ["pull", fault],
          ["pull", fault],
        ],
  "comparison and the way of an object": (fault) => [
    ...(isOfBody(fault)
      ? []
      : ([
          ["digest", fault],
          ["receipt", fault],
        ] as const)),
    ["create", fault],
    // Only an upload that broke off is asked how far it came.
    ["patch", "within the request's body"],
    ...(isOfBody(fault) ? [] : ([["head", fault]] as const)),
    ["patch", fault],
  ],
};

for (const [name, arming] of Object.entries(armings)) {
  test(`${name}: after each of ${faults.length} faults desk and province are equal, nothing doubled, nothing lost`, async () => {
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
      for (const [request, its] of arming(fault)) line.next.push({ fits: requests[request], fault: its });

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
            return line.next.map(({ fits }) => fits.source);
          },
          { timeout: 20_000, message: `${name}, ${fault}: the faults came` },
        )
        .toEqual([]);
      if (waits.includes(fault)) await desk.sync.handlers["sync.now"]({});
      const wanted = { equal: true, problem: "", refusedRecords: 0, sentObjects: objects.length };
      const counts = { savedRecords: records, sentRecords: records, totalObjects: objects.length };
      await expect
        .poll(async () => await desk.status(), { timeout: 20_000, message: `${name}, ${fault}` })
        .toMatchObject({ ...wanted, ...counts });
      for (const collection of collectionNames) {
        const [there, here] = [await other.digest(collection), desk.journal.digest(collection)];
        expect(there, `${name}, ${fault}: ${collection}`).toEqual(here);
      }
      const bytes = await readFile(held.path(digest));
      expect(createHash("sha256").update(bytes).digest("hex"), `${name}, ${fault}`).toBe(digest);
      expect(await other.receipt(digest)).toMatchObject({ digest, size: 100_000 + turn });
      const [there] = await other.read("files", ["edited"]);
      expect(there).toMatchObject({ title: fault, note: `${turn}` });
    }
    expect(desk.journal.count("conflicts")).toBe(0);
    expect((await desk.journal.verify()).brokenAt).toBeUndefined();
    expect(province.faults).toEqual([]);
  }, 240_000);
}

test(`greeting: after each of ${faults.length} faults nothing was asked of who had not proven to be the province; the next try goes`, async () => {
  const province = await openLoopbackProvince();
  const credentials = await province.enrol(district);
  const pin = publicKeysOf(await openProvinceKeys(province.objectsFolder));
  const line = await openFaultLine(credentials.address);
  onTestFinished(() => line.close());
  const limits = { timeoutMs: 700, answerBytes: 1e7 };
  for (const fault of faults.filter((one) => !isOfBody(one))) {
    line.next.push({ fits: requests.hello, fault }, { fits: requests.digest, fault: "slow" });
    // Keys that were just handed over must be proven anew.
    const told = { ...credentials, address: line.address, pin: { ...pin } };
    const wire = openProvinceWire(told, new AbortController().signal, limits);
    const first: unknown = await wire.digest("files").catch((error: unknown) => error);
    if (harmless.includes(fault)) expect(first, fault).toMatchObject({ count: 0 });
    else {
      expect(first, fault).toBeInstanceOf(WireFault);
      expect(line.next, fault).toHaveLength(1);
      expect(await wire.digest("files"), fault).toMatchObject({ count: 0 });
    }
    expect(line.next, fault).toEqual([]);
  }
  expect(province.faults).toEqual([]);
}, 120_000);
