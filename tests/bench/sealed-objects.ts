import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Digest } from "#shared/base/digest.ts";
import { type ObjectStore, openObjectStore } from "#shared/node/object-store.ts";
import { type Bench, figure, median, timed } from "#tests/bench/figure.ts";

const scans = 50;
const scanSize = 2 * 1024 * 1024;
const runs = 5;

/** Scans of 2 MB stored, and read whole, encrypted at rest, beside the same scans plain. */
export const sealedObjects: Bench = {
  name: "sealed-objects",
  async run(say) {
    const times = { plain: { put: [], read: [] }, sealed: { put: [], read: [] } } as Record<
      "plain" | "sealed",
      Record<"put" | "read", number[]>
    >;
    for (let run = 0; run < runs; run += 1) {
      const bytes = Array.from({ length: scans }, () => randomBytes(scanSize));
      for (const kind of run % 2 === 0 ? (["plain", "sealed"] as const) : (["sealed", "plain"] as const)) {
        const folder = mkdtempSync(join(tmpdir(), "mucluc-bench-"));
        const key = randomBytes(32);
        const sealing = { sealing: () => ({ wanted: true, key }) };
        const objects = await openObjectStore(folder, kind === "sealed" ? sealing : {});
        const digests: Digest[] = [];
        times[kind].put.push(
          await timed(async () => {
            for (const scan of bytes) digests.push((await objects.put(scan)).digest);
          }),
        );
        times[kind].read.push(await timed(() => readAll(objects, digests)));
        rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
      }
      say(`run ${run + 1} of ${runs}`);
    }
    const each = (kind: "plain" | "sealed", act: "put" | "read") => median(times[kind][act]) / scans;
    return [
      figure("sealed-objects-put", "ms", each("sealed", "put"), each("plain", "put"), { atMost: 1.5 }),
      figure("sealed-objects-read", "ms", each("sealed", "read"), each("plain", "read"), { atMost: 3 }),
    ];
  },
};

async function readAll(objects: ObjectStore, digests: readonly Digest[]): Promise<void> {
  for (const digest of digests) {
    let size = 0;
    for await (const chunk of objects.read(digest) as AsyncIterable<Uint8Array>) size += chunk.length;
    if (size !== scanSize) throw new Error(`${digest} has ${size} bytes`);
  }
}
