import { randomBytes } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { BagFault } from "#shared/node/bag-fault.ts";
import { patiently } from "#shared/node/patiently.ts";
import { readParcel } from "#province/parcel/read-parcel.ts";
import { type App, type Province, Refused } from "./typed.ts";

const parcelLimit = 64 * 1024 * 1024 * 1024;

/**
 * A parcel brought by any enrolled machine: taken with the rights of the device that signed it, answered with the
 * sealed receipt for that device and, in a header, with what was done.
 */
export function addParcelRoute(app: App, province: Province, folder: string, name: string): void {
  app.addContentTypeParser("application/octet-stream", (_request, payload, done) => done(null, payload));
  app.post("/parcels", { bodyLimit: parcelLimit }, async (request, reply) => {
    const { body } = request;
    if (!(body instanceof Readable)) throw new Refused(415, "bad-call", "a parcel comes as bytes");
    await mkdir(folder, { recursive: true });
    const path = join(folder, randomBytes(8).toString("hex"));
    const receiptPath = `${path}.receipt`;
    const discard = () =>
      Promise.all([path, receiptPath].map((file) => patiently(() => rm(file, { force: true }))));
    try {
      await pipeline(body, createWriteStream(path, { mode: 0o600 }));
      const outcome = await readParcel({ ...province, name }, { path, folder, receiptPath });
      const { accepted, merged, refused, held } = outcome;
      // Of which kinds the records were is not told apart here.
      province.metrics.pushed("parcel", { taken: accepted + merged, refused, held });
      const receipt = createReadStream(receiptPath);
      receipt.once("close", () => void discard());
      return await reply
        .type("application/octet-stream")
        .header("x-mucluc-parcel", JSON.stringify(outcome))
        .send(receipt);
    } catch (error) {
      await discard();
      if (error instanceof BagFault) throw new Refused(422, `parcel-${error.kind}`, error.message);
      throw error;
    }
  });
}
