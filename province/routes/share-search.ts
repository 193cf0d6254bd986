import { sharedReader } from "#province/access/admit-partners.ts";
import { districtOf } from "#shared/archive/unit.ts";
import { searchAnswerSchema, searchAskedSchema } from "#province/sharing/api/schemas.ts";
import { readShared, type SharedKey } from "#province/sharing/read-shared.ts";
import { writeFile, writeItem } from "#province/sharing/write-shared.ts";
import { stampsOf } from "#province/store/harvest.ts";
import { searchCatalogue } from "#province/store/search-catalogue.ts";
import type { App, Province } from "./typed.ts";

/** Search for partners: the catalogue's own, of accepted batches within the grant, found by no number of a paper of identity. */
export function addShareSearch(app: App, province: Province): void {
  const { database, units } = province;

  app.get(
    "/api/v1/search",
    { schema: { querystring: searchAskedSchema, response: { 200: searchAnswerSchema } } },
    async (request) => {
      const reader = sharedReader(request);
      const { q, kind, district, from = "0", limit = "20" } = request.query;
      const filter = { ...(kind && { kind }), ...(district !== undefined && { district }) };
      const question = { words: q, filter, from: Number(from), limit: Number(limit), facets: false };
      const finding = { ...reader, onlyAccepted: true, masked: true };
      const { hits, total, more } = await searchCatalogue(database, finding, question, province);
      const keys = hits.map(({ scope, ...hit }): SharedKey => ({ ...hit, district: districtOf(scope) }));
      const [shared, stamps] = await Promise.all([
        readShared(database, reader, keys),
        stampsOf(database, keys),
      ]);
      const records = shared.map((one) => {
        const stamp = stamps.get(`${one.kind}/${one.id}`) ?? 0;
        return one.kind === "items"
          ? { kind: one.kind, ...writeItem(one, stamp, units) }
          : { kind: one.kind, ...writeFile(one, stamp, units) };
      });
      return { records, total, more };
    },
  );
}
