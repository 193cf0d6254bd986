import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openObjectStore } from "#shared/node/object-store.ts";
import { openJournal } from "#electron/journal/open-journal.ts";
import { openSigning } from "#electron/signing/signing-handlers.ts";
import { type Bench, figure, timed } from "#tests/bench/figure.ts";
import { resources } from "#tests/fixtures/resources.ts";
import { finishedPdf } from "#tests/helpers/finished-pdf.ts";
import { sampleBatch, sampleFile, sampleItem } from "#tests/helpers/sample-records.ts";
import { makeAuthority, makeSigner, passphrase } from "#tests/helpers/signer.ts";

const items = 60;

/**
 * PDF/A of a batch signed with a key file, each stored, looked over as PDF/A and its signature verified, beside OpenSSL
 * signing the digest of the same file and the file written with it, fsynced.
 */
export const signBatch: Bench = {
  name: "sign-batch",
  async run(say) {
    const folder = mkdtempSync(join(tmpdir(), "mucluc-bench-"));
    const journal = openJournal(folder, { deviceId: "bench", now: () => Date.now() });
    let told: () => void = () => undefined;
    const objects = await openObjectStore(join(folder, "objects"));
    const signing = openSigning({
      ...{ folder, resources, journal, objects, now: () => Date.now() },
      ...{ isBeingMade: () => false, profile: () => ({ name: "Trần Văn Duyệt" }) },
      emit: () => told(),
      report: (error) => say(String(error)),
    });
    try {
      const signer = makeSigner(makeAuthority());
      const pdf = await finishedPdf(3);
      const { digest, size } = await objects.put(pdf);
      journal.write("batches", [sampleBatch("batch-1", { state: "accepted" })], "screen");
      journal.write("files", [sampleFile("file-1", { batchId: "batch-1", code: "H05.1" })], "screen");
      const made = Array.from({ length: items }, (_, at) =>
        sampleItem(`item-${at + 1}`, {
          ...{ fileId: "file-1", ordinal: at + 1, renditionDigest: digest, renditionSize: size },
          renditionKind: "two-layer",
        }),
      );
      journal.write("items", made, "screen");
      const bytes = signer.p12.toString("base64");
      await signing.handlers["signing.useFile"]({ name: "khoa.p12", bytes, secret: passphrase });
      const key = join(folder, "key.pem");
      const source = join(folder, "source.pdf");
      writeFileSync(key, signer.key);
      writeFileSync(source, pdf);
      const theirs = await timed(() => reference({ key, source, pdf, folder }));
      const ours = await timed(
        () =>
          new Promise<void>((resolve, reject) => {
            told = () => {
              void Promise.resolve(signing.handlers["signing.run"]({})).then(({ run }) => {
                if (run?.state === "done" && run.signed === items) resolve();
                else if (run?.state !== "running") reject(new Error(`${run?.signed ?? 0} were signed`));
              }, reject);
            };
            Promise.resolve(
              signing.handlers["signing.start"]({ of: "batch", id: "batch-1", secret: passphrase }),
            ).catch(reject);
          }),
      );
      say(`${items} documents of 3 pages, ${Math.round(size / 1000)} kB`);
      return [figure("sign-batch", "ms an item", ours / items, theirs / items, { atMost: 3 })];
    } finally {
      await signing.close();
      journal.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  },
};

async function reference(from: { key: string; source: string; pdf: Buffer; folder: string }): Promise<void> {
  const { key, source, pdf, folder } = from;
  for (let at = 0; at < items; at += 1) {
    const signature = execFileSync("openssl", ["dgst", "-sha256", "-sign", key, source]);
    const handle = await open(join(folder, `signed-${at}.pdf`), "w");
    await handle.writeFile(Buffer.concat([pdf, signature]));
    await handle.sync();
    await handle.close();
  }
}
