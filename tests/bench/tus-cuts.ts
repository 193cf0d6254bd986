import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Digest } from "#shared/base/digest.ts";
import { WireFault } from "#shared/replication/sync-wire.ts";
import { openObjectStore } from "#shared/node/object-store.ts";
import { uploadObject } from "#electron/province/upload-object.ts";
import { type Bench, figure } from "#tests/bench/figure.ts";
import { startHostileProvince } from "#tests/helpers/hostile-province.ts";
import { openLine } from "#tests/helpers/network-line.ts";
import { unpaced } from "#tests/helpers/unpaced.ts";

const megabyte = 1024 * 1024;
const scans = 50;
const scanSize = 2 * megabyte;
const mostTries = 500;

/** Bytes that go out for 100 MB of scans over a line that breaks every 5 MB, beside the same line whole. */
export const tusCuts: Bench = {
  name: "tus-cuts",
  async run(say) {
    const folder = mkdtempSync(join(tmpdir(), "mucluc-bench-"));
    try {
      const objects = await openObjectStore(join(folder, "objects"));
      const digests: Digest[] = [];
      for (let at = 0; at < scans; at += 1) digests.push((await objects.put(randomBytes(scanSize))).digest);
      const over = async (name: string, cutEvery: number) => {
        const held = join(folder, name);
        mkdirSync(held);
        const province = await startHostileProvince(held);
        const line = await openLine(province.address, { cutEvery });
        const credentials = { address: line.address, token: province.token };
        try {
          for (const digest of digests) {
            const upload = { digest, rank: 2, size: scanSize, mediaType: "image/jpeg", url: "", tries: 0 };
            await throughCuts((url) =>
              uploadObject({
                upload: { ...upload, url },
                bytes: (start, end) => objects.bytes(digest, { start, end }),
                credentials,
                pacing: unpaced,
                signal: new AbortController().signal,
                idleMs: 20_000,
                onUrl: (found) => (lastUrl = found),
              }),
            );
            if (province.receipts.get(digest)?.size !== scanSize) throw new Error("an object is not there");
          }
          say(`${name}: ${(line.counted.out / megabyte).toFixed(1)} MB out, ${line.counted.cuts} cuts`);
          return line.counted;
        } finally {
          await line.close();
          await province.fall();
        }
      };
      let lastUrl = "";
      const throughCuts = async (send: (url: string) => Promise<void>) => {
        lastUrl = "";
        for (let tries = 0; tries < mostTries; tries += 1) {
          try {
            await send(lastUrl);
            return;
          } catch (error) {
            if (!(error instanceof WireFault)) throw error;
            await wait(5);
          }
        }
        throw new Error("the line broke too often");
      };
      const whole = await over("whole", Number.POSITIVE_INFINITY);
      const cut = await over("cut", 5 * megabyte);
      if (cut.cuts < 19) throw new Error(`the line broke ${cut.cuts} times only`);
      return [figure("tus-cuts", "MB out", cut.out / megabyte, whole.out / megabyte, { atMost: 1.1 })];
    } finally {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  },
};
