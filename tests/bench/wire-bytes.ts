import { mkdtempSync, rmSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { editRecord } from "#shared/archive/record.ts";
import { syncRound } from "#shared/replication/engine.ts";
import { openProvinceWire } from "#electron/province/province-wire.ts";
import { enrolDevice } from "#province/access/device.ts";
import { buildProvince } from "#province/app.ts";
import { openPglite } from "#province/store/open-pglite.ts";
import { type Bench, figure } from "#tests/bench/figure.ts";
import { makeRecords } from "#tests/bench/make-records.ts";
import { sendParents } from "#tests/bench/send-parents.ts";
import { memoryStore } from "#tests/helpers/memory-store.ts";
import { stampAt } from "#tests/helpers/sample-records.ts";

const count = 5000;
const token = "token-of-bench-0123456789";

/**
 * Bytes on the wire for each record of a round in which 5,000 records changed: both ways, with the headers, the reading
 * back and the comparing, beside the record's JSON.
 */
export const wireBytes: Bench = {
  name: "wire-bytes",
  async run(say) {
    const folder = mkdtempSync(join(tmpdir(), "mucluc-bench-"));
    const database = await openPglite();
    try {
      const app = await buildProvince({
        database,
        objectsFolder: join(folder, "objects"),
        now: () => Date.now(),
        name: "Bench",
        practice: false,
        units: [],
        report: (fault) => console.error(fault),
      });
      const line = await countBytes(await app.listen({ host: "127.0.0.1", port: 0 }));
      const device = {
        token,
        scope: "52.550",
        role: "district-checker",
        deviceId: "bench",
        name: "Bench",
      } as const;
      await enrolDevice(database, device, Date.now());
      const wire = openProvinceWire({ address: line.address, token }, new AbortController().signal);
      const store = memoryStore();
      const { items, ...parents } = makeRecords(count, 50, 12);
      await sendParents({ address: line.address, token }, parents);
      const others = line.bytes();
      for (const item of items) store.write("items", item);
      const first = await syncRound({ store, wire, now: Date.now });
      if (!first.equal || first.pushed !== count) throw new Error("the first round was not whole");
      const initial = (line.bytes() - others) / count;
      say(`first sending: ${Math.round(initial)} bytes for a record`);
      const before = line.bytes();
      let json = 0;
      for (const [at, item] of items.entries()) {
        const fields = { signer: `Người ký ${at % 7}`, note: `Kèm công văn số ${at}` };
        const edited = editRecord(item, fields, stampAt(Date.now() + at));
        json += Buffer.byteLength(JSON.stringify(edited));
        store.write("items", edited);
      }
      const second = await syncRound({ store, wire, now: Date.now });
      if (!second.equal || second.pushed !== count) throw new Error("the second round was not whole");
      const measured = (line.bytes() - before) / count;
      await line.close();
      await app.close();
      return [figure("wire-bytes", "bytes", measured, json / count, { atMost: 0.25 })];
    } finally {
      await database.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  },
};

/** A line to an address on this machine that counts what goes through it, both ways. */
async function countBytes(address: string) {
  const to = Number(new URL(address).port);
  let bytes = 0;
  const server = createServer((near) => {
    const far = connect(to, "127.0.0.1");
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on("data", (part) => (bytes += part.length));
      one.on("error", () => other.destroy());
      one.on("close", () => other.destroy());
      one.pipe(other);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const bound = server.address();
  const port = typeof bound === "object" && bound ? bound.port : 0;
  return {
    address: `http://127.0.0.1:${port}`,
    bytes: () => bytes,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
