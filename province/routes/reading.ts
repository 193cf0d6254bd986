import { Type } from "typebox";
import { asideQuestionSchema } from "#shared/contract/province-aside.ts";
import { searchRequestSchema } from "#shared/contract/records.ts";
import { isDigest } from "#shared/base/digest.ts";
import { receiptText } from "#shared/keys/hello.ts";
import { readByteRange } from "#shared/node/byte-range.ts";
import { signText } from "#shared/node/keys.ts";
import { readAside } from "#province/store/read-aside.ts";
import { readBatches, readOverview } from "#province/store/overview.ts";
import { findNamedObject, findReceipt } from "#province/store/receipts.ts";
import { searchRecords } from "#province/store/search.ts";
import { type App, deviceOf, type Province, Refused } from "./typed.ts";

const shown = new Set(["application/pdf", "image/jpeg", "image/png", "image/tiff", "application/json"]);
const params = Type.Object({ digest: Type.String({ maxLength: 64 }) });
const absent = () => new Refused(404, "not-found", "no such object within your scope");

/** What officers read: counts, batches, rows put aside, search, receipts and objects, all within the device's scope. */
export function addReadingRoutes(app: App, province: Province): void {
  const { database, objects, units, keys } = province;

  app.get("/overview", (request) => readOverview(database, deviceOf(request), units));

  app.get(
    "/batches",
    { schema: { querystring: Type.Object({ scope: Type.Optional(Type.String({ maxLength: 24 })) }) } },
    async (request) => ({
      batches: await readBatches(database, deviceOf(request), request.query.scope ?? "", units),
    }),
  );

  app.get("/aside", { schema: { querystring: asideQuestionSchema } }, (request) =>
    readAside(database, deviceOf(request), units, request.query),
  );

  app.post("/search", { schema: { body: searchRequestSchema } }, (request) =>
    searchRecords(database, deviceOf(request), request.body),
  );

  app.get("/receipts/:digest", { schema: { params } }, async (request) => {
    const { digest } = request.params;
    if (!isDigest(digest)) throw absent();
    const receipt = await findReceipt(database, deviceOf(request), digest);
    // A receipt is our word that the bytes are here now, not that they once were.
    if (!receipt || (await objects.size(digest)) !== receipt.size) throw absent();
    return { ...receipt, signature: signText("receipt", receiptText(receipt), keys.signing) };
  });

  app.get("/object/:digest", { schema: { params }, compress: false }, async (request, reply) => {
    const { digest } = request.params;
    if (!isDigest(digest)) throw absent();
    const named = await findNamedObject(database, deviceOf(request), digest);
    const size = named && (await objects.size(digest));
    if (!named || size === undefined) throw absent();
    void reply
      .type(shown.has(named.mediaType) ? named.mediaType : "application/octet-stream")
      .header("x-content-type-options", "nosniff")
      .header("cache-control", "private, max-age=31536000, immutable")
      .header("accept-ranges", "bytes");
    const range = readByteRange(request.headers.range, size);
    if (range === "whole") return reply.header("content-length", size).send(objects.read(digest));
    if (range === "outside") return reply.code(416).header("content-range", `bytes */${size}`).send();
    return reply
      .code(206)
      .header("content-length", range.end - range.start + 1)
      .header("content-range", `bytes ${range.start}-${range.end}/${size}`)
      .send(objects.read(digest, range));
  });
}
